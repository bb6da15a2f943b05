"""Uids are UUID4s, and none is given twice."""

from uuid import UUID

from reviewer.store.uids import new_uids


def test_as_many_as_were_asked_for_are_made_and_all_differ() -> None:
    made = [*new_uids(300), *new_uids(1), *new_uids(0)]
    assert len(set(made)) == len(made) == 301
    assert all(UUID(uid).version == 4 and str(UUID(uid)) == uid for uid in made)
