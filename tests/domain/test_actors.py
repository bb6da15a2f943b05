"""Who is named: what a name may be, and when two spellings are one."""

import pytest

from reviewer.domain.actors import (
    LONGEST_NAME,
    Actor,
    ActorKind,
    ActorUse,
    actor_name,
    names_somebody,
    same_name,
    with_name,
)
from reviewer.domain.errors import NotAllowed

LEAGUE = Actor(1, "a", "Concord League", ActorKind.ORGANISATION, names=("CL", "ایم کیو ایم"))


def test_a_name_is_one_line_with_single_spaces() -> None:
    assert actor_name("  Noor\t Khan\n") == "Noor Khan"
    assert actor_name("ایم\u200cکیو") == "ایم\u200cکیو"
    with pytest.raises(NotAllowed, match="needs a name"):
        actor_name(" \u0007 ")
    assert actor_name("x" * LONGEST_NAME)
    with pytest.raises(NotAllowed, match="301 characters"):
        actor_name("x" * (LONGEST_NAME + 1))


def test_every_name_begins_with_the_one_it_is_filed_under() -> None:
    assert LEAGUE.every_name == ("Concord League", "CL", "ایم کیو ایم")


@pytest.mark.parametrize(
    ("one", "other"), [("MQM", "mqm"), ("Nóor  Khan", "Noor Khan"), ("ايم كيو ايم", "ایم کیو ایم")]
)
def test_case_accents_marks_and_blanks_make_no_other_name(one: str, other: str) -> None:
    assert same_name(one, other)
    assert not same_name(one, other + " x")


def test_an_actor_is_found_by_any_of_its_names() -> None:
    assert with_name([LEAGUE], "cl") is LEAGUE
    assert with_name([LEAGUE], "Concord") is None
    assert with_name([LEAGUE], " ") is None


@pytest.mark.parametrize(
    "printed",
    ["Noor Khan", "MQM", "the Rangers", "A spokesman for the Army", "ایم کیو ایم", "“Lyari Gang”"],
)
def test_words_with_capitals_or_without_any_case_name_somebody(printed: str) -> None:
    assert names_somebody(printed)


@pytest.mark.parametrize(
    "printed", ["", "sources", "Sources", "a security official", "Two witnesses", "1992", "… –"]
)
def test_words_that_only_describe_name_nobody(printed: str) -> None:
    assert not names_somebody(printed)


def test_every_place_an_actor_is_named_in_counts() -> None:
    assert ActorUse().count == 0
    assert ActorUse((1, 2), (1,), (3,), (4,), 2).count == 7
