"""Codebooks of other programs, as they are and not as they should be."""

from pathlib import Path

import pytest

from reviewer.domain.errors import Unreadable
from reviewer.importers.codebook import read, read_file

GUID = "5f0c7c54-6f0e-4f6e-9b59-5a3c0d1f2e1"


def book(codes: str, *, more: str = "", namespace: str = "urn:QDA-XML:codebook:1.0") -> bytes:
    return f'<CodeBook xmlns="{namespace}"><Codes>{codes}</Codes>{more}</CodeBook>'.encode()


def test_taguettes_own_codebook_is_read_though_it_breaks_the_schema(samples: Path) -> None:
    found = read_file(samples / "taguette" / "taguette-codebook.qdc")
    assert found.complaints == ()
    assert [entry.name for entry in found.entries] == [
        *("allegation", "denial", "casualty figure", "casualty figure.killed")
    ]
    assert found.entries[0].said == {"name", "parent", "definition", "uid"}


@pytest.mark.parametrize("version", ["codebook:0:4", "codebook:1:0", "project:1.0"])
def test_the_names_of_elements_count_whatever_their_namespace(version: str) -> None:
    found = read(book('<Code name="One"/>', namespace=f"urn:QDA-XML:{version}"), "book.qdc")
    assert [entry.name for entry in found.entries] == ["One"]


def test_codes_of_one_name_are_told_apart_by_where_they_stand() -> None:
    codes = (
        f'<Code guid="{{{GUID.upper()}0}}" name="Army"><Code guid="{GUID}1" name="says"/></Code>'
        f'<Code guid="{GUID}2" name="Police" color="#f08"><Description>Of any\ntown</Description>'
        f'<Code guid="{GUID}3" name="Says"/><Code guid="{GUID}4" name="says"/></Code>'
        f'<Code guid="{GUID}5" name=" "/><Code guid="{GUID}6" name="{"n" * 300}"/>'
        f'<Code guid="{GUID}7" name="{"n" * 200}"/>'
    )
    found = read(book(codes), "book.qdc")
    assert found.complaints == ()
    names = ["Army", "says", "Police", "Says (Police)", "says (2)", "5f0c7c54", "n" * 200]
    assert [entry.name for entry in found.entries] == [*names, "n" * 196 + " (2)"]
    assert [entry.parent for entry in found.entries[:5]] == ["", "Army", "", "Police", "Police"]
    assert found.entries[0].uid == GUID + "0"
    assert (found.entries[2].colour, found.entries[2].definition) == ("#FF0088", "Of any\ntown")


def test_a_short_name_for_a_guid_is_no_reason_to_complain() -> None:
    codes = '<Code guid="c001" name="Mood"><Code guid="c21" name="Rage"/></Code>'
    found = read(book(codes), "book.qdc")
    assert found.complaints == ()
    assert [(entry.name, entry.parent, entry.uid) for entry in found.entries] == [
        ("Mood", "", ""),
        ("Rage", "Mood", ""),
    ]


def test_records_and_keys_are_read_from_our_own_files_only() -> None:
    sets = (
        f'<Sets><Set name="Details: figure"><MemberCode guid="{GUID}1"/></Set>'
        f'<Set name="Keys of Reviewer"><Description>K {GUID}1</Description></Set></Sets>'
    )
    codes = f'<Code guid="{GUID}1" name="Dead" color="#363DB7"/>'
    (theirs,) = read(book(codes, more=sets), "book.qdc").entries
    assert (theirs.record, theirs.key, theirs.colour) == ("none", "", "#363DB7")
    ours = book(codes, more=sets).replace(b"<CodeBook", b'<CodeBook origin="Reviewer"')
    (own,) = read(ours, "book.qdc").entries
    assert (own.record, own.key, own.colour) == ("figure", "K", "1")


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<CodeBook><Codes>",
        b"<CodeBook/>",
        b"<Project><Codes/></Project>",
        b"<CodeBook><Codes/></CodeBook>",
        b'<!DOCTYPE a [<!ENTITY b "c">]><CodeBook><Codes><Code name="&b;"/></Codes></CodeBook>',
        b"<CodeBook><Codes>" + b"<Code>" * 3000 + b"</Code>" * 3000 + b"</Codes></CodeBook>",
    ],
)
def test_what_is_no_codebook_is_refused(data: bytes) -> None:
    with pytest.raises(Unreadable, match=r"book\.qdc"):
        read(data, "book.qdc")
