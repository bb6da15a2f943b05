"""The sample dossier is what its README says, byte for byte and word for word."""

import codecs
import hashlib
import json
import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from reviewer.environment.resources import seed

ROW = re.compile(r"^\| `(?P<file>[^`]+)` \|.*\| (?P<bytes>(?:UTF|Windows)[^|]*) \|[^|]*\|$", re.M)
CLAIM = re.compile(r"^\|[^|]*\| “(?P<words>[^|]*)” \| `(?P<file>[^`]+)` \|", re.M)
ENCODINGS = {"UTF-8": "utf-8-sig", "UTF-16 LE": "utf-16", "Windows-1252": "cp1252"}
MARKS = {"UTF-8": codecs.BOM_UTF8, "UTF-16 LE": codecs.BOM_UTF16_LE}


@dataclass(frozen=True)
class Listed:
    """A document as the README's table lists it, beside the file itself."""

    data: bytes
    encoding: str
    features: str

    @property
    def text(self) -> str:
        """The words, line ends as they stand in the file."""
        return self.data.decode(ENCODINGS[self.encoding])


def readme() -> str:
    return seed("README.md").read_text(encoding="utf-8")


def listed() -> dict[str, Listed]:
    documents = {}
    for row in ROW.finditer(readme()):
        encoding, _, features = row["bytes"].strip().partition(" with ")
        data = (seed("sample") / row["file"]).read_bytes()
        documents[row["file"]] = Listed(data, encoding, features)
    return documents


LISTED = listed()
DOCUMENTS = pytest.mark.parametrize("document", LISTED.values(), ids=LISTED)


def files() -> list[Path]:
    return sorted(seed("sample").iterdir())


def test_the_readme_lists_every_document_and_no_other() -> None:
    assert sorted(LISTED) == [path.name for path in files()]


def test_no_two_documents_are_the_same_file() -> None:
    prints = {hashlib.sha256(document.data).hexdigest() for document in LISTED.values()}
    assert len(prints) == len(LISTED)


@DOCUMENTS
def test_a_document_has_the_bytes_the_readme_promises(document: Listed) -> None:
    line_ends = document.text.count("\r\n")
    mark = MARKS.get(document.encoding, b"no mark")
    assert document.data.startswith(mark) == ("BOM" in document.features)
    assert line_ends == (document.text.count("\n") if "CRLF" in document.features else 0)
    assert ("\u00a0" in document.text) == ("no-break spaces" in document.features)


def test_the_windows_file_is_not_valid_in_any_other_encoding_we_try_first() -> None:
    document = LISTED["note-verbale-114.txt"]
    with pytest.raises(UnicodeDecodeError):
        document.data.decode("utf-8")
    with pytest.raises(UnicodeDecodeError):
        document.data.decode("cp1250")


@DOCUMENTS
def test_a_document_is_short_enough_to_read_and_long_enough_to_work_on(document: Listed) -> None:
    assert 150 <= len(document.text.split()) <= 700


def test_the_urdu_report_is_urdu_throughout() -> None:
    text = LISTED["زرویل پل پر فائرنگ.txt"].text
    assert not re.search(r"[A-Za-z]", text)


def test_words_quoted_in_the_readme_stand_once_in_their_document() -> None:
    claims = [(claim["file"], claim["words"]) for claim in CLAIM.finditer(readme())]
    astray = [(file, words) for file, words in claims if LISTED[file].text.count(words) != 1]
    assert len(claims) > 80
    assert astray == []


def test_the_default_codebook_holds_the_three_tags_a_new_project_begins_with() -> None:
    book = json.loads(seed("codebooks/default.json").read_text(encoding="utf-8"))
    tags = [(tag["name"], tag["key"], tag["record"]) for tag in book["tags"]]
    assert book["format"] == 1
    assert tags == [
        ("Allegation", "A", "allegation"),
        ("Denial", "D", "response"),
        ("Casualty figure", "C", "figure"),
    ]
    assert all(tag["definition"] and tag["colour"] for tag in book["tags"])
