"""Codebooks for other programs: the standard's own schema decides."""

import io
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from reviewer.domain.codebooks import Entry
from reviewer.domain.tags import RecordKind
from reviewer.exporters.codebooks.codebook_refi import CODEBOOK_EXPORTER

BOOK = [
    Entry("Violence", "", "1", "V", '=2+3 "Force" & ]]> <b>\nor worse', RecordKind.NONE, "uid-1"),
    Entry("تہدید\u200f", "VIOLENCE", "#A0B0C0", "", "", RecordKind.ALLEGATION, "uid-2"),
    Entry("Circle", "Round", "24"),
    Entry("Round", "Circle", ""),
    Entry("Lost", "Nowhere", "9", "", "\x00\x1b\uffff", RecordKind.FIGURE),
]


def written(book: list[Entry]) -> bytes:
    target = io.BytesIO()
    CODEBOOK_EXPORTER.write(book, target)
    return target.getvalue()


def schema(samples: Path, name: str) -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(samples / "refi-qda" / name))


def test_what_is_written_is_as_the_standard_wants_it(samples: Path) -> None:
    wanted = schema(samples, "Codebook.xsd")
    wanted.assertValid(etree.fromstring(written(BOOK)))
    wanted.assertValid(etree.fromstring(written(BOOK[2:4])))
    assert b"<Sets" not in written(BOOK[2:4])


def test_tags_stand_under_their_parents_and_in_sets_of_their_records() -> None:
    root = etree.fromstring(written(BOOK))
    names = {"q": root.nsmap[None] or ""}
    assert [one.get("name") for one in root.findall("q:Codes/q:Code", names)] == [
        *("Violence", "Circle", "Round", "Lost")
    ]
    (under,) = root.findall("q:Codes/q:Code/q:Code", names)
    assert (under.get("name"), under.get("color")) == ("تہدید\u200f", "#A0B0C0")
    assert [one.get("name") for one in root.findall("q:Sets/q:Set", names)] == [
        *("Details: allegation", "Details: figure", "Keys of Reviewer")
    ]
    assert root.findtext("q:Codes/q:Code/q:Description", namespaces=names) == BOOK[0].definition
    assert "_x0000__x001B__xFFFF_" in written(BOOK).decode()


def test_a_codebook_without_tags_is_written_all_the_same() -> None:
    assert etree.fromstring(written([])) is not None


@given(st.lists(st.text(max_size=20), max_size=4))
def test_no_words_break_it(names: list[str]) -> None:
    book = [Entry(name, "", "1", "", name) for name in names]
    root = etree.fromstring(written(book))
    assert len(root[0]) == len(names)
