"""Decoding: each way to say how bytes are meant, in order, and what is no text at all."""

import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.domain.errors import Unreadable
from reviewer.domain.incoming import EncodingBasis
from reviewer.importers.decoding import ENCODINGS, MARKS, codec_of, decode

URDU = "صوبائی ترجمان نے کہا کہ کوئی ہلاک نہیں ہوا۔\nاس نے تردید کی۔\n"
ARABIC = "نفى المتحدث باسم الحكومة مساء الخميس أن تكون القوات قد أطلقت النار على المتظاهرين.\n"
ENGLISH = "The ministry’s spokesman “denied” the allegation — it cost €250, naïvely.\n"
MIXED = f"{ENGLISH}{URDU}💥"
NAME = "release.txt"


@pytest.mark.parametrize("encoding", MARKS)
def test_a_byte_order_mark_settles_it(encoding: str) -> None:
    decoded = decode(MARKS[encoding] + MIXED.encode(encoding), NAME)
    assert (decoded.text, decoded.encoding, decoded.mark) == (MIXED, encoding, True)
    assert decoded.basis is EncodingBasis.MARK


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", [ENGLISH, URDU, MIXED, "no", "x"])
def test_utf16_without_a_mark_is_known_by_its_zero_bytes(text: str, encoding: str) -> None:
    decoded = decode(text.encode(encoding), NAME)
    assert (decoded.text, decoded.encoding, decoded.mark) == (text, encoding, False)
    assert decoded.basis is EncodingBasis.ZERO_PATTERN


def test_a_text_with_some_zero_bytes_in_it_is_not_utf16() -> None:
    text = f"{ENGLISH * 20}\0{ENGLISH * 3}\0{ENGLISH}"
    decoded = decode(text.encode(), NAME)
    assert (decoded.text, decoded.basis) == (text, EncodingBasis.STRICT)


@given(st.text(st.characters(exclude_categories=["Cc", "Cs"]), min_size=1))
def test_valid_utf8_is_utf8(text: str) -> None:
    decoded = decode(b"x" + text.encode(), NAME)
    assert (decoded.text, decoded.encoding) == (f"x{text}", "utf-8")
    assert decoded.basis is EncodingBasis.STRICT


@pytest.mark.parametrize(
    "data",
    [
        URDU.encode()[:-2],
        URDU.encode().replace("ک".encode(), b"\xff", 1),
        f"{ENGLISH * 5}".encode() + b"Caf\xe9\n",
    ],
)
def test_slightly_damaged_utf8_stays_utf8_and_marks_the_bytes(data: bytes) -> None:
    decoded = decode(data, NAME)
    assert (decoded.encoding, decoded.basis) == ("utf-8", EncodingBasis.DAMAGED)
    assert decoded.text.encode("utf-8", "surrogateescape") == data


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (ARABIC * 2, "windows-1256"),
        (ENGLISH * 2, "windows-1252"),
        ("El portavoz negó que la operación causara víctimas el año pasado.\n", "windows-1252"),
        ("Wojsko zaprzeczyło, jakoby ostrzelało wieś; dwanaście osób.\n" * 3, "windows-1250"),
        ("It’s ours.", "windows-1252"),
        ("Schöne Grüße aus München, wo es müde Bären gäbe.\n", "windows-1252"),
        ("Он заявил, что никто из жителей не пострадал при обстреле.\n" * 3, "windows-1251"),
        ("Он заявил, что никто из жителей не пострадал при обстреле.\n" * 3, "koi8-r"),
    ],
)
def test_other_encodings_are_guessed(text: str, encoding: str) -> None:
    decoded = decode(text.encode(encoding), NAME)
    assert (decoded.text, decoded.encoding) == (text, encoding)
    assert decoded.basis is EncodingBasis.GUESSED


def test_the_guess_looks_where_the_text_is_not_ascii() -> None:
    text = f"{'Only plain letters here. ' * 8_000}\n{ARABIC * 3_000}"
    decoded = decode(text.encode("windows-1256"), NAME)
    assert (decoded.text, decoded.encoding) == (text, "windows-1256")


def test_what_cannot_be_guessed_is_read_and_marked() -> None:
    decoded = decode(b"\x81\xfe\x8d", NAME)
    assert decoded.basis is EncodingBasis.GUESSED
    assert decoded.text.encode(decoded.encoding, "surrogateescape") == b"\x81\xfe\x8d"


def test_a_file_may_name_its_encoding() -> None:
    text = f"-*- coding: iso-8859-6 -*-\n{ARABIC}".replace("،", "")
    decoded = decode(text.encode("iso-8859-6"), NAME)
    assert (decoded.text, decoded.encoding) == (text, "iso-8859-6")
    assert decoded.basis is EncodingBasis.DECLARED


@pytest.mark.parametrize("named", ["utf-8", "no-such-encoding", "rot13", "idna", "ascii"])
def test_a_name_that_cannot_be_right_is_passed_over(named: str) -> None:
    text = f"charset={named}\n{ENGLISH * 2}"
    decoded = decode(text.encode("windows-1252"), NAME)
    assert (decoded.text, decoded.basis) == (text, EncodingBasis.GUESSED)


@pytest.mark.parametrize("encoding", [encoding.name for encoding in ENCODINGS])
def test_a_person_can_choose_any_encoding_that_is_offered(encoding: str) -> None:
    assert codec_of(encoding)
    decoded = decode(b"Plain letters.\n\n", NAME, chosen=encoding)
    assert (decoded.encoding, decoded.basis) == (encoding, EncodingBasis.CHOSEN)
    data = "Plain letters.".encode(encoding)
    assert decode(data, NAME, chosen=encoding).text == "Plain letters."


def test_the_choice_wins_over_what_the_bytes_say_and_drops_only_its_own_mark() -> None:
    assert decode(URDU.encode(), NAME, chosen="CP1256").encoding == "windows-1256"
    marked = MARKS["utf-8"] + URDU.encode()
    assert decode(marked, NAME, chosen="utf8").text == URDU
    assert decode(marked, NAME, chosen="utf8").mark
    assert decode(marked, NAME, chosen="windows-1252").text.startswith("ï»¿")
    assert not decode(marked, NAME, chosen="windows-1252").mark


@pytest.mark.parametrize("chosen", ["no-such-encoding", "hex", "idna", "a\0b", ""])
def test_an_unknown_choice_is_refused_with_those_that_are_known(chosen: str) -> None:
    with pytest.raises(Unreadable, match=r"release\.txt.*windows-1256"):
        decode(b"words", NAME, chosen=chosen)


def test_half_a_unit_at_the_end_is_marked_not_dropped() -> None:
    decoded = decode(MARKS["utf-16-le"] + ENGLISH.encode("utf-16-le") + b"x", NAME)
    assert decoded.text == f"{ENGLISH}\udcff"
    outside = MARKS["utf-32-le"] + ENGLISH.encode("utf-32-le") + b"\xff\xff\xff\xff"
    assert decode(outside, NAME).text == f"{ENGLISH}\ufffd"


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)) * 9,
        os.urandom(5_000).replace(b"\xff\xfe", b"").replace(b"\xfe\xff", b""),
        b"before\0after\x0bvt\x0cff\x1aend",
        b"\0" * 1_000,
        b"\x01\0" * 500,
        MARKS["utf-8"] + b"ab\1\2\3",
        MARKS["utf-16-le"] + b"\1\0\2\0\3\0",
    ],
)
def test_what_is_no_text_is_refused_by_name(data: bytes) -> None:
    with pytest.raises(Unreadable, match=r"“release\.txt” is no text"):
        decode(data, NAME)


def test_a_few_control_characters_do_not_make_a_text_binary() -> None:
    text = f"{ENGLISH * 3}\x1a\0"
    assert decode(text.encode(), NAME).text == text
