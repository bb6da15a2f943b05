"""Tells whether a number counts people though nothing that happened to them stands beside it.

It may stand before a noun for people ("312 supporters"), behind the number of them ("the number of
our workers … stands at 31"), end its clause after a wording ("charged with only 3"), or be all that
was chosen. A number of anything else counts nobody here.
"""

from collections.abc import Sequence

from reviewer.domain.figures import Qualifier
from reviewer.domain.reading.harms import cues
from reviewer.domain.reading.people import persons
from reviewer.domain.reading.plain_words import Token, listed
from reviewer.domain.reading.quantities import Quantity
from reviewer.domain.reading.speakers import Place

_ALONE = 8  # words of a passage that holds a number and little else
_NOUN_WITHIN = 4  # words behind a number
_COUNT_WITHIN = 25  # words before a number: "the number of … stands at"
_VERB_WITHIN = 4
_COUNTED_WITHIN = 6  # words behind "number of"

_COUNTS = listed("number numbers toll tolls figure count tally total")
_TELLS = {  # what stands right before the number, and the verb it belongs to
    "at": listed("stands stood stand stays remains remained put puts placed places estimated"),
    "to": listed("risen rose rises climbed increased fallen fell revised raised gone"),
}
_NO_NOUNS = listed("""
    a after again also alive already and are as at be because been before being but by did do does
    during each either else even every for from had has have he here if in inside is it last less
    may more most near never no nor not now of off on only or out over per said say says she since
    so still than that the their then there they this to today tomorrow tonight too under until up
    was were when where which while who will with without would yesterday yet
""")
_IS = listed("is was reached")
_NOT_COUNTED = listed("per each percentage rate")
_ENDS = frozenset(["", *'.,;:!?)"|۔؛،؟'])
_ELLIPTIC = frozenset({Qualifier.EXACTLY, Qualifier.AT_LEAST, Qualifier.MORE_THAN})
_NO_COUNT_BEHIND = listed("""
    is was are were be been aged age at by for from in into of on per since than till to until
    after before during within
""")


def counts_people(words: Sequence[Token], quantity: Quantity, place: Place) -> bool:
    """Say whether a number of ``words`` counts people, in the passage of ``place``."""
    nouns = {one.word for one in words[quantity.end : quantity.end + _NOUN_WITHIN]}
    return (
        not persons().isdisjoint(nouns)
        or (_is_alone(place) and not _is_before_a_thing(words, quantity, place))
        or _is_told(words, quantity)
        or _ends_clause(words, quantity)
    )


def _is_alone(place: Place) -> bool:
    """Say whether few words were chosen, as "over 250", or the row of a table."""
    return len(place.passage.of(place.words).replace("|", " ").split()) <= _ALONE


def _is_before_a_thing(words: Sequence[Token], quantity: Quantity, place: Place) -> bool:
    """Say whether a noun follows that names nobody, as in "two bridges"; "12 Hazaras" is open."""
    behind = words[quantity.end].word if quantity.end < len(words) else ""
    return (
        behind.isascii()
        and behind.isalpha()
        and behind not in _NO_NOUNS
        and place.words[words[quantity.end].start].islower()
    )


def _is_told(words: Sequence[Token], quantity: Quantity) -> bool:
    """Say whether it is what a number of people, or a toll, stands at."""
    at = quantity.start - 1
    before = [one.word for one in words[max(0, at - _COUNT_WITHIN) : at + 1]]
    count = next((place for place in reversed(range(len(before))) if before[place] in _COUNTS), -1)
    if count < 0:
        return False
    people = _is_number_of_people(words[at + 1 - len(before) + count + 1 : at])
    if before[-1] in _IS:
        return before[count].startswith("toll") if people is None else people
    verbs = _TELLS.get(before[-1], frozenset())
    near = before[-1 - _VERB_WITHIN : -1] + before[max(0, count - _VERB_WITHIN) : count]
    return people is not False and not verbs.isdisjoint(near)


def _is_number_of_people(behind: Sequence[Token]) -> bool | None:
    """Say whether "of our workers" follows; ``None`` where it does not say the number of what."""
    if not behind or behind[0].word != "of":
        return None
    counted = behind[1 : 1 + _COUNTED_WITHIN]
    nouns = {one.word for one in counted}
    return _NOT_COUNTED.isdisjoint(nouns) and (
        not persons().isdisjoint(nouns) or bool(cues(counted))
    )


def _ends_clause(words: Sequence[Token], quantity: Quantity) -> bool:
    """Say whether it is a wording and its number with no noun behind: "charged with only 3"."""
    behind = words[quantity.end].word if quantity.end < len(words) else ""
    before = words[quantity.start - 1].word if quantity.start else ""
    return quantity.qualifier in _ELLIPTIC and behind in _ENDS and before not in _NO_COUNT_BEHIND
