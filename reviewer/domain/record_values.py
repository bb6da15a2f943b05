"""Values of records: what may be entered, and how a reading's written value is understood.

Everything that is typed or read passes through ``checked`` before it stands in a record, so closed
lists are closed and lengths bounded, whoever asks.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from reviewer.domain.actors import LONGEST_NAME, ChainMember, Named
from reviewer.domain.edtf import NO_DATE, DateBasis, WrittenDate
from reviewer.domain.edtf_parser import parse
from reviewer.domain.errors import NotAllowed
from reviewer.domain.figures import count_of
from reviewer.domain.reading import dates
from reviewer.domain.records import RecordField, Value, ValueKind, chain_read, names_read
from reviewer.domain.text import normalise
from reviewer.domain.words import N_

LONGEST_LINE = 300  # code points: a party, words of caution, a name as printed
LONGEST_WORDS = 2_000  # code points: what happened, what is denied
MOST_NAMES = 50  # members of a chain, or names in a role
_YES = "1"


def line_of(written: str, longest: int = LONGEST_LINE) -> str:
    """Return words on one line; raises ``NotAllowed`` for more than fit."""
    words = " ".join(written.split())
    if len(words) > longest:
        raise NotAllowed(
            N_("These words have {length} characters; at most {longest} fit. Shorten them."),
            length=len(words),
            longest=longest,
        )
    return words


def date_of(value: Value) -> WrittenDate:
    """Return a date as it is kept, its expression checked; words are EDTF somebody typed.

    Raises ``NotAllowed`` for what is no date.
    """
    if isinstance(value, str):
        value = WrittenDate(edtf=value)
    if not isinstance(value, WrittenDate):
        raise _of_another_kind()
    edtf = parse(value.edtf).expression if value.edtf.strip() else ""
    words = line_of(normalise(value.words).text) or edtf
    evidence = line_of(normalise(value.evidence).text)
    if not words:
        return NO_DATE
    basis = value.basis
    if not edtf:
        basis = basis if basis is DateBasis.AMBIGUOUS else DateBasis.NONE
    elif basis in (DateBasis.NONE, DateBasis.AMBIGUOUS):
        basis = DateBasis.ENTERED
    return WrittenDate(words, edtf, basis, evidence)


def checked(field: RecordField, value: Value) -> Value:
    """Return a value as the field keeps it; raises ``NotAllowed`` for one it cannot hold."""
    if field.kind is ValueKind.CHOICE:
        return _chosen(field, value)
    return _CHECKS[field.kind](value)


def understood(field: RecordField, written: str, words: str) -> Value:
    """Return what a reading says, checked; ``words`` are those it was read from.

    Raises ``NotAllowed`` for a value the field cannot hold.
    """
    try:
        value = _understood(field, written)
    except ValueError as fault:
        raise _of_another_kind() from fault
    if isinstance(value, WrittenDate) and value.basis is not DateBasis.AMBIGUOUS:
        value = replace(value, words=words, basis=DateBasis.UNAMBIGUOUS)
    return checked(field, value)


def _understood(field: RecordField, written: str) -> Value:
    match field.kind:
        case ValueKind.NUMBER:
            return count_of(written)
        case ValueKind.YES_NO:
            return written == _YES
        case ValueKind.DATE:
            return date_read(written)
        case ValueKind.CHAIN:
            return chain_read(written)
        case ValueKind.NAMES:
            return names_read(written)
        case _:
            return written


def date_read(written: str) -> WrittenDate:
    """Return a date as a rule wrote it: EDTF, or the words of one that has two readings."""
    printed = None if "/" not in written and "." not in written else dates.read(written)
    if printed is not None and len(printed.readings) > 1:
        return WrittenDate(written, "", DateBasis.AMBIGUOUS)
    return WrittenDate("", written, DateBasis.UNAMBIGUOUS)


def _words(value: Value) -> str:
    return line_of(normalise(_as_words(value)).text, LONGEST_WORDS)


def _number(value: Value) -> int | None:
    if value is not None and type(value) is not int:
        raise _of_another_kind()
    return value


def _yes_or_no(value: Value) -> bool:
    return bool(value)


def _date(value: Value) -> WrittenDate:
    return date_of(NO_DATE if value is None else value)


def _as_words(value: Value) -> str:
    if value is None:
        return ""
    if not isinstance(value, str):
        raise _of_another_kind()
    return value


def _chosen(field: RecordField, value: Value) -> str:
    word = _as_words(value)
    if word and word not in field.choices:
        raise NotAllowed(
            N_("“{word}” is not one of the words of “{field}”: {choices}."),
            word=word,
            field=field.label,
            choices=", ".join(filter(None, field.choices)),
        )
    return str(word)


def _chain(value: Value) -> tuple[ChainMember, ...]:
    members = () if value is None else value
    if not isinstance(members, tuple):
        raise _of_another_kind()
    found = []
    for one in members:
        if not isinstance(one, ChainMember):
            raise _of_another_kind()
        found.append(ChainMember(one.actor, _printed(one.printed), _printed(one.hedge)))
    _not_too_many(found)
    return tuple(found)


def _names(value: Value) -> tuple[Named, ...]:
    names = () if value is None else value
    if not isinstance(names, tuple):
        raise _of_another_kind()
    found = []
    for one in names:
        if not isinstance(one, Named):
            raise _of_another_kind()
        named = Named(one.actor, _printed(one.printed))
        if named != Named(None):
            found.append(named)
    _not_too_many(found)
    return tuple(found)


def _not_too_many(several: Sequence[object]) -> None:
    if len(several) > MOST_NAMES:
        raise NotAllowed(
            N_("There are {count} names; at most {most} fit."), count=len(several), most=MOST_NAMES
        )


def _printed(written: str) -> str:
    return line_of(normalise(written).text, LONGEST_NAME)


def _of_another_kind() -> NotAllowed:
    return NotAllowed(N_("This value is of another kind than the field. Enter it again."))


_CHECKS: Mapping[ValueKind, Callable[[Value], Value]] = {
    ValueKind.TEXT: _words,
    ValueKind.NUMBER: _number,
    ValueKind.YES_NO: _yes_or_no,
    ValueKind.DATE: _date,
    ValueKind.CHAIN: _chain,
    ValueKind.NAMES: _names,
}
