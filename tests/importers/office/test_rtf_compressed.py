"""Rich text as Outlook packs it comes out again."""

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.importers.office.rtf_compressed import unpacked

PACKED = bytes.fromhex(
    "2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320af3206865"
    "6c090020627705b06c647d0a800fa0"
)


def head(size: int, kind: bytes) -> bytes:
    return struct.pack("<II", size + 12, size) + kind + bytes(4)


def test_a_packed_text_is_unpacked() -> None:
    assert unpacked(PACKED) == b"{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n"


def test_a_reference_may_reach_into_what_it_writes() -> None:
    # Three letters, then a reference to the first of them, longer than what there is yet.
    packed = b"\x08abc" + struct.pack(">H", 207 << 4 | 7) + b"\0"
    assert unpacked(head(12, b"LZFu") + packed) == b"abcabcabcabc"


def test_a_plain_text_is_given_as_it_is_and_another_thing_refused() -> None:
    assert unpacked(head(5, b"MELA") + b"{rtf}xx") == b"{rtf}"
    for data in (b"short", head(5, b"XXXX") + b"words", head(2**31, b"LZFu")):
        with pytest.raises(ValueError, match=r"short|\d+"):
            unpacked(data)


@given(st.binary(max_size=200), st.integers(0, 1000))
def test_never_more_comes_out_than_was_said(data: bytes, size: int) -> None:
    assert len(unpacked(head(size, b"LZFu") + data)) <= size
