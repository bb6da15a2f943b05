"""Tags of a file are made after those they stand under, however many there are."""

from hypothesis import given, settings
from hypothesis import strategies as st

from reviewer.domain.codebooks import same_name
from reviewer.domain.project_lines import TagLine
from reviewer.domain.tags import RecordKind
from reviewer.workspace.taking.tags import parents_first


def a_tag(number: int, name: str, parent: str) -> TagLine:
    return TagLine(number, name, RecordKind.NONE, "", "", "", parent)


NAMES = st.sampled_from(["A", "a", "B", "C", "D", "E", ""])


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(NAMES.filter(bool), NAMES), max_size=8))
def test_every_name_comes_once_and_after_its_parent_unless_they_stand_in_a_circle(
    pairs: list[tuple[str, str]],
) -> None:
    lines = [a_tag(number, *pair) for number, pair in enumerate(pairs)]
    first = {same_name(line.name): line for line in reversed(lines)}
    found = parents_first(lines)
    assert {id(line) for line in found} == {id(line) for line in first.values()}
    assert len(found) == len(first)
    places = {same_name(line.name): place for place, line in enumerate(found)}
    for line in found:
        above = line
        for _step in range(len(first)):
            above = first.get(same_name(above.parent), above)
        is_in_circle = same_name(above.parent) in first
        if same_name(line.parent) in first and not is_in_circle:
            assert places[same_name(line.parent)] < places[same_name(line.name)]


def test_a_chain_of_thousands_is_no_trouble() -> None:
    lines = [a_tag(number, f"T{number}", f"T{number + 1}") for number in range(5_000)]
    assert parents_first(lines) == lines[::-1]
