"""Accounts: how a passage is told in a report, from what an export knows of it."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple, cast

from reviewer.domain.actors import ChainMember, Named, names_somebody
from reviewer.domain.charts import numbers_said
from reviewer.domain.edtf import DateBasis, WrittenDate
from reviewer.domain.exported import BARE, ExportedName, ExportedRecord
from reviewer.domain.figures import QUALIFIER_LABELS, Qualifier
from reviewer.domain.records import FIELDS, RecordField, Value, ValueKind, is_empty
from reviewer.domain.report import Account, Detail, OtherEnd, Words
from reviewer.domain.sentences import sentence_around
from reviewer.domain.snapshot import ExportedPassage
from reviewer.domain.words import N_, Saying

SAYS = N_("According to {speaker}, as {document} has it:")
SAYS_TOLD = N_("According to {speaker}, as told by {tellers} in {document}:")
SAYS_UNCONFIRMED = N_("According to {speaker} (○ not confirmed), as {document} has it:")
NOT_NAMED = N_("{document} has these words; who says so was not entered:")
_QUOTED = N_("“{words}”")
_NOT_NAMED_MEMBER = N_("not named")
_CAUTIOUS = N_("{name} (“{hedge}”)")
_TWO_WAYS = N_("{words} (can be read in two ways)")
_READ_AS = N_("{words} [{edtf}]")
_PUBLISHED = N_("published {date}")
_NOT_KNOWN_WHEN = N_("date of publication not known")
_YES = N_("yes")
_AT_LEAST = N_("At least")
_TOLD_BY = N_("Told by (chain)")
_BETWEEN = " ← "
_SOURCE_WORDS = frozenset({"number_text", "victim_label", "strength_cue"})
_NUMBERS = ("low", "high", "about", "qualifier")
_READ_AS_LABEL = N_("Read as")
_LABELS = {"victim_group": N_("Group (the analysts’ choice)")}
_CONVENTION = N_("at least {low} by the convention “{name}”; no number of the source")


def account_of(
    passage: ExportedPassage,
    ends: Iterable[OtherEnd] = (),
    badges: Iterable[Saying] = (),
    text: str = "",
) -> Account:
    """Return a passage as it is told; ``text`` is its document's where the words stand twice."""
    before, after = around(passage, text)
    return Account(
        passage,
        _head(passage),
        before,
        after,
        details_of(passage.record),
        tuple(ends),
        tuple(badges),
    )


def around(passage: ExportedPassage, text: str = "") -> tuple[str, str]:
    """Return the rest of the sentence before and behind a passage's words.

    Both are empty where the words cannot be found in it: in another version of the text, or where
    names were taken out of them.
    """
    sentence, quote = passage.sentence, passage.quote
    start = sentence.find(quote)
    if start < 0 or not quote:
        return "", ""
    if sentence.find(quote, start + 1) >= 0:
        if text[passage.span.start : passage.span.end] != quote:
            return "", ""
        start = passage.span.start - sentence_around(text, passage.span).start
    return sentence[:start], sentence[start + len(quote) :]


def details_of(record: ExportedRecord) -> tuple[Detail, ...]:
    """Return what a passage's record says, in the order of its declaration; what was read, too."""
    if record is BARE[record.kind]:
        return ()
    return tuple(_details(record))


def name_said(printed: str, filed: str = "") -> Words:
    """Return what somebody is called; words that only describe are the source's, in quotes."""
    if filed:
        return filed
    if not printed:
        return Saying(_NOT_NAMED_MEMBER)
    words = " ".join(printed.split())
    return words if names_somebody(printed) else Saying(_QUOTED, {"words": words})


def _details(record: ExportedRecord) -> Iterator[Detail]:
    for one in FIELDS[record.kind]:
        if one.kind is ValueKind.CHAIN:
            yield from _chain(record)
        elif one.kind is ValueKind.NAMES:
            yield from _roles(one, record)
        elif one.key in _NUMBERS:
            if one.key == _NUMBERS[-1]:
                yield from _numbers(record)
        else:
            yield from _value(one, record)
    if record.by_convention is not None:
        low, name = record.by_convention
        yield Detail(Saying(_AT_LEAST), Saying(_CONVENTION, {"low": low, "name": name}))
    for name, words in record.own.items():
        yield Detail(name, words)


def _value(one: RecordField, record: ExportedRecord) -> Iterator[Detail]:
    hollow = one.key not in record.entered and one.key in record.read
    value = record.read[one.key] if hollow else record.entered.get(one.key)
    if value is None or is_empty(value):
        return
    label = _LABELS.get(one.key, one.label)
    yield Detail(Saying(label), _in_words(one, value), hollow, one.key in _SOURCE_WORDS)


class _Read(NamedTuple):
    """The numbers of a figure, as ``Numbers`` are compared."""

    low: int | None
    high: int | None
    about: int | None
    qualifier: Qualifier


def _numbers(record: ExportedRecord) -> Iterator[Detail]:
    """Give a figure's numbers as its source words them, in one line."""
    values = {**{key: record.read.get(key) for key in _NUMBERS}, **record.entered}
    low, high, about = (_count(values.get(key)) for key in _NUMBERS[:-1])
    qualifier = Qualifier(str(values.get("qualifier") or ""))
    said = numbers_said(_Read(low, high, about, qualifier))
    hollow = any(key in record.read and key not in record.entered for key in _NUMBERS)
    if said is not None:
        yield Detail(Saying(_READ_AS_LABEL), said, hollow)
    elif qualifier:
        yield Detail(Saying(_READ_AS_LABEL), Saying(QUALIFIER_LABELS[qualifier]), hollow)


def _count(value: Value) -> int | None:
    return value if isinstance(value, int) else None


def _in_words(one: RecordField, value: Value) -> Words:
    if isinstance(value, WrittenDate):
        return date_said(value)
    if one.kind is ValueKind.CHOICE:
        return Saying(one.choices.get(str(value)) or str(value))
    if one.kind is ValueKind.YES_NO:
        return Saying(_YES)
    return str(value)


def published_said(date: WrittenDate) -> Saying:
    """Return when a document was published, or that nobody knows."""
    if date.words or date.edtf:
        return Saying(_PUBLISHED, {"date": date_said(date)})
    return Saying(_NOT_KNOWN_WHEN)


def date_said(date: WrittenDate) -> Words:
    """Return a date as printed, and as it was read where that says more."""
    if date.basis is DateBasis.AMBIGUOUS:
        return Saying(_TWO_WAYS, {"words": date.words})
    if date.edtf and date.words and date.edtf != date.words:
        return Saying(_READ_AS, {"words": date.words, "edtf": date.edtf})
    return date.words or date.edtf


def _chain(record: ExportedRecord) -> Iterator[Detail]:
    """Give the chain where it says more than its last member, who stands in the head."""
    if len(record.chain) > 1 or any(one.hedge for one in record.chain):
        yield Detail(Saying(_TOLD_BY), _joined([_member(one) for one in record.chain]))
    elif not record.chain:
        read = _members(record)
        if len(read) > 1:
            said = [_member(ExportedName("", one.printed, one.hedge)) for one in read]
            yield Detail(Saying(_TOLD_BY), _joined(said), hollow=True)


def _member(one: ExportedName) -> Words:
    name = name_said(one.printed, one.filed)
    return Saying(_CAUTIOUS, {"name": name, "hedge": one.hedge}) if one.hedge else name


def _roles(one: RecordField, record: ExportedRecord) -> Iterator[Detail]:
    entered = record.accused if one.key == "accused" else record.victims
    if entered:
        said = [name_said(name.printed, name.filed) for name in entered]
        yield Detail(Saying(one.label), _joined(said, ", "))
        return
    read = record.read.get(one.key)
    if isinstance(read, tuple) and read:
        names = cast("tuple[Named, ...]", read)
        said = [name_said(name.printed) for name in names]
        yield Detail(Saying(one.label), _joined(said, ", "), hollow=True)


def _members(record: ExportedRecord) -> tuple[ChainMember, ...]:
    read = record.read.get("chain")
    return cast("tuple[ChainMember, ...]", read) if isinstance(read, tuple) else ()


def _joined(several: list[Words], between: str = _BETWEEN) -> Saying:
    names = {f"name{number}": one for number, one in enumerate(several)}
    return Saying(between.join("{" + name + "}" for name in names), names)


@lru_cache(maxsize=64)
def _document_said(number: int) -> Saying:
    return Saying("D{number}", {"number": number})


@lru_cache(maxsize=64)
def _nobody_says(number: int) -> Saying:
    """Return the head of a passage of which nobody entered who says so: the same for many."""
    return Saying(NOT_NAMED, {"document": _document_said(number)})


def _head(passage: ExportedPassage) -> Saying:
    record, number = passage.record, passage.document.number
    if record is BARE[record.kind]:
        return _nobody_says(number)
    document = _document_said(number)
    if record.chain:
        *tellers, speaker = [name_said(one.printed, one.filed) for one in record.chain]
        values = {"speaker": speaker, "document": document}
        if tellers:
            return Saying(SAYS_TOLD, {**values, "tellers": _joined(tellers, ", ")})
        return Saying(SAYS, values)
    read = _members(record)
    if read:
        values = {"speaker": name_said(read[-1].printed), "document": document}
        return Saying(SAYS_UNCONFIRMED, values)
    return _nobody_says(number)
