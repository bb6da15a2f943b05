"""Tags come after the ones they stand under, and none is lost."""

from hypothesis import given
from hypothesis import strategies as st

from reviewer.domain.interchange import GivenRow
from reviewer.importers.interchange.databases.tag_order import parents_first

tags = st.lists(st.tuples(st.sampled_from("abcdeA"), st.sampled_from(["", *"abcdex"])), max_size=8)


def ordered(tags: list[tuple[str, str]]) -> list[tuple[str, str]]:
    rows = [GivenRow({"name": name, "parent": parent}) for name, parent in tags]
    return [(str(one.values["name"]), str(one.values["parent"])) for one in parents_first(rows)]


def test_a_tag_comes_after_its_parent() -> None:
    assert ordered([("c", "B"), ("b", "a"), ("a", ""), ("x", "gone"), ("y", "a")]) == [
        ("a", ""),
        ("b", "a"),
        ("c", "B"),
        ("y", "a"),
        ("x", "gone"),
    ]


def test_a_circle_is_cut_where_it_begins() -> None:
    assert ordered([("a", "c"), ("b", "a"), ("c", "b"), ("d", "c"), ("e", "e")]) == [
        ("a", ""),
        ("b", "a"),
        ("c", "b"),
        ("d", "c"),
        ("e", ""),
    ]


@given(tags)
def test_none_is_lost_and_each_parent_that_is_there_came_before(
    given_tags: list[tuple[str, str]],
) -> None:
    found = ordered(given_tags)
    assert sorted(name for name, _parent in found) == sorted(name for name, _ in given_tags)
    seen: set[str] = set()
    names = {name.lower() for name, _parent in given_tags}
    for name, parent in found:
        assert not parent or parent not in names or parent in seen
        seen.add(name.lower())
