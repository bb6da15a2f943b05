"""What of a record has its place in a record of another kind, when a passage gets another tag.

Who says so, who was harmed, dates and places are kept where both kinds have them. When it was said
is one thing under two names: allegations and responses have ``statement``, figures ``said_on``.
"""

from collections.abc import Mapping

from reviewer.domain.errors import NotAllowed
from reviewer.domain.links import LinkType, check_type
from reviewer.domain.records import Record, Value, field_of
from reviewer.domain.tags import RecordKind

SAME_MEANING = {"statement": "said_on", "said_on": "statement"}
_OF_ONE_NUMBER = frozenset(("number_text", "low", "high", "about", "qualifier", "negated"))


def in_one_voice(one: RecordKind, other: RecordKind) -> bool:
    """Say whether two records of the very same words are told by the same speaker.

    Whoever denies a charge does not make it, though the words of both may be the same.
    """
    kinds = {one, other}
    return RecordKind.NONE not in kinds and kinds != {RecordKind.ALLEGATION, RecordKind.RESPONSE}


def renamed(old: RecordKind, key: str, new: RecordKind) -> str | None:
    """Return what a field is called in another kind of record, ``None`` where there is none."""
    if field_of(old, key) is None:
        return None
    names = (key, SAME_MEANING.get(key, key))
    return next((name for name in names if field_of(new, name) is not None), None)


def link_fits(kind: LinkType, source: RecordKind, target: RecordKind | None) -> bool:
    """Say whether a link may stay between passages that carry these records now.

    ``target`` is ``None`` for a source that is not held.
    """
    try:
        check_type(kind, source, target)
    except NotAllowed:
        return False
    return True


def fitted(record: Record, kind: RecordKind) -> dict[str, Value]:
    """Return what is entered of a record and has its place in a record of another kind."""
    found: dict[str, Value] = {}
    for key, value in record.entered.items():
        name = renamed(record.kind, key, kind)
        if name is not None:
            found[name] = value
    return found


def standing_together(record: Record, values: Mapping[str, Value]) -> dict[str, Value]:
    """Return what a record can take of another's values: not half of another number.

    A figure that says anything of its own number keeps that whole.
    """
    if _OF_ONE_NUMBER.isdisjoint(record.entered):
        return dict(values)
    return {key: value for key, value in values.items() if key not in _OF_ONE_NUMBER}
