"""Documents of one origin count as one source, whoever speaks in them."""

from hypothesis import given
from hypothesis import strategies as st

from reviewer.domain.origins import counted_once, of_one_origin

SOURCES = st.lists(st.tuples(st.integers(0, 9), st.sampled_from(["", "a", "b", "c"])))


def test_sources_of_one_origin_count_once_and_so_does_one_who_speaks_elsewhere() -> None:
    assert counted_once([]) == 0
    assert counted_once([(1, ""), (2, "")]) == 2
    assert counted_once([(1, "a"), (2, "a"), (3, "")]) == 2
    assert counted_once([(1, "a"), (2, "a"), (2, "")]) == 1


@given(SOURCES)
def test_never_more_sources_than_are_told_apart_or_than_there_are_origins(
    sources: list[tuple[int, str]],
) -> None:
    found = counted_once(sources)
    assert found <= len({source for source, _origin in sources})
    assert found <= len({origin or source for source, origin in sources})
    assert found == counted_once(reversed(sources))


def test_documents_that_share_their_origin_are_counted() -> None:
    assert of_one_origin([(1, "a"), (1, "a"), (2, "b"), (3, ""), (4, "")]) == 0
    assert of_one_origin([(1, "a"), (2, "a"), (3, "b"), (4, "b"), (5, "")]) == 4
