"""Words in a text document: every one of them, cut where they turn."""

from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, strategies

from reviewer.exporters.docx import words
from reviewer.exporters.paper.anchors import anchor_of
from reviewer.exporters.paper.pen import block
from reviewer.exporters.paper.turning import isolated
from tests.exporters.docx_parts import is_leftward, runs_of, words_of
from tests.exporters.snapshots import unhurried

_NAMES = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_MIXED = strategies.text(alphabet="aB9 .,_-(ءابہ۵\u200e\u200f\n\t👩é中", max_size=20)


def parsed(inside: str) -> ET.Element:
    return ET.fromstring(f"<w:p {_NAMES}>{inside}</w:p>")


def cut(text: str, *, leftward: bool = False) -> list[tuple[bool, str]]:
    return runs_of(parsed(words.exactly(text, leftward=leftward)))


@unhurried
@given(_MIXED, strategies.booleans())
def test_no_character_is_lost_or_moved(text: str, leftward: bool) -> None:
    found = cut(text, leftward=leftward)
    assert "".join(part for _left, part in found) == text
    assert all(one[0] is not other[0] for one, other in pairwise(found))


@pytest.mark.parametrize(
    ("text", "leftward", "found"),
    [
        ("Twelve, at 9.", False, [(False, "Twelve, at 9.")]),
        ("says زرویل پل 12.", False, [(False, "says "), (True, "زرویل پل 12"), (False, ".")]),
        ("زرویل UN پل.", True, [(True, "زرویل "), (False, "UN"), (True, " پل.")]),
        ("12.", True, [(True, "12.")]),
        ("UN", True, [(False, "UN")]),
        ("ا، ب", False, [(True, "ا، ب")]),
        ("ا\u200e، \u200eب", False, [(True, "ا"), (False, "\u200e، \u200e"), (True, "ب")]),
    ],
)
def test_words_are_cut_where_they_turn(
    text: str,
    leftward: bool,
    found: list[tuple[bool, str]],
) -> None:
    assert cut(text, leftward=leftward) == found


def test_what_xml_cannot_hold_is_replaced_and_its_signs_are_words() -> None:
    found = parsed(words.run("<w:p>&\x00\x1f\ufffe\"']]>\r"))
    assert words_of(found) == "<w:p>&\ufffd\ufffd\ufffd\"']]>\ufffd"
    assert words.attribute('a"<\n\x00') == "a&quot;&lt; \ufffd"


def test_signs_that_isolate_become_marks_from_the_innermost_outward() -> None:
    found = words_of(parsed(words.run("کہا \u2068Army \u2068ا\u2069\u2069 نے", leftward=True)))
    assert not set("\u2066\u2067\u2068\u2069") & set(found)
    assert "\u200f\u200eArmy" in found
    deep = "\u2068" * 9 + "x" + "\u2069" * 9
    assert "\u2068" not in words_of(parsed(words.run(deep, leftward=True)))


def test_a_documents_own_signs_are_kept() -> None:
    assert words_of(parsed(words.exactly("a\u2068b\u2069"))) == "a\u2068b\u2069"


def test_a_date_keeps_its_order_among_words_that_run_leftward() -> None:
    found = runs_of(parsed(words.run("تک 2026-11-22 پڑھی", leftward=True)))
    assert (False, "\u200e2026-11-22\u200e") in found


def test_words_within_a_sentence_touch_nothing_around_them() -> None:
    assert isolated("12", leftward=True) == "12"
    assert isolated("Army", leftward=False) == "Army"
    assert isolated("پل", leftward=False) == "\u200e\u200fپل\u200f\u200e"
    assert isolated("پل", leftward=True) == "\u200fپل\u200f"


def test_a_block_runs_as_most_of_its_letters_do() -> None:
    def leftward(found: str) -> bool:
        return is_leftward(ET.fromstring(found.replace("<w:p>", f"<w:p {_NAMES}>", 1)))

    assert leftward(block(words.DocxPen(), "Words", "زرویل پل UN"))
    assert not leftward(block(words.DocxPen(), "Words", "UN", leftward=True))
    assert leftward(block(words.DocxPen(), "Words", "12", leftward=True))


def test_the_language_of_words_stands_with_them() -> None:
    assert '<w:lang w:bidi="ur"/>' in words.exactly("پل", language="ur")
    assert '<w:lang w:val="de"/>' in words.exactly("Brücke", language="de")


def test_an_anchor_has_only_what_bookmarks_may_have() -> None:
    assert anchor_of("D4·12") == "p_D4_12"
    assert len(anchor_of("x" * 90)) == 40
    assert anchor_of("a\"<'·") == "p_a____"


def test_no_sign_in_a_name_turns_what_stands_behind_it() -> None:
    for leftward in (False, True):
        assert "\u202e" not in isolated("exe\u202etxt", leftward=leftward)
