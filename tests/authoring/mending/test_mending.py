"""Is what has one mending mended, and everything else left as it is?"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from positions.authoring.mending.neighbours import neighbours
from positions.authoring.mending.search import Tried, mended
from positions.authoring.mending.written_dates import dates_meant
from positions.loader import Loaded, bound, load_with, loads
from positions.problems.problem import Severity
from positions.reading.folder import joined
from positions.reading.reader import read

if TYPE_CHECKING:
    from collections.abc import Mapping

FILE = "talks.yaml"
DOSSIER = """\
dossier: {format: 1, title: Talks, as_of: 2025-06-30}  # checked twice
parties:
  north: {name: The North, short: NO, formerly: norden}
  south: {name: South}
sources:
  paper: {publisher: The Paper, date: 2025-06-01, title: What they want}
events:
  retreat: {title: The retreat}
issues:
  truce: {topic: War, title: Truce, kind: duration}
  arms: {topic: War, title: Arms, kind: quantity, unit: tons}
  land:
    topic: Land
    title: The hill
    kind: choice
    options: {ours: ours, theirs: theirs}
    parts: {east: The east, west: The west}
memoranda:
  plan:
    party: north
    form: memorandum
    date: 2025-06-01
    sources: [paper]
    positions:
      truce: 30 days
      arms: {value: "1,000 tons", quote: "a word", starts: retreat}
      land: ours
  reply: {party: south, form: statement, date: 2025-06-02, sources: [paper], positions: {}}
"""


def read_as(texts: Mapping[str, str]) -> Tried:
    found = load_with(FILE, texts)
    return Tried(found.problems, found.data)


def fixed(old: str, new: str) -> tuple[str, list[str]]:
    """Return what stands in the place of a change to the dossier once it is mended, and why."""
    assert DOSSIER.count(old) == 1, old
    before, after = DOSSIER.split(old)
    found = mended({FILE: before + new + after}, read_as)
    text = found.texts[FILE]
    assert text.startswith(before)
    assert text.endswith(after)
    return text[len(before) : len(text) - len(after)], [one.problem.code for one in found.mendings]


def test_the_dossier_itself_is_right() -> None:
    assert loads(DOSSIER).problems == ()


@pytest.mark.parametrize(
    ("right", "wrong", "code"),
    [
        ("title: Talks", "titel: Talks", "unknown-key"),
        ("positions: {}", "postions: {}", "unknown-key"),
        ("memoranda:", "memornada:", "unknown-key"),
        ("as_of: 2025-06-30", "as-of: 2025-06-30", "unknown-key"),
        ("kind: duration", "kind: durration", "unknown-kind"),
        ("form: memorandum", "form: memorandun", "wrong-value"),
        ("party: north", "party: nroth", "unknown-party"),
        ("party: north", "party: The North", "unknown-party"),
        ("party: north", "party: NO", "unknown-party"),
        ("      truce: 30 days", "      trucee: 30 days", "unknown-issue"),
        ("      truce: 30 days", "      Truce: 30 days", "unknown-issue"),
        ("starts: retreat", "starts: retraet", "unknown-reference"),
        ("      land: ours", "      land: ouurs", "unreadable-value"),
        ("      truce: 30 days", "      truce: 30 dyas", "unreadable-value"),
        ('value: "1,000 tons"', 'value: "1,000 tosn"', "unreadable-value"),
        ("      truce: 30 days", "      truce:\u00a030 days", "syntax"),
        ("      truce: 30 days", "      truce:30 days", "syntax"),
        ("    party: north", "\tparty: north", "syntax"),
        ("    kind: choice", "\tkind: choice", "syntax"),
        ("memoranda:", "memorandum:", "unknown-key"),
        ("      land: ours", "\t\tland: ours", "syntax"),
        ("    date: 2025-06-01", "    date:\t2025-06-01", ""),
    ],
)
def test_what_was_misspelt_is_spelt_right(right: str, wrong: str, code: str) -> None:
    assert fixed(right, wrong) == ((right, [code]) if code else (wrong, []))


@pytest.mark.parametrize(
    ("right", "wrong", "mended_as", "codes"),
    [
        ('"1,000 tons"', "1,000 tons", '"1,000 tons"', ["comma-in-flow"]),
        ("      truce: 30 days", "      truce: >5 days", '      truce: ">5 days"', ["syntax"]),
        ("title: The hill", "title: Land: hill", 'title: "Land: hill"', ["syntax"]),
        ("title: The hill", "title: @hill", 'title: "@hill"', ["syntax"]),
        ("\nevents:", "\n  events:", "\nevents:", ["misplaced-entry"]),
        ("party: north", "party: norden", "party: north", ["unknown-party"]),
        ("starts: retreat", "by: 'north, south'", "by: [north, south]", ["unknown-reference"]),
        ("      truce: 30 days", "      truce: silnt", "      truce: silent", ["unreadable-value"]),
        ("title: The hill", "title: *hill", 'title: "*hill"', ["unknown-alias"]),
        ("title: Talks", "title: Talks: one", 'title: "Talks: one"', ["syntax"]),
        ("title: Talks", "title:Talks", "title: Talks", ["missing-space"]),
        ("      land: ours", "      land: “ours”", "      land: ours", ["curly-marks"]),
        ("      truce: 30 days", "      truce: 30 days # a", "      truce: 30 days  # a", [
            "comment-in-value"
        ]),
        ("as_of: 2025-06-30", "as_of: 30 June 2025", "as_of: 2025-06-30", ["wrong-value"]),
        ("as_of: 2025-06-30", "as_of: 30/6/2025", "as_of: 2025-06-30", ["wrong-value"]),
        ("as_of: 2025-06-30", "as_of: June 30, 2025", "as_of: 2025-06-30", [
            "comma-in-flow"
        ]),
    ],
)  # fmt: skip
def test_what_was_meant_is_written_so_that_it_reads(
    right: str, wrong: str, mended_as: str, codes: list[str]
) -> None:
    said, why = fixed(right, wrong)
    assert said.replace('"2025-06-30"', "2025-06-30") == mended_as
    assert why == codes


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        # Either could be meant.
        ("as_of: 2025-06-30", "as_of: 03/04/2025"),
        ("title: The hill", "title: Hill #5"),
        ("title: The hill", "title: “The hill”"),
        # No day is invented, and no date that there is not.
        ("as_of: 2025-06-30", "as_of: 30 June"),
        ("as_of: 2025-06-30", "as_of: 31 June 2025"),
        # The words of a quotation are the words of a quotation.
        ('quote: "a word"', "quote: “a word”"),
        ('quote: "a word"', 'quote: ""'),
        # Nothing is like it.
        ("party: north", "party: isles"),
        ("      truce: 30 days", "      truce: as long as it takes"),
        # Another number is another thing.
        ("sources: [paper]\n", "sources: [paper-2]\n"),
        # A stub would say something that nobody said.
        ("name: South", "short: S"),
        # The key that was meant is there already.
        ("party: south, form", "party: south, frm: report, form"),
    ],
)
def test_what_could_be_mended_in_several_ways_or_none_is_left(right: str, wrong: str) -> None:
    assert fixed(right, wrong) == (wrong, [])


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("      land: {parts: {east: ours}}", "      land: {parts: {eastt: ours}}"),
        ("      land: {parts: {east: ours}}", "      land: {parts: {The east: ours}}"),
        ("    reference_point: 5 days", "    reference_point: 5 dayz"),
        ("    parts: {east: ours, west: theirs}", "    parts: {east: ours, wesst: theirs}"),
        ("    parts: {east: ours, west: theirs}", "    parts: {east: ours, The west: theirs}"),
        ("    value: 30 days", "    value: 30 dayss"),
        ("    issue: truce", "    issue: trucee"),
        ("    sequence: [[truce, retreat]]", "    sequence: [[truce, retraet]]"),
        ('    date: "2025-06-02"', "    date: '2 June 2025'"),
    ],
)
def test_what_is_misspelt_in_parts_outcomes_and_reference_points(right: str, wrong: str) -> None:
    text = DOSSIER.replace("      land: ours", "      land: {parts: {east: ours}}")
    text = text.replace(
        "  truce: {topic: War, title: Truce, kind: duration}",
        "  truce:\n    kind: duration\n    reference_point: 5 days",
    )
    text = text.replace(
        "    date: 2025-06-01", "    sequence: [[truce, retreat]]\n    date: 2025-06-01"
    )
    text += (
        "outcomes:\n  deal:\n    issue: truce\n    value: 30 days\n    sources: [paper]\n"
        '    date: "2025-06-02"\n'
        "  east:\n    issue: land\n    parts: {east: ours, west: theirs}\n    date: 2025-06-02\n"
        "    sources: [paper]\n"
    )
    assert not [one for one in loads(text).problems if one.severity is Severity.ERROR]
    assert text.count(right) == 1
    found = mended({FILE: text.replace(right, wrong)}, read_as)
    assert found.texts[FILE].replace("'2025-06-02'", '"2025-06-02"') == text


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("modality: shall", "modality: shal"),
        ("renewable: 5 days", "renewable: 5 dasy"),
        ("until: retreat", "until: The retreat"),
        ("until: retreat", "until: retraet"),
        ("after: [truce]", "after: [truec]"),
        ("  south: {name: South}", "  “south”: {name: South}"),
        ("party: south, form", "party: “south”, form"),
        ("disclosure: published", "disclosure: publishd"),
    ],
)
def test_terms_and_ids_are_spelt_right(right: str, wrong: str) -> None:
    terms = "{value: 30 days, modality: shall, renewable: 5 days, until: retreat}"
    text = DOSSIER.replace("      truce: 30 days", f"      truce: {terms}")
    text = text.replace("starts: retreat}", "starts: retreat, after: [truce]}")
    text = text.replace("    form: memorandum", "    form: memorandum\n    disclosure: published")
    assert loads(text).problems == ()
    assert text.count(right) == 1
    found = mended({FILE: text.replace(right, wrong)}, read_as)
    # A title in several words may be free words: it is right as it is.
    assert found.texts[FILE] == (text.replace(right, wrong) if "The" in wrong else text)


def test_what_cannot_be_read_hides_what_it_declares() -> None:
    issues, rest = DOSSIER.split("memoranda:")
    texts = {"a.yaml": f"memoranda:{rest}".replace("nroth", "north"), "b.yaml": issues}

    def read_both(texts_now: Mapping[str, str]) -> Tried:
        readings = [read(text, name) for name, text in texts_now.items()]
        found = bound(Loaded("x", None, (), joined(readings, "x")))
        return Tried(found.problems, found.data)

    assert read_both(texts).problems == ()
    # While what declares the parties cannot be read, none of them is unknown.
    broken = {**texts, "b.yaml": issues.replace("parties:", "parties: [")}
    assert mended(broken, read_both).mendings == ()


def test_two_neighbours_are_no_mending() -> None:
    text = DOSSIER.replace("south", "nortz").replace("party: north\n", "party: nort\n")
    assert mended({FILE: text}, read_as).mendings == ()


def test_what_a_mending_uncovers_is_mended_too() -> None:
    text = DOSSIER.replace("memoranda:", "memornada:").replace("30 days", "30 dyas")
    found = mended({FILE: text.replace("title: The hill", "title: Land: hill")}, read_as)
    assert [one.problem.code for one in found.mendings] == [
        "syntax",
        "unknown-key",
        "unreadable-value",
    ]
    assert [
        one for one in loads(found.texts[FILE]).problems if one.severity is Severity.ERROR
    ] == []
    assert [(one.line, one.before, one.after) for one in found.mendings][1:] == [
        (18, "memornada:", "memoranda:"),
        (25, "dyas", "days"),
    ]


def test_no_more_is_tried_than_allowed() -> None:
    text = DOSSIER.replace("title: Talks", "titel: Talks").replace("nroth", "north")
    assert mended({FILE: text}, read_as, most=0).mendings == ()


@pytest.mark.parametrize(
    ("word", "found"),
    [
        ("nroth", ("north",)),
        ("nort", ("north",)),
        ("northh", ("north",)),
        ("morth", ("north",)),
        ("North", ("north",)),
        ("north", ()),
        ("sorth", ("north", "south")),
        ("round_1", ("round-1",)),
        ("round-2", ()),
        ("est", ()),
        ("soouth", ("south",)),
        ("", ()),
    ],
)
def test_a_neighbour_is_one_slip_away(word: str, found: tuple[str, ...]) -> None:
    assert neighbours(word, ["north", "south", "round-1", "us", "it"]) == found


@pytest.mark.parametrize(
    ("words", "dates"),
    [
        ("2 June 2025", ("2025-06-02",)),
        ("2nd of Jun. 2025", ("2025-06-02",)),
        ("June 2nd, 2025", ("2025-06-02",)),
        ("June 2025", ("2025-06",)),
        ("2 June 3 2025", ()),
        ("2025/6/2", ("2025-06-02",)),
        ("2025.06.31", ()),
        ("13.05.2025", ("2025-05-13",)),
        ("3/4/2025", ("2025-04-03", "2025-03-04")),
        ("4/4/2025", ("2025-04-04",)),
        ("2 Juno 2025", ()),
        ("soon", ()),
    ],
)
def test_a_date_in_words_is_read_where_it_can_be(words: str, dates: tuple[str, ...]) -> None:
    assert dates_meant(words) == dates
