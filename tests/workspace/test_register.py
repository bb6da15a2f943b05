"""Actors found by name while one verb is at work."""

from reviewer.domain.actors import Actor, ActorKind
from reviewer.workspace.register import Register


def test_the_first_actor_of_a_name_is_found_and_no_name_finds_nobody() -> None:
    register = Register(
        [
            Actor(1, "a", "Noor Khan", ActorKind.PERSON),
            Actor(2, "b", "N. Khan", ActorKind.PERSON, names=("NOOR  khan",)),
        ]
    )
    assert register.named("noor khan") == 1
    assert register.named("n. khan") == 2
    register.add("\u0640", 3)
    assert register.named("") is None
