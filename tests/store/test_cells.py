"""Rows out of single pages are those SQLite put there, and nonsense is no row."""

import sqlite3
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewer.store.cells import Allowance, Cell, Cut, Senseless, _values, cells, leaves
from reviewer.store.pages import Pages, _sums

Stored = int | str | bytes | None
SIZES = (512, 1024, 4096, 65536)
VALUES: st.SearchStrategy[Stored] = st.one_of(
    st.none(),
    st.integers(-(2**63), 2**63 - 1),
    st.sampled_from([0, 1, -1, 127, 128, 2**15, 2**23, 2**31, 2**47]),
    st.text(st.characters(codec="utf-8"), max_size=2_000),
    st.binary(max_size=3_000),
)
ROWS = st.dictionaries(
    st.integers(-(2**63), 2**63 - 1), st.tuples(VALUES, VALUES), min_size=1, max_size=30
)


def a_file(rows: Mapping[int, tuple[Stored, Stored]], size: int = 512) -> bytes:
    """Return the bytes of a file with these rows, in pages of that size."""
    made = sqlite3.connect(":memory:")
    made.execute(f"PRAGMA page_size = {size}")
    made.execute("CREATE TABLE things (id INTEGER PRIMARY KEY, one, other)")
    made.executemany(
        "INSERT INTO things VALUES (?, ?, ?)", [(row, *values) for row, values in rows.items()]
    )
    return made.serialize()


def read(data: bytes, root: int = 2) -> list[Cell | None]:
    pages = Pages(BytesIO(data))
    allowance = Allowance(pages)
    return [one for page in leaves(pages, root) for one in cells(pages, page, allowance)]


@given(ROWS, st.sampled_from(SIZES))
@settings(max_examples=60, deadline=None)
def test_rows_are_read_as_they_were_written(
    rows: dict[int, tuple[Stored, Stored]], size: int
) -> None:
    expected = [Cell(row, (None, *values)) for row, values in sorted(rows.items())]
    assert read(a_file(rows, size)) == expected


def test_the_first_page_says_where_tables_begin() -> None:
    (found,) = read(a_file({1: ("a", "b")}), root=1)
    assert found is not None
    assert found.values[:4] == ("table", "things", "things", 2)


def test_a_row_may_have_a_number_below_zero() -> None:
    assert read(a_file({-1: ("before", 7), 2: ("after", None)})) == [
        Cell(-1, (None, "before", 7)),
        Cell(2, (None, "after", None)),
    ]


@given(st.data())
@settings(max_examples=60, deadline=None)
def test_flipped_bytes_give_rows_or_none_and_never_an_endless_walk(data: st.DataObject) -> None:
    whole = bytearray(a_file(dict.fromkeys(range(40), ("words " * 40, b"x" * 700))))
    for place in data.draw(st.lists(st.integers(512, len(whole) - 1), max_size=30)):
        whole[place] = data.draw(st.integers(0, 255))
    assert all(one is None or isinstance(one, Cell) for one in read(bytes(whole)))


def test_a_page_that_leads_back_to_itself_is_read_once() -> None:
    whole = bytearray(a_file(dict.fromkeys(range(200), ("words", "more " * 30))))
    root = memoryview(whole)[512:1024]
    assert root[0] == 5
    root[8:12] = (2).to_bytes(4, "big")  # the last child
    assert len(read(bytes(whole))) < 200


def test_what_lies_behind_the_end_of_a_file_cut_short_is_one_unreadable_place() -> None:
    assert read(a_file({1: ("a", "b")})[:512]) == [None]


def test_a_value_that_runs_on_into_pages_that_are_gone_is_cut() -> None:
    words = "".join(chr(ord("a") + number % 26) for number in range(3_000))
    (found,) = read(a_file({1: ("first", words)})[: 4 * 512])
    assert found is not None
    cut = found.values[2]
    assert found.values[1] == "first"
    assert isinstance(cut, Cut)
    assert words.startswith(cut.start.decode())
    assert len(cut.start) > 512


def chained(data: bytes) -> list[int]:
    """Return the places of the numbers that lead from page to page of the only long row."""
    rows = [page for page in range(2, len(data) // 512) if data[page * 512] == 0]
    return [page * 512 for page in rows]


def test_a_chain_that_leads_back_into_itself_is_read_once() -> None:
    whole = bytearray(a_file({1: ("first", "x" * 3_000)}))
    *_, before, last = chained(bytes(whole))
    assert whole[last : last + 4] == bytes(4)
    whole[before : before + 4] = whole[before - 512 : before - 508]  # not on to the last, but back
    (found,) = read(bytes(whole))
    assert found is not None
    cut = found.values[2]
    assert isinstance(cut, Cut)
    assert 512 < len(cut.start) < 3_000


def many_rows_of_one_chain(rows: int, length: int) -> bytes:
    """Return a file whose rows, but for the last, all name the chain of pages of the last one."""
    long = "x" * length
    whole = bytearray(a_file({**dict.fromkeys(range(1, rows), ("a", "b")), rows: ("a", long)}))
    assert whole[512] == 13, "all rows begin on one page"
    start = int.from_bytes(whole[512 + 8 : 512 + 10], "big")
    count = int.from_bytes(whole[512 + 3 : 512 + 5], "big")
    pointers = range(512 + 8, 512 + 8 + 2 * count, 2)
    places = [int.from_bytes(whole[at : at + 2], "big") for at in pointers]
    assert start == max(places)
    for at in pointers:
        whole[at : at + 2] = places[-1].to_bytes(2, "big")
    return bytes(whole)


def test_rows_that_all_name_one_chain_get_no_more_than_a_few_times_the_file() -> None:
    whole = many_rows_of_one_chain(20, 200_184)
    found = read(whole)
    assert len(found) == 20
    assert 1 <= len([one for one in found if one is not None]) <= 4
    assert found[-1] is None


def test_a_row_of_which_more_than_the_last_value_is_gone_ends_where_it_is_cut() -> None:
    (found,) = read(a_file({1: ("a" * 3_000, "b" * 3_000)})[: 4 * 512])
    assert found is not None
    nothing, cut = found.values
    assert nothing is None
    assert isinstance(cut, Cut)
    assert b"a" * 1_000 in cut.start


@pytest.mark.parametrize(
    "payload",
    [
        b"",
        b"\x05\x01\x01",  # a head longer than the row
        b"\x03\x81\x01\x01\x01",  # a kind that runs over the head's end
        b"\x02\x07" + bytes(8),  # a fraction
        b"\x02\x0a",  # a kind there is not
        b"\x02\x01\x00\x00",  # bytes left over
        b"\x81\x50" + b"\x00" * 206,  # more columns than any table has
    ],
)
def test_bytes_that_do_not_add_up_are_no_row(payload: bytes) -> None:
    with pytest.raises((Senseless, IndexError)):
        _values(payload, len(payload))


def test_the_size_of_pages_is_the_usual_one_where_the_head_is_nonsense() -> None:
    whole = bytearray(a_file({1: ("a", "b")}, 4096))
    whole[16:18] = b"\x11\x00"
    assert read(bytes(whole)) == [Cell(1, (None, "a", "b"))]


def a_log(folder: Path) -> tuple[bytes, bytes]:
    """Return a file and its log: in the log first one commit, then another."""
    path = folder / "small"
    made = sqlite3.connect(path, isolation_level=None)
    made.execute("PRAGMA journal_mode = WAL")
    made.execute("CREATE TABLE things (id INTEGER PRIMARY KEY, one, other)")
    made.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    made.execute("INSERT INTO things VALUES (1, 'a', 'b')")
    made.execute("INSERT INTO things VALUES (2, 'c', 'd')")
    found = path.read_bytes(), path.with_name("small-wal").read_bytes()
    made.close()
    return found


def rows_with(file: bytes, log: bytes) -> list[int]:
    pages = Pages(BytesIO(file), BytesIO(log))
    allowance = Allowance(pages)
    return [one.id for page in leaves(pages, 2) for one in cells(pages, page, allowance) if one]


def test_a_log_lies_over_the_file_as_far_as_it_is_sound(tmp_path: Path) -> None:
    file, log = a_log(tmp_path)
    frame = 24 + 4096
    assert rows_with(file, log) == [1, 2]
    assert rows_with(file, b"") == []
    assert rows_with(file, log[:-1]) == [1]
    hurt = bytearray(log)
    hurt[32 + frame + 24 + 4_000] ^= 1
    assert rows_with(file, bytes(hurt)) == [1]
    of_another = bytearray(log)
    of_another[32 + 8] ^= 1
    assert rows_with(file, bytes(of_another)) == []


def log_with(log: bytes, number: int) -> bytes:
    """Return the first commit of a log as if it were of another page, with sums that are right."""
    order, frame = "<" if log[:4] == b"\x37\x7f\x06\x82" else ">", log[32 : 32 + 24 + 4096]
    head = number.to_bytes(4, "big") + frame[4:16]
    sums = _sums(frame[24:], _sums(head[:8], _sums(log[:24], (0, 0), order), order), order)
    written = b"".join(one.to_bytes(4, "big") for one in sums)
    return log[:32] + head + written + frame[24:]


def test_a_log_that_names_the_highest_page_there_can_be_makes_no_pages_in_between(
    tmp_path: Path,
) -> None:
    file, log = a_log(tmp_path)
    pages = Pages(BytesIO(file), BytesIO(log_with(log, 2**32 - 1)))
    assert (pages.count, list(pages.numbers())) == (3, [1, 2, 2**32 - 1])
    assert pages.page(3) == b""
    assert pages.page(2**32 - 1)[0] == 13
    none = Pages(BytesIO(file), BytesIO(log_with(log, 0)))
    assert (none.count, none.page(0)) == (2, b"")


def test_what_a_log_has_not_committed_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "small"
    made = sqlite3.connect(path, isolation_level=None)
    made.execute("PRAGMA journal_mode = WAL")
    made.execute("PRAGMA cache_size = 5")
    made.execute("CREATE TABLE things (id INTEGER PRIMARY KEY, one, other)")
    made.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    made.execute("BEGIN")
    made.executemany("INSERT INTO things VALUES (?, 'a', ?)", [(n, "b" * 900) for n in range(200)])
    log = path.with_name("small-wal").read_bytes()
    assert len(log) > 5 * 4096
    assert rows_with(path.read_bytes(), log) == []
    made.execute("ROLLBACK")
    made.close()
