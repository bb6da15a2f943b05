"""Originals: a file's own bytes come back, byte for byte, and hostile ones do no harm."""

import hashlib
import random
import zlib
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.domain.errors import Damaged
from reviewer.domain.incoming import EncodingBasis, Original
from reviewer.domain.text import normalise
from reviewer.importers.decoding import MARKS, Decoded, decode
from reviewer.importers.originals import kept_as_it_is, original_of, restore, restored_sha256

WORDS = "The army denied it.\nنفى الجيش ذلك.\n" * 5


def taken_in(data: bytes, encoding: str | None = None) -> tuple[Original, str]:
    decoded = decode(data, "a.txt", chosen=encoding)
    text = normalise(decoded.text).text
    return original_of(data, decoded, text), text


@pytest.mark.parametrize(
    ("data", "recipe"),
    [
        (WORDS.encode(), "utf-8"),
        (WORDS.replace("\n", "\r\n").encode(), "utf-8 crlf"),
        (WORDS.replace("\n", "\r").encode(), "utf-8 cr"),
        (MARKS["utf-8"] + WORDS.encode(), "utf-8 bom"),
        (
            MARKS["utf-16-le"] + WORDS.replace("\n", "\r\n").encode("utf-16-le"),
            "utf-16-le bom crlf",
        ),
        ((WORDS * 3).encode("utf-16-be"), "utf-16-be"),
        ((WORDS * 3).encode("windows-1256"), "windows-1256"),
        ("Über — alles…\n".encode("windows-1252"), "windows-1252"),
    ],
)
def test_where_the_text_gives_the_bytes_back_the_recipe_is_kept(data: bytes, recipe: str) -> None:
    original, text = taken_in(data)
    assert (original.recipe, original.data, original.size) == (recipe, b"", len(data))
    assert restore(original, text) == data
    assert restored_sha256(original, text) == original.sha256 == hashlib.sha256(data).hexdigest()


def test_of_large_files_only_those_are_packed_that_get_smaller() -> None:
    noise = random.Random(5).randbytes(300_000)
    for data, codec in ((noise, "plain"), (noise + bytes(200_000), "zlib")):
        original = kept_as_it_is(data)
        assert original.codec == codec
        assert restore(original, "") == data


@pytest.mark.parametrize(
    "data",
    [
        b"one\r\ntwo\nthree\r\n" * 30,
        f"a\u2028b {WORDS}".encode(),
        WORDS.encode() + b"\0",
        WORDS.encode()[:-3],
        MARKS["utf-8"] * 2 + WORDS.encode(),
        MARKS["utf-16-be"] + WORDS.encode("utf-16-be") + b"x",
    ],
)
def test_otherwise_the_bytes_are_kept_packed(data: bytes) -> None:
    original, text = taken_in(data)
    assert (original.recipe, original.codec) == ("", "zlib")
    assert len(original.data) < len(data)
    assert restore(original, text) == data


def test_what_does_not_get_smaller_is_kept_plain() -> None:
    original, text = taken_in(b"a\r\nb\n")
    assert (original.recipe, original.codec, original.data) == ("", "plain", b"a\r\nb\n")
    assert restore(original, text) == b"a\r\nb\n"


def test_what_the_encoding_cannot_say_again_is_kept_packed() -> None:
    data = "Ça\n".encode("windows-1252") * 9 + b"\x81"
    original, text = taken_in(data, "windows-1252")
    assert original.recipe == ""
    assert restore(original, text) == data


@given(st.binary(max_size=300), st.sampled_from([None, "utf-8", "windows-1252", "utf-16-le"]))
def test_any_bytes_come_back(data: bytes, encoding: str | None) -> None:
    decoded = Decoded(
        data.decode(encoding or "utf-8", "replace"),
        encoding or "utf-8",
        mark=False,
        basis=EncodingBasis.CHOSEN,
    )
    text = normalise(decoded.text).text
    assert restore(original_of(data, decoded, text), text) == data


KEPT, TEXT = taken_in(b"one\r\ntwo\n" * 50)
BOMB = zlib.compress(bytes(50_000_000))


@pytest.mark.parametrize(
    "damaged",
    [
        replace(KEPT, data=KEPT.data[:-8]),
        replace(KEPT, data=KEPT.data + b"more"),
        replace(KEPT, data=b"no such thing"),
        replace(KEPT, data=BOMB),
        replace(KEPT, size=KEPT.size - 1),
        replace(KEPT, size=-1),
        replace(KEPT, size=10**15),
        replace(KEPT, codec="dropped", data=b""),
        replace(KEPT, recipe="utf-8"),
        replace(KEPT, recipe="no-such-encoding"),
        replace(KEPT, recipe="idna"),
        replace(KEPT, recipe="ascii bom"),
    ],
)
def test_damaged_or_hostile_originals_are_refused(damaged: Original) -> None:
    assert restored_sha256(damaged, "é") == ""
    with pytest.raises(Damaged, match=KEPT.sha256[:12]):
        restore(damaged, "é")


def test_other_bytes_of_the_same_length_are_refused() -> None:
    other = replace(KEPT, data=zlib.compress(b"x" * KEPT.size))
    assert restored_sha256(other, TEXT) == hashlib.sha256(b"x" * KEPT.size).hexdigest()
    with pytest.raises(Damaged):
        restore(other, TEXT)
