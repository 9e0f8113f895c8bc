"""Describes a text that is not YAML in plain sentences instead of a parser's terms.

The parser says where it stopped and what it was doing; the text around that place shows what the
writer meant. Both parsers of PyYAML lead to the same sentences.
"""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from positions.text.patterns import pattern
from positions.text.quoting import curly, quoted, short_name, with_article
from positions.text.signs import QUOTATION_MARKS

__all__ = ["Fault", "Stop", "explain", "fault_of"]

_FARTHEST = 10_000
_SURROGATE = pattern(r"\\u[dD][89a-fA-F]|\\U0000[dD][89a-fA-F]")
_INVISIBLE_BREAKS = {"\x85": "U+0085", "\u2028": "U+2028", "\u2029": "U+2029"}
_ODD_SPACE = pattern(
    "(?:^[ -]*|[\\w'\"]:)([\u00a0\u1680\u2000-\u200b\u202f\u205f\u2060\u3000\ufeff])"
)
_ODD_COLON = pattern(r"^[ -]*[\w.-]+ ?([\uff1a\u2236\ufe55])")
_KEY_AFTER_VALUE = pattern(r":\s[^,]*\s([\w-]+)\s*$")
_KEY_BEFORE_BRACKET = pattern(r"(?:- +)*[\w.-]+( ?)[\[{]")
_CURLY = pattern(
    "|".join(
        rf"(?<![^\s:,\[{{]){opening}[^{closing}\r\n]+[{closing}]"
        for opening, closing in QUOTATION_MARKS.items()
    )
)
_KEY_WITHOUT_SPACE = pattern(r"(?:- +)*[\w.-]+(:)[^\s/]")


class Stop(NamedTuple):
    """Where a parser stopped, in its own words.

    Attributes:
        problem: What it could not read.
        context: What it was reading.
        at: The offset in the text where it stopped.
        opened: The offset where what it was reading began.
    """

    problem: str
    context: str
    at: int
    opened: int


class Fault(NamedTuple):
    """A fault of syntax, in an analyst's words, and the offset where it stands."""

    at: int
    sentence: str
    suggestion: str
    code: str = "syntax"


def fault_of(error: Exception, text: str) -> Fault:
    """Return what is wrong with a text where the parser raised an error."""
    return explain(_stop(error, text), text)


def _stop(error: Exception, text: str) -> Stop:
    """Return where a parser stopped, and in which words."""
    mark = getattr(error, "problem_mark", None)
    if mark is None:
        # The one fault without a place is a tag whose percent signs spell no UTF-8.
        tag = re.search(r"![^\s%]*%", text)
        at = tag.start() if tag else 0
        return Stop("", "while scanning a tag", at, at)
    opened = getattr(error, "context_mark", None) or mark
    problem, context = getattr(error, "problem", ""), getattr(error, "context", "")
    return Stop(problem or "", context or "", mark.index, opened.index)


def explain(stop: Stop, text: str) -> Fault:
    """Return what is wrong where the parser stopped, and what to do about it."""
    for rule in _RULES:
        fault = rule(stop, text)
        if fault is not None:
            return fault
    return Fault(
        stop.at,
        "YAML cannot be read on from here.",
        "Check the quotation marks, the brackets and the indentation just before.",
    )


def _line(text: str, at: int) -> tuple[int, int]:
    """Return where the line around this offset starts and ends."""
    start = max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) + 1
    end = re.compile(r"[\r\n]|\Z").search(text, at)
    return start, end.start() if end else len(text)


def _before(text: str, at: int) -> str:
    return text[_line(text, at)[0] : at]


def _rest(text: str, at: int) -> str:
    """Return the value that begins here, as far as its line goes."""
    rest = text[at : _line(text, at)[1]].partition("  #")[0]
    if re.search(r"[\[{]", _before(text, at)):
        rest = re.split(r"[\]},]", rest, maxsplit=1)[0]
    return rest.strip()


def _escape(stop: Stop, text: str) -> Fault | None:
    if not re.search("escape|hexadecimal", stop.problem) or "tag" in stop.context:
        return None
    near = max(0, stop.at - len(r"\UFFFFFFFF"))
    at = text.rfind("\\", near, stop.at + 1)
    at = stop.at if at < 0 else at
    if "Unicode character" in stop.problem:
        surrogate = _SURROGATE.search(text, stop.at) if "surrogate" in stop.problem else None
        return Fault(
            surrogate.start() if surrogate else at,
            "The escape after this backslash names no character.",
            "Write the character itself.",
            "encoding",
        )
    return Fault(
        at,
        "A backslash in double quotes begins an escape, and this is none that YAML knows.",
        "Put the value in single quotes, or write the backslash twice.",
    )


def _separator(stop: Stop, text: str) -> Fault | None:
    line = text[_line(text, max(0, stop.at - 1))[0] : stop.at + 1]
    for character, name in _INVISIBLE_BREAKS.items():
        if character in line:
            return Fault(
                stop.at + 1 - len(line) + line.index(character),
                f"An invisible line separator ({name}) breaks this line in two.",
                "Remove the character.",
            )
    return None


def _odd_sign(stop: Stop, text: str) -> Fault | None:
    """Return a fault of a space or colon that YAML takes for a letter, here or a line before."""
    start = _line(text, stop.at)[0]
    before = _line(text, max(0, start - 1))[0]
    for at in sorted({before, start, _line(text, stop.opened)[0]}):
        line = text[slice(*_line(text, at))]
        for odd, plain, advice in (
            (_ODD_SPACE, "space", "Replace it by a space."),
            (_ODD_COLON, "colon", "Write `:` and a space in its place."),
        ):
            found = odd.search(line)
            if found is not None:
                name = unicodedata.name(found[1], plain).lower()
                sign = f"{with_article(name)} (U+{ord(found[1]):04X})"
                return Fault(at + found.start(1), f"{sign} is no {plain} to YAML.", advice)
    return None


def _curly_marks(stop: Stop, text: str) -> Fault | None:
    """Return a fault of a value between quotation marks that YAML does not know."""
    if not re.search(r"mapping values are not allowed|\bflow\b", stop.problem + stop.context):
        return None
    start, end = _line(text, stop.at)
    for found in _CURLY.finditer(text, start, end):
        if found.start() < stop.at < found.end():
            return Fault(found.start(), f"{curly(found[0])}.", quoted(found[0]))
    return None


def _tab(stop: Stop, text: str) -> Fault | None:
    if "tab character" not in stop.problem and text[stop.at : stop.at + 1] != "\t":
        return None
    before = _before(text, stop.at)
    if before.strip():
        return Fault(
            stop.at, "A tab stands where YAML allows only spaces.", "Replace it by a space."
        )
    return Fault(
        stop.at - len(before) + (before.index("\t") if "\t" in before else len(before)),
        "A tab is used for indentation.",
        "Indent with spaces.",
    )


def _leading_character(stop: Stop, text: str) -> Fault | None:
    at = stop.at
    if re.search(r"block scalar|anchor|alias|tag\b", stop.context) or "tag handle" in stop.problem:
        at = stop.opened
    elif re.search("directive|document start", stop.context + stop.problem):
        at = stop.opened if text.startswith("%", stop.opened) else 0
        if text.startswith("%YAML", at) or not text.startswith("%", at):
            return None
    elif "cannot start any token" not in stop.problem:
        return None
    character = text[at : at + 1]
    if character in (">", "|"):
        sentence = (
            f"A value that begins with `{character}` is a block of text on the lines below, "
            "but more follows on this line."
        )
    elif character == "`":
        return Fault(
            at, "A value cannot begin with a backtick.", quoted(_rest(text, at).strip("`"))
        )
    else:
        sentence = f"A value cannot begin with `{character}` like this."
    return Fault(at, sentence, quoted(_rest(text, at)))


def _version(stop: Stop, text: str) -> Fault | None:
    del text
    if "YAML" not in stop.context + stop.problem and "version" not in stop.problem:
        return None
    return Fault(
        stop.at,
        "The `%YAML` line asks for a version of YAML that cannot be read here.",
        "Remove that line.",
    )


def _open_quote(stop: Stop, text: str) -> Fault | None:
    if not re.search(r"quoted scalar", stop.context):
        return None
    mark = text[stop.opened : stop.opened + 1]
    return Fault(
        stop.opened,
        f"The quotation mark {mark} that opens here is never closed.",
        f"Close it at the end of the value with another {mark}.",
    )


def _after_quote(stop: Stop, text: str) -> Fault | None:
    before = _before(text, stop.at).rstrip()
    if before[-1:] not in ("'", '"') or text[stop.at : stop.at + 1] in ("]", "}", ":", ""):
        return None
    mark = before[-1]
    if re.search(r"(?:^|[\s\[{,])$", before[:-1]):
        return Fault(
            stop.at - 1,
            f"The quotation mark {mark} here closes one that was opened on a line above.",
            "Close the earlier value where it ends.",
        )
    return Fault(
        stop.at,
        f"More text follows the closing quotation mark {mark}.",
        "Put the whole value in quotes; inside single quotes, write each single quote twice.",
    )


def _colon(stop: Stop, text: str) -> Fault | None:
    """Return a fault of `: ` in a value, or of a line that goes on from a value above."""
    if "mapping values are not allowed" not in stop.problem:
        return None
    before = _before(text, stop.at)
    bracket = _KEY_BEFORE_BRACKET.match(before.lstrip())
    if bracket is not None:
        at = stop.at - len(before.lstrip()) + bracket.start(1)
        advice = "Put a colon and a space between the key and the value."
        return Fault(at, "The colon after the key is missing.", advice)
    inner = re.search(r":\s+(?=\S)", before)
    if inner is not None:
        value = _rest(text, stop.at - len(before) + inner.end())
        return Fault(
            stop.at,
            "A colon and a space inside a value would begin another value.",
            quoted(value),
        )
    start = stop.at - len(before)
    above = text[:start].rstrip()
    above_start = _line(text, len(above))[0]
    above = above[above_start:]
    missing = _KEY_WITHOUT_SPACE.match(above.strip())
    if missing is not None and not re.search(r":\s", above):
        at = above_start + len(above) - len(above.lstrip()) + missing.start(1)
        return _missing_space(at)
    bare = _bare_key(text, above_start)
    if bare is not None:
        return _without_colon(bare)
    return Fault(
        start + len(before) - len(before.lstrip()),
        "This line is indented deeper than the one above, which already has a value.",
        "Align it with the lines that it belongs to.",
    )


def _bare_key(text: str, at: int) -> int | None:
    """Return the offset of a line of words without a colon, right below a key without a value.

    Args:
        text: The text.
        at: The offset of the line above the fault, from which lines without a colon are walked up.
    """
    first = None
    while at >= 0:
        line = text[slice(*_line(text, at))].partition(" #")[0].rstrip()
        if ":" in line or not line:
            return first if re.search(r"\S:$", line) else None
        first = at + len(line) - len(line.lstrip())
        at = _line(text, at - 1)[0] if at else -1
    return first


def _without_colon(at: int) -> Fault:
    return Fault(
        at,
        "This line has no colon, and does not belong to the value above it.",
        "Put a colon and a space after the key; indent the line if it goes on with the value.",
    )


def _missing_space(at: int) -> Fault:
    return Fault(
        at, "The space after the colon is missing.", "Put a space between the colon and the value."
    )


def _no_colon(stop: Stop, text: str) -> Fault | None:
    if "could not find expected ':'" not in stop.problem:
        return None
    missing = _KEY_WITHOUT_SPACE.match(text[slice(stop.opened, _line(text, stop.opened)[1])])
    if missing is not None:
        return _missing_space(stop.opened + missing.start(1))
    return _without_colon(stop.opened)


def _bracket(stop: Stop, text: str) -> Fault | None:
    found = text[stop.at : stop.at + 1]
    if "flow" in stop.context:
        return _open_bracket(stop, text, found)
    if found in ("]", "}"):
        return Fault(
            stop.at,
            f"The closing bracket `{found}` has no opening one.",
            "Remove it, or quote the value that it belongs to.",
        )
    if "node content" in stop.problem and found == ",":
        return Fault(
            stop.at, "A value cannot begin with a comma.", quoted(_rest(text, stop.at) or ",")
        )
    return None


def _open_bracket(stop: Stop, text: str, found: str) -> Fault | None:
    opened = stop.opened
    if text[opened : opened + 1] not in ("[", "{"):
        opened = _unclosed(text, stop.at)
    mark = text[opened : opened + 1]
    if not mark:
        return None
    # A key on a line of its own is read with the line above it as one text, up to its colon.
    at = _line_begin(text, stop.at) if found == ":" else stop.at
    same_line = not re.search(r"[\r\n]", text[opened : stop.at])
    if found in ("]", "}"):
        return Fault(
            stop.at,
            f"The bracket `{found}` does not match the `{mark}` that is open here.",
            "Close each bracket with its own kind.",
        )
    if found == ":" and _before(text, stop.at).rstrip()[-1:] in ("[", "{", ","):
        return _no_key(stop.at)
    if found == ":" and same_line:
        key = _KEY_AFTER_VALUE.search(text[opened : stop.at]) if mark == "{" else None
        comma = (
            f"Put a comma before `{short_name(key[1])}`, if it is a key. Else quote" if key else ""
        )
        return Fault(
            stop.at,
            "A colon and a space inside a value would begin another value.",
            f"{comma or 'Quote'} the whole value.",
        )
    if found and (same_line or _closed_later(text, opened, at)):
        return Fault(
            at,
            f"A comma or the end of the `{mark}` is missing before this.",
            "Put a comma between two entries; quote a value that has several parts.",
        )
    return Fault(
        opened,
        f"The bracket `{mark}` that opens here is not closed where it should be.",
        "Close it at the end of the list or mapping.",
    )


def _line_begin(text: str, at: int) -> int:
    """Return where the first sign of the line around this offset stands, that are no spaces."""
    before = _before(text, at)
    return at - len(before.lstrip(" "))


def _closed_later(text: str, opened: int, at: int) -> bool:
    """Return whether a bracket is closed before the block ends in which it was opened."""
    lead = _before(text, opened)
    indent = len(lead) - len(lead.lstrip(" "))
    # Where nothing stands before the bracket, lines may begin where it does.
    shape = rf"(?m)^ {{0,{indent}}}(?![ \r\n\]}}])" if lead.strip() else r"\Z"
    end = re.compile(shape).search(text, _line(text, at)[0])
    depth = 1
    for sign in text[at : min(end.start() if end else len(text), at + _FARTHEST)]:
        depth += (sign in "[{") - (sign in "]}")
        if not depth:
            return True
    return False


def _no_key(at: int) -> Fault:
    return Fault(at, "The colon here has no key before it.", "Write the key.")


def _unclosed(text: str, at: int) -> int:
    """Return the offset of the last bracket before this one that is still open, else the end."""
    closed = 0
    for offset in range(at - 1, max(at - _FARTHEST, 0) - 1, -1):
        if text[offset] in "]}":
            closed += 1
        elif text[offset] in "[{":
            if not closed:
                return offset
            closed -= 1
    return len(text)


def _same_line(stop: Stop, text: str) -> Fault | None:
    """Return a fault of a list or a complex key that begins beside its key."""
    if "sequence entries are not allowed" in stop.problem:
        kind = "list"
    elif "mapping keys are not allowed" in stop.problem:
        kind = "mapping"
    else:
        return None
    return Fault(
        stop.at,
        f"`{text[stop.at]} ` begins a {kind}, which cannot stand on this line.",
        f"{quoted(_rest(text, stop.at))} A list begins on a line of its own.",
    )


def _indentation(stop: Stop, text: str) -> Fault | None:
    if (
        not re.search("block (mapping|collection|sequence)", stop.context)
        or _before(text, stop.at).strip()
    ):
        return None
    if text[stop.at : stop.at + 1] == ":":
        return _no_key(stop.at)
    item = re.match(r"-(\s|\Z)", text[stop.at : stop.at + 2])
    if "collection" in stop.context or "sequence" in stop.context:
        sentence = "This line is not an item of the list that it stands in."
    elif item:
        sentence = "An item of a list stands among the keys of a mapping."
    else:
        above = text[: _line(text, stop.at)[0]].rstrip()
        bare = _bare_key(text, _line(text, len(above))[0])
        if bare is not None:
            return _without_colon(bare)
        sentence = "This line is not aligned with the keys that it stands among."
    return Fault(stop.at, sentence, "Align it with the lines that it belongs to.")


_RULES = (
    _escape,
    _separator,
    _odd_sign,
    _curly_marks,
    _tab,
    _version,
    _leading_character,
    _open_quote,
    _after_quote,
    _colon,
    _no_colon,
    _bracket,
    _same_line,
    _indentation,
)
