"""Fills a passage's record as far as its words tell: the door to the rules of this folder.

Nothing here is an answer: each value is a reading with its words and its rule, for an analyst to
confirm. Where the words allow two readings, or say nothing, the field stays empty.
"""

from collections.abc import Iterator, Sequence

from reviewer.domain.actors import Named
from reviewer.domain.figures import Qualifier
from reviewer.domain.paragraphs import line_end, line_span, on_one_line
from reviewer.domain.reading.acts import allegation_readings
from reviewer.domain.reading.circumstances import event_date, place_of, statement_date, venue
from reviewer.domain.reading.counted import counts_people
from reviewer.domain.reading.harms import Cue, Harmed, cues, harmed, plurals
from reviewer.domain.reading.number_tables import NumberTable
from reviewer.domain.reading.plain_words import Token, plain, tokens
from reviewer.domain.reading.quantities import Basis, Quantity, quantities
from reviewer.domain.reading.responses import response_readings
from reviewer.domain.reading.speakers import Chain, Place, chain
from reviewer.domain.reading.vetoes import number_is_rejected
from reviewer.domain.reading.victims import named_victims
from reviewer.domain.readings import NewReading
from reviewer.domain.records import chain_written, names_written
from reviewer.domain.sentences import sentence_around
from reviewer.domain.spans import Span
from reviewer.domain.tags import RecordKind

LONGEST = 4_000  # code points of a passage that are read
_AROUND = 1_500  # code points of its paragraph that are looked at on either side
_COUNTED = frozenset({Basis.NUMBER, Basis.VAGUE})


def read_record(kind: RecordKind, text: str, span: Span, numbers: NumberTable) -> list[NewReading]:
    """Return what the words of ``span``, and the sentence around them, tell for a record.

    At most one reading a field; spans are code points of ``text``. Of a passage longer than 4,000
    code points only the beginning is read; what lies behind the text tells nothing.
    """
    end = min(span.end, span.start + LONGEST, len(text))
    if kind is RecordKind.NONE or end <= span.start:
        return []
    span = Span(span.start, end)
    base, place = _place(text, span)
    told = chain(place)
    if kind is RecordKind.RESPONSE:
        found = list(_response(place, told))
    else:
        found = list(_claim(kind, place, told, numbers))
    return [
        NewReading(
            one.field,
            one.value,
            one.span and Span(one.span.start + base, one.span.end + base),
            one.rule,
        )
        for one in found
    ]


def _place(text: str, span: Span) -> tuple[int, Place]:
    """Return the passage in its paragraph, and where in ``text`` that begins."""
    sentence = sentence_around(text, span)
    low, high = max(0, span.start - _AROUND), min(len(text), span.end + _AROUND)
    # Blanks that a passage begins with stand before its first sentence.
    low = max(low, line_span(text, min(sentence.start, span.start)).start)
    high = min(high, line_end(text, max(sentence.end, span.end)))
    part = text[low:high]
    sentence = Span(max(sentence.start, low) - low, min(sentence.end, high) - low)
    words = plain(on_one_line(part))
    return low, Place(part, words, sentence, Span(span.start - low, span.end - low))


def _response(place: Place, told: Chain | None) -> Iterator[NewReading]:
    yield from response_readings(place.text, place.words, place.passage)
    yield from _chain(told)
    yield from statement_date(place, told, "statement")
    yield from venue(place, answering=True)


def _claim(
    kind: RecordKind, place: Place, told: Chain | None, numbers: NumberTable
) -> Iterator[NewReading]:
    words = _shifted(tokens(place.sentence.of(place.words)), place.sentence.start)
    told_of = [cue for cue in cues(words) if _stands_in(words, cue.start, cue.end, place.passage)]
    names = [
        one
        for one in named_victims(place.words, words, place.sentence)
        if one.touches(place.passage)
    ]
    if kind is RecordKind.FIGURE:
        figures = _figures(words, place, numbers)
        figure = figures[0] if len(figures) == 1 else None
        alone = names if not figures and len(names) == 1 else []
        yield from _figure_readings(figure, words, place, alone)
        if alone and len(told_of) == 1:
            yield _harm(told_of[0], words)
        told_of = [figure.cue] if isinstance(figure, Harmed) else told_of
    else:
        speakers = [one.printed for one in told.members] if told else []
        yield from allegation_readings(place.text, place.words, place.passage, speakers)
    yield from _chain(told)
    if names:
        listed = [Named(None, one.of(place.text)) for one in names]
        whole = Span(names[0].start, names[-1].end)
        yield NewReading("victims", names_written(listed), whole, "victim.named")
    yield from event_date(place, told, _ends(words, told_of))
    yield from place_of(place, _ends(words, told_of))
    yield from statement_date(place, told, "said_on" if kind is RecordKind.FIGURE else "statement")
    if kind is RecordKind.ALLEGATION:
        yield from venue(place)


def _shifted(words: Sequence[Token], by: int) -> list[Token]:
    return [Token(one.word, one.start + by, one.end + by) for one in words]


def _stands_in(words: Sequence[Token], start: int, end: int, span: Span) -> bool:
    return words[start].start < span.end and words[end - 1].end > span.start


def _ends(words: Sequence[Token], told_of: Sequence[Cue]) -> list[int]:
    return [words[cue.end - 1].end for cue in told_of]


def _chain(told: Chain | None) -> Iterator[NewReading]:
    if told:
        yield NewReading("chain", chain_written(told.members), told.span, told.rule)


def _figures(
    words: Sequence[Token], place: Place, numbers: NumberTable
) -> Sequence[Harmed | Quantity]:
    """Return what may be the figure of a passage, at best one; a part counts where it is alone."""
    found = quantities(words, numbers)
    found += plurals(words, found)
    here = [one for one in found if _stands_in(words, one.start, one.end, place.passage)]
    told = [one for one in harmed(words, found) if one.quantity in here]
    for wanted in (
        [one for one in told if not (one.quantity.part or one.quantity.denied)],
        [one for one in told if not one.quantity.denied],
        told,
    ):
        if wanted:
            return wanted
    counted = [one for one in here if one.basis in _COUNTED and counts_people(words, one, place)]
    return [one for one in counted if not one.part] or counted


def _figure_readings(
    figure: Harmed | Quantity | None,
    words: Sequence[Token],
    place: Place,
    names: Sequence[Span],
) -> Iterator[NewReading]:
    quantity = figure.quantity if isinstance(figure, Harmed) else figure
    if quantity:
        yield from _numbers(quantity, words, place)
    elif names:
        yield from _one_named(names[0], place)
    if isinstance(figure, Harmed):
        yield _harm(figure.cue, words)
        if figure.label:
            begin, end = figure.label
            label = Span(words[begin].start, words[end - 1].end)
            yield NewReading("victim_label", label.of(place.text), label, "victim.label")


def _harm(cue: Cue, words: Sequence[Token]) -> NewReading:
    span = Span(words[cue.start].start, words[cue.end - 1].end)
    return NewReading("harm", str(cue.harm), span, f"harm.{cue.form}")


def _numbers(quantity: Quantity, words: Sequence[Token], place: Place) -> Iterator[NewReading]:
    span = Span(words[quantity.start].start, words[quantity.end - 1].end)
    rule = f"number.{quantity.basis}"
    yield NewReading("number_text", span.of(place.text), span, rule)
    for key in ("low", "high", "about"):
        value = getattr(quantity, key)
        if value is not None:
            yield NewReading(key, str(value), span, rule)
    yield NewReading("qualifier", str(quantity.qualifier), span, rule)
    if quantity.denied or number_is_rejected(place.words, place.sentence, span):
        yield NewReading("negated", "1", span, "number.denied")


def _one_named(name: Span, place: Place) -> Iterator[NewReading]:
    rule = f"number.{Basis.NAME}"
    yield NewReading("number_text", name.of(place.text), name, rule)
    yield NewReading("low", "1", name, rule)
    yield NewReading("qualifier", str(Qualifier.AT_LEAST), name, rule)
