"""The table of number words: shipped, changed, written down and checked."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.domain.errors import NotAllowed
from reviewer.domain.reading.conventions import Convention
from reviewer.domain.reading.number_tables import (
    FORMAT,
    LONGEST_ROW,
    MOST_ROWS,
    QUALIFIERS,
    WORDING_LABELS,
    NumberWord,
    NumberWording,
    Wording,
    default_table,
    table_of,
    table_read,
    table_written,
)


def test_the_shipped_table_passes_its_own_checks() -> None:
    shipped = default_table()
    assert table_of(shipped.words, shipped.wordings) == shipped


def test_the_shipped_table_counts_as_recorders_do() -> None:
    values = {one.words: one.value for one in default_table().words}
    assert values["dozen"] == 12
    assert values["score"] == 20
    assert values["lakh"] == values["lac"] == 100_000
    assert values["crore"] == 10_000_000
    assert values["several"] is values["dozens"] is values["کئی"] is None


def test_every_wording_has_a_label_and_a_qualifier() -> None:
    assert set(WORDING_LABELS) == set(QUALIFIERS) == set(Wording)


def test_a_table_that_was_written_is_read_again() -> None:
    changed = table_of(
        [NumberWord("  gross ", 144, unit=True), NumberWord("a good few", None)],
        [NumberWording("no\nless than …", Wording.AT_LEAST)],
        Convention.ACLED,
    )
    assert changed.words[0].words == "gross"
    assert changed.wordings[0].words == "no less than …"
    assert table_read(table_written(changed)) == changed


def test_a_table_of_before_there_were_conventions_has_none() -> None:
    rows = json.loads(table_written(default_table()))
    del rows["convention"]
    assert table_read(json.dumps(rows)) == default_table()
    with pytest.raises(NotAllowed):
        table_read(json.dumps({**rows, "convention": "of a stranger"}))


def test_where_nothing_was_written_the_shipped_table_is_read() -> None:
    assert table_read("") == default_table()


@pytest.mark.parametrize(
    ("words", "wordings", "message"),
    [
        ([NumberWord(" ", 1)], [], "needs its words"),
        ([NumberWord("n" * (LONGEST_ROW + 1), None)], [], "too long"),
        ([NumberWord("dozen …", 12)], [], "belongs in a wording"),
        ([NumberWord("few", -1)], [], "cannot be what"),
        ([NumberWord("unit", 1, unit=True)], [], "cannot be what"),
        ([NumberWord("a lot", 12)], [], "single word"),
        ([NumberWord("27", 27)], [], "single word"),
        ([NumberWord("gross", 144), NumberWord("Gross", None)], [], "twice"),
        ([], [NumberWording("at least", Wording.AT_LEAST)], "needs one"),
        ([], [NumberWording("…", Wording.AT_LEAST)], "needs one"),
        ([], [NumberWording("at … least", Wording.AT_LEAST)], "needs one"),
        ([], [NumberWording("", Wording.AT_LEAST)], "needs its words"),
        ([NumberWord(f"n{'x' * n}", None) for n in range(MOST_ROWS + 1)], [], "at most"),
    ],
)
def test_a_row_that_says_nothing_is_refused_in_words(
    words: list[NumberWord], wordings: list[NumberWording], message: str
) -> None:
    with pytest.raises(NotAllowed, match=message):
        table_of(words, wordings)


@pytest.mark.parametrize(
    "written",
    [
        "no json",
        "[]",
        "null",
        "[" * 100_000,
        "{}",
        json.dumps({"format": FORMAT + 1, "words": [], "wordings": []}),
        json.dumps({"format": FORMAT, "words": [["dozen", "12", True]], "wordings": []}),
        json.dumps({"format": FORMAT, "words": [["dozen", True, True]], "wordings": []}),
        json.dumps({"format": FORMAT, "words": [["dozen"]], "wordings": []}),
        json.dumps({"format": FORMAT, "words": [], "wordings": [["at least …", "sure"]]}),
    ],
)
def test_what_is_no_table_is_refused(written: str) -> None:
    with pytest.raises(NotAllowed, match="table of number words cannot be read"):
        table_read(written)


@given(st.text(min_size=1))
def test_a_strangers_words_are_no_table(written: str) -> None:
    with pytest.raises(NotAllowed):
        table_read(written)
