"""What may reach a terminal."""

import io
import json
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.cli import printing

ANYTHING = st.text(alphabet=st.characters())


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("plain", "plain"),
        ("two\nlines\r\n\tin", "two\\nlines\\r\\n\\tin"),
        ("\x1b[2J", "\\x1b[2J"),
        ("\x9b2J", "\\x9b2J"),
        ("a\u202eb\u2066c\u2028d\ufeff", "a\\u202eb\\u2066c\\u2028d\\ufeff"),
        ("half \ud83d", "half \\ud83d"),
        ("زرویل\u200cپل 👩‍👩‍👧 e\u0301 \u200f", "زرویل\u200cپل 👩‍👩‍👧 e\u0301 \u200f"),
    ],
)
def test_what_could_harm_is_shown_as_an_escape(words: str, shown: str) -> None:
    assert printing.shown(words) == shown


@given(ANYTHING)
def test_whatever_it_is_it_is_one_line_that_can_be_written(words: str) -> None:
    shown = printing.shown(words)
    assert len(shown.splitlines()) <= 1
    assert not set("\x00\x07\x08\x1b\x7f\x9b\u202a\u202b\u202d\u202e\u2066") & set(shown)
    assert shown.encode().decode() == shown


@given(st.dictionaries(ANYTHING, ANYTHING))
def test_json_is_one_line_without_harm_and_means_the_same(values: dict[str, str]) -> None:
    stream = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "stdout", stream)
        printing.say_json(values)
    stream.seek(0)
    (line,) = stream.read().splitlines()
    assert printing.shown(line) == line
    assert json.loads(line) == values


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "utf-16"])
def test_a_terminal_that_cannot_show_a_letter_gets_an_escape(
    monkeypatch: pytest.MonkeyPatch, encoding: str
) -> None:
    stream = io.TextIOWrapper(io.BytesIO(), encoding=encoding)
    monkeypatch.setattr(sys, "stdout", stream)
    printing.say("پل 😀 ü")
    printing.say_json({"title": "پل 😀 ü"})
    stream.seek(0)
    said, line = stream.read().splitlines()
    assert json.loads(line) == {"title": "پل 😀 ü"}
    assert said in {"پل 😀 ü", "\\u067e\\u0644 \\U0001f600 ü", "\\u067e\\u0644 \\U0001f600 \\xfc"}


def test_columns_line_up_whatever_stands_in_them() -> None:
    rows = [("Name", "Count"), ("e\u0301tude", "7"), ("日本", "12"), ("two\nlines", "")]
    lines = list(printing.table([(*row, "x") for row in rows], right={1}))
    assert lines == [
        "Name        Count  x",
        "e\u0301tude           7  x",
        "日本           12  x",
        "two\\nlines         x",
    ]
    assert {printing.width(line) for line in lines} == {20}


def test_without_standard_streams_nothing_is_said_and_nothing_breaks(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in ("stdout", "stderr"):
        monkeypatch.setattr(sys, name, None)
    printing.say("words")
    printing.complain("words")
    printing.flush()
    printing.let_go()
    assert not printing.on_terminal(sys.stderr)


def test_a_stream_that_was_closed_is_no_terminal() -> None:
    stream = io.StringIO()
    stream.close()
    assert not printing.on_terminal(stream)
