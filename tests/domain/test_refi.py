"""Rows as flat variables, and colours of the palette as colours of a file."""

from hypothesis import given
from hypothesis import strategies as st

from reviewer.domain.refi import colour_read, colour_written, deep, escaped, flat, unescaped
from reviewer.domain.tags import COLOURS, colour_of

WORDS = st.text(min_size=1, max_size=5)
DATES = st.fixed_dictionaries({"words": WORDS, "edtf": WORDS})
NAMES = st.lists(st.fixed_dictionaries({"name": WORDS, "printed": WORDS}), max_size=12)
ROWS = st.fixed_dictionaries(
    {},
    optional={
        "record": st.fixed_dictionaries(
            {
                "low": st.integers(),
                "negated": st.booleans(),
                "event_date": DATES,
                "act": st.just(""),
            }
        ),
        "chain": NAMES,
        "victims": NAMES,
        "fields": st.dictionaries(WORDS, WORDS, min_size=1, max_size=2),
        "events": st.lists(
            st.fixed_dictionaries({"event": WORDS, "question": st.none() | WORDS}), min_size=1
        ),
        "names": st.lists(WORDS, min_size=1),
        "follow_up": st.booleans(),
    },
)


@given(ROWS)
def test_a_row_becomes_variables_and_a_row_again(row: dict[str, object]) -> None:
    variables = list(flat("passage", row))
    assert all(isinstance(value, str | int | None) for _name, value in variables)
    assert deep(variables) == ({"passage": row} if row else {})


def test_names_that_lead_nowhere_make_no_row() -> None:
    assert deep([("Age", 31), ("passage.", 1), ("a.b.c.d.e.f", 1), ("", None)]) == {}
    assert deep([("a.b", 1), ("a.b.c", 2), ("a.d.1", "x"), ("a.d.3", "y"), ("a.b", 3)]) == {
        "a": {"b": 1, "d": {"1": "x", "3": "y"}}
    }
    assert deep([("1.2", 5)]) == {"1": {"2": 5}}


def test_every_colour_of_the_palette_comes_back() -> None:
    written = [colour_written(str(slot)) for slot in range(1, COLOURS + 1)]
    assert len(set(written)) == COLOURS
    assert list(map(colour_of, written)) == written
    assert [colour_read(one.lower()) for one in written] == [str(at + 1) for at in range(COLOURS)]
    assert colour_written("") == ""
    assert colour_written("#A0B0C0") == colour_read("#A0B0C0") == "#A0B0C0"


@given(st.lists(st.sampled_from(["_", "x0007", "\x07", "\uffff", "x005F", "a"]) | st.text()))
def test_what_xml_cannot_hold_is_written_so_that_it_comes_back(pieces: list[str]) -> None:
    words = "".join(pieces)
    assert unescaped(escaped(words)) == words
    assert "\x07" not in escaped(words)


def test_plain_words_stay_as_they_are() -> None:
    assert escaped("a_x b\t\n_x00") == "a_x b\t\n_x00"
    assert escaped("\x07_x0041_") == "_x0007__x005F_x0041_"
