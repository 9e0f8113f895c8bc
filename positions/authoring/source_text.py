"""A file of a dossier as text, and back to bytes in the encoding that it had."""

from __future__ import annotations

from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from dataclasses import dataclass

from positions.authoring.edits import NoPlace
from positions.reading.reader import read

__all__ = ["SourceText", "source_text"]

_MARKS = ((BOM_UTF8, "utf-8"), (BOM_UTF16_LE, "utf-16-le"), (BOM_UTF16_BE, "utf-16-be"))


@dataclass(frozen=True, slots=True)
class SourceText:
    """What a file holds.

    Attributes:
        text: The text, without a byte order mark.
        mark: The byte order mark; empty where there is none.
        encoding: The encoding.
    """

    text: str
    mark: bytes = b""
    encoding: str = "utf-8"

    def bytes_of(self, text: str) -> bytes:
        """Return what the file holds with another text."""
        return self.mark + text.encode(self.encoding)


def source_text(content: bytes) -> SourceText:
    """Return the text of a file, every sign of it as it is.

    Raises:
        NoPlace: It is not text that a dossier can have, so that writing it anew would change it.
    """
    mark, encoding = next((one for one in _MARKS if content.startswith(one[0])), (b"", "utf-8"))
    try:
        text = content[len(mark) :].decode(encoding)
    except UnicodeDecodeError:
        text = ""
    found = SourceText(text, mark, encoding)
    if found.bytes_of(text) != content or read(text, "").lines.text != text:
        raise NoPlace("The file has bytes that are no text; save it as UTF-8 first.")
    return found
