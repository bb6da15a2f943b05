"""A picture as SVG: well-formed whatever a document says, words as words, nothing that runs."""

import io
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.domain.pictures import Picture
from reviewer.exporters.svg import write_svg
from tests.domain.test_figure_pictures import ALL, LINKS, OURS, picture

SVG = "{http://www.w3.org/2000/svg}"


def written(drawn: Picture, title: str = "The raid") -> ET.Element:
    target = io.BytesIO()
    write_svg(drawn, title, 13, target)
    return ET.fromstring(target.getvalue())


def test_words_stay_words() -> None:
    root = written(picture(*ALL, links=LINKS, working=OURS))
    said = [one.text for one in root.iter(f"{SVG}text")]
    assert "“at least 27”" in said
    assert "\u2067“زیادہ سے زیادہ چالیس”\u2069" in said
    assert root.findtext(f"{SVG}title") == "The raid"


def test_nothing_in_it_runs_or_is_fetched() -> None:
    root = written(picture(*ALL, links=LINKS, working=OURS))
    tags = {one.tag.removeprefix(SVG) for one in root.iter()}
    assert tags <= {
        *("svg", "title", "desc", "defs", "linearGradient", "stop", "pattern"),
        *("rect", "text", "circle", "polygon", "polyline"),
    }
    attributes = {name for one in root.iter() for name in one.attrib}
    assert not [name for name in attributes if name.startswith("on") or "href" in name]


@pytest.mark.parametrize("words", ["<script>alert(1)</script>", "a & b", "\x0b\ufffe]]>"])
def test_what_looks_like_markup_is_written_as_words(words: str) -> None:
    assert "script" not in {one.tag.removeprefix(SVG) for one in written(picture(), words).iter()}


@given(st.text(max_size=40))
def test_it_is_well_formed_whatever_is_said(words: str) -> None:
    title = written(picture(), words).findtext(f"{SVG}title")
    assert title is not None
