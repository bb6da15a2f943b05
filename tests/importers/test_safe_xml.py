"""XML from strangers is read without entities, without the network, and a piece at a time."""

import io
import zipfile
from pathlib import Path

import pytest

from reviewer.domain.errors import Unreadable
from reviewer.importers.safe_xml import blocks, named_elements, root_of
from reviewer.importers.zipped import Zipped


def holding(xml: str) -> Zipped:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("part.xml", xml)
    return Zipped(made.getvalue(), "report.docx")


def read(xml: str) -> list[str]:
    zipped = holding(xml)
    with zipped.opened(zipped.part("part.xml")) as file:
        found = blocks(file, {"body"}, part="part.xml", name="report.docx")
        return ["".join(map(str, element.itertext())) for element in found]


def test_blocks_are_given_one_after_another() -> None:
    paragraphs = "\n".join(f"<p>{number} <b>men</b></p>" for number in range(5000))
    assert read(f"<r><head><p>x</p></head><body>{paragraphs}</body></r>") == [
        f"{number} men" for number in range(5000)
    ]
    assert root_of(holding("<r><!-- no --><p>One</p></r>"), "part.xml", "r.docx")[0].text == "One"


@pytest.mark.parametrize("xml", ["", "<r><body><p>One</p>", "<r>&no;</r>", "no xml"])
def test_broken_xml_is_refused_with_the_name_of_the_part(xml: str) -> None:
    with pytest.raises(Unreadable, match=r"“report\.docx” is damaged: “part\.xml”"):
        read(xml)
    with pytest.raises(Unreadable, match=r"“r\.docx” is damaged: “part\.xml”"):
        root_of(holding(xml), "part.xml", "r.docx")


def test_document_types_are_refused_and_nothing_outside_is_read(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("SECRET", "utf-8")
    bomb = "".join(f'<!ENTITY b{n} "{f"&b{n - 1};" * 10}">' for n in range(1, 9))
    for inside in (
        f'[<!ENTITY x SYSTEM "{secret.as_uri()}">]><r><body><p>&x;</p></body></r>',
        f'[<!ENTITY b0 "ha">{bomb}]><r><body><p>&b8;</p></body></r>',
        f'SYSTEM "{secret.as_uri()}"><r><body><p>One</p></body></r>',
    ):
        xml = f"<!DOCTYPE r {inside}"
        with pytest.raises(Unreadable, match="brings a document type"):
            read(xml)
        # A bomb is refused by the parser itself, before it comes to its type.
        with pytest.raises(Unreadable, match=r"brings a document type|no XML"):
            root_of(holding(xml), "part.xml", "report.docx")


def test_elements_nested_too_deep_are_refused() -> None:
    with pytest.raises(Unreadable, match="is damaged"):
        read(f"<r><body>{'<p>' * 3000}{'</p>' * 3000}</body></r>")


@pytest.mark.parametrize("xml", ["<r><body><p>{words}</p></body></r>", '<r words="{words}"/>'])
def test_words_longer_than_is_read_in_one_piece_are_called_so_and_not_damaged(xml: str) -> None:
    long = xml.format(words="x" * 10_000_001)
    for reading in (read, named, lambda xml: root_of(holding(xml), "part.xml", "a.docx")):
        with pytest.raises(
            Unreadable, match=r"“part\.xml” in it holds more than 10 MB.*Split"
        ) as it:
            reading(long)
        assert "damaged" not in str(it.value)


def test_a_part_that_is_read_as_a_whole_may_not_be_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reviewer.importers.safe_xml.LARGEST_TREE", 10)
    with pytest.raises(Unreadable, match="unpacks to more than"):
        root_of(holding("<r><p>Two men</p></r>"), "part.xml", "report.docx")
    assert read("<r><body><p>Two men</p></body></r>") == ["Two men"]


def named(xml: str) -> list[str]:
    found = named_elements(io.BytesIO(xml.encode()), {"a", "b"}, part="part.xml", name="study.qdpx")
    return [f"{element.get('n')}:{element.text or ''}" for element in found]


def test_elements_are_given_by_their_local_names_inner_ones_first() -> None:
    xml = '<r xmlns="urn:one"><a n="1"><b n="2">x</b><c/><b n="3"/></a><x><b n="4"/></x></r>'
    assert named(xml) == ["2:x", "3:", "1:", "4:"]


def test_an_element_that_was_given_is_forgotten_with_the_next_beside_it() -> None:
    xml = "<r>" + "<a><b/><b/><b/></a>" * 3 + "</r>"
    file = io.BytesIO(xml.encode())
    before = [
        len(list(element.itersiblings(preceding=True)))
        for element in named_elements(file, {"a", "b"}, part="part.xml", name="study.qdpx")
    ]
    assert before == [0, 1, 1, 0, 0, 1, 1, 1, 0, 1, 1, 1]


@pytest.mark.parametrize("xml", ["", "<r><a>", "<r>&no;</r>", '<!DOCTYPE r [<!ENTITY x "y">]><r/>'])
def test_broken_or_typed_xml_gives_no_elements(xml: str) -> None:
    with pytest.raises(Unreadable, match=r"study\.qdpx.*part\.xml"):
        named(xml)
