"""Databases in which anything may stand anywhere: refused in one sentence, or taken."""

from collections.abc import Mapping, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewer.domain.errors import Unreadable
from reviewer.importers.interchange import Cell, Parcel, ProjectImporter, Tables
from reviewer.importers.interchange.databases import qualcoder, taguette
from tests.importers.interchange.taken_work import Work, work_of

WORDS = ["", "a b", "<p>a b</p>", "a.b", "a", "0", "2", "=1+1", "\ufeff\r\n😀\u202e\0", "[" * 99]
cells: st.SearchStrategy[Cell] = st.one_of(
    st.sampled_from([0, 1, 2, 3]),
    st.sampled_from(WORDS),
    st.none(),
    st.integers(-(2**63), 2**63 - 1),
    st.floats(),
    st.binary(max_size=3),
)


@st.composite
def tables_for(draw: st.DrawFn, wanted: Mapping[str, Sequence[str]]) -> Tables:
    """Return tables of a kind with any cells, most of them such as lead somewhere."""
    return {
        table: draw(
            st.lists(st.fixed_dictionaries(dict.fromkeys(columns, cells)), min_size=1, max_size=3)
        )
        for table, columns in wanted.items()
    }


@pytest.mark.parametrize("importer", [qualcoder.PROJECT, taguette.PROJECT], ids=lambda one: one.key)
@settings(deadline=None, max_examples=40)
@given(data=st.data())
def test_any_cells_give_rows_or_one_refusal(importer: ProjectImporter, data: st.DataObject) -> None:
    parcel = Parcel("any.db", {"any.db": b""}, data.draw(tables_for(importer.tables)))
    assert importer.claims(parcel)
    try:
        given = list(importer.take(parcel))
    except Unreadable as problem:
        told = str(problem)
    else:
        told = "any.db" if given else ""
        _look_at(work_of(given))
    assert "any.db" in told


def _look_at(work: Work) -> None:
    for one in work.passages:
        if one.start is not None and one.quote:
            text = work.documents[one.document[0]].text
            assert 0 <= one.start < (one.end or 0) <= len(text)
