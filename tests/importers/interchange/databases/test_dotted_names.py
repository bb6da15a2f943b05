"""Tags under each other by dots: a tree where there is one, and no name given twice."""

from hypothesis import given
from hypothesis import strategies as st

from reviewer.domain.codebooks import same_name
from reviewer.importers.interchange.databases.dotted_names import Branch, tree_of


def test_a_tag_stands_under_the_one_before_its_dot() -> None:
    assert tree_of(["figure", "figure.killed", "figure.killed.named"]) == {
        "figure": Branch("figure"),
        "figure.killed": Branch("killed", "figure"),
        "figure.killed.named": Branch("named", "killed"),
    }


def test_a_dot_with_no_tag_before_it_is_part_of_the_name() -> None:
    assert tree_of(["U.S. forces", "a.b", ".c", "d.", "d"]) == {
        "U.S. forces": Branch("U.S. forces"),
        "a.b": Branch("a.b"),
        ".c": Branch(".c"),
        "d.": Branch("d."),
        "d": Branch("d"),
    }


def test_what_would_be_called_alike_keeps_its_whole_name() -> None:
    assert tree_of(["a", "a.Killed", "b", "b.killed", "c", "c.b", "a.x"]) == {
        "a": Branch("a"),
        "a.Killed": Branch("a.Killed", "a"),
        "b": Branch("b"),
        "b.killed": Branch("b.killed", "b"),
        "c": Branch("c"),
        "c.b": Branch("c.b", "c"),
        "a.x": Branch("x", "a"),
    }


def test_spaces_do_not_make_another_tag() -> None:
    assert tree_of(["a  b", "a b", " a b . c"]) == {
        "a  b": Branch("a b"),
        "a b": Branch("a b"),
        " a b . c": Branch("c", "a b"),
    }


@given(st.lists(st.text("ab.A ", max_size=6), max_size=8))
def test_every_path_has_a_name_of_its_own_and_a_parent_that_is_there(paths: list[str]) -> None:
    tree = tree_of(paths)
    assert set(tree) == set(paths)
    names = {" ".join(path.split()): branch.name for path, branch in tree.items()}
    assert len(set(names.values())) == len(names)
    own = [branch.name for path, branch in tree.items() if branch.name != " ".join(path.split())]
    assert not {same_name(one) for one in own} & {same_name(one) for one in names if one not in own}
    assert {branch.parent for branch in tree.values()} <= {"", *names.values()}
    assert all(branch.parent != branch.name for branch in tree.values() if branch.name)
