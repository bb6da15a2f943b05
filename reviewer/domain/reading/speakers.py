"""Reads who says so: the chain from the page back to the speaker, as far as the words tell it.

The sentence and its paragraph are looked at. What a page says in its own voice has no chain; what
is told in the passive, without a speaker, has one member who is not named, with its hedge words.
Where two speakers might be meant there is no chain.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from reviewer.domain.actors import ChainMember
from reviewer.domain.reading.clauses import Clause, clauses
from reviewer.domain.reading.plain_words import plain
from reviewer.domain.spans import Span

_HEDGES = r"""
    reportedly|allegedly|apparently|presumably|supposedly
    |(?:is|are|was|were|have\ been|has\ been)\ (?:widely\ )?(?:believed|said|reported|alleged
    |thought|feared|suspected|understood|presumed|considered)\ to(?=\ (?:have|be)\b)
    |[Ii]t\ (?:is|was|has\ been)\ (?:also\ )?(?:reported|alleged|claimed|said|believed)(?:\ that)?
    |مبینہ\ طور\ پر"""
_PASSIVE = r"""\b(?:was|were|been|being|is|are|be)\s(?:\w+ly\s|also\s|then\s|not\s)?
    (?!not\b|able|about|going|in\b|on\b|at\b|involved|based|known|born|located|concerned|confused)\w+(?:ed|en|wn|ot|ld|ung|id|ut|urt|nt)\b|ہوئے|ہوئی|گئے|گیا|گئی"""
_OWN_VOICE = r"\b(?:[Ww]e|[Oo]ur|us|I|my)\b|\bہم\b|\bہمارے\b"
_BREAK = r";|؛|,\s(?:while|but|yet|whereas|although|however)\b"
_PAPER = r"\b(?:report|list|statement|inquiry|article|letter|post)s?\b"  # neither he nor she
_APPOSED = r"[\s,]*(?:the|a|an)\s[^,.;:!?]{1,80},\s"  # the spokesman, Colonel Tahir, said
_BESIDE = 12  # code points between a quotation and the words that tell who says it
_LEAD = 14  # words before a clause that a passage begins by
_NEAR = 4  # words between a verb and the next speaker, where one tells of the other


@dataclass(frozen=True, slots=True)
class Chain:
    """Who says so; ``span`` are the words it was read from, ``None`` where none say it."""

    members: tuple[ChainMember, ...]
    span: Span | None
    rule: str


@dataclass(frozen=True, slots=True)
class Place:
    """A passage and its sentence, in a part of a text and in the same part in plain words."""

    text: str
    words: str
    sentence: Span
    passage: Span


def chain(place: Place) -> Chain | None:
    """Return who says what the passage says; ``None`` where it is the page, or not certain."""
    words = place.words
    hedge = _pattern(_HEDGES).search(words, place.sentence.start, place.sentence.end)
    quoted = _quotation(place)
    governing = _around(place, quoted) if quoted else _governing(place)
    if governing is None:
        return None
    if not governing:
        return _unnamed(place, hedge)
    members = [_named(place, clause) for clause in governing]
    if None in members:
        return None
    printed = [member for member in members if member is not None]
    last = printed[-1]
    hedged = hedge[0] if hedge else ""
    printed[-1] = ChainMember(None, last.printed, hedged)
    span = Span(min(one.span.start for one in governing), max(one.span.end for one in governing))
    return Chain(tuple(printed), span, "speaker.quoted" if quoted else "speaker.reported")


def _unnamed(place: Place, hedge: re.Match[str] | None) -> Chain | None:
    if hedge:
        return Chain((ChainMember(None, "", hedge[0]),), Span(*hedge.span()), "speaker.hedged")
    sentence = place.sentence.of(place.words)
    if _pattern(_OWN_VOICE).search(sentence):
        return None
    passive = _pattern(_PASSIVE).search(place.words, place.passage.start, place.passage.end)
    if passive is None:
        return None
    return Chain((ChainMember(None, ""),), Span(*passive.span()), "speaker.passive")


def _governing(place: Place) -> list[Clause] | None:
    """Return the clauses that the passage depends on, outermost first; ``None``: not certain."""
    found = _shifted(place.words, place.sentence)
    before = [one for one in found if _reaches(place, one)]
    behind = [one for one in found if one not in before and _trails(place, one)]
    inside = [one for one in found if one.verb.touches(place.passage)]
    if (before and behind) or any(one not in before + behind for one in inside):
        return None
    if any(one.own for one in before + behind):
        return None
    return behind[:1] if behind else _nested(place.words, before)


def _shifted(words: str, part: Span) -> list[Clause]:
    return [_moved(one, part.start) for one in clauses(part.of(words))]


def _moved(one: Clause, by: int) -> Clause:
    def moved(span: Span) -> Span:
        return Span(span.start + by, span.end + by)

    speaker = moved(one.speaker) if one.speaker else None
    return Clause(moved(one.span), moved(one.verb), speaker, one.pronoun, one.own, one.follows)


def _reaches(place: Place, clause: Clause) -> bool:
    """Say whether what is said goes on to the passage, or the passage itself begins by it."""
    words = place.words
    if clause.verb.end <= place.passage.start:
        return not _pattern(_BREAK).search(words[clause.verb.end : place.passage.start])
    head = words[max(place.sentence.start, place.passage.start) : clause.span.start]
    led = len(head.split()) <= _LEAD and not _pattern(_PASSIVE).search(head)
    led = led or not (clause.speaker or clause.pronoun)
    return clause.verb.start < place.passage.end and led and not _pattern(_BREAK).search(head)


def _trails(place: Place, clause: Clause) -> bool:
    """Say whether a clause ends its sentence, as in "…, the police said on Monday"."""
    gap = place.words[place.sentence.start : clause.span.start].rstrip()
    if clause.verb.start >= place.passage.end:
        gap = place.words[place.passage.end : clause.span.start].rstrip()
    gap = re.sub(r"[,\"']\s+[Tt]he$", ",", gap)  # "…, the ISPR said": the article is no part of it
    verb = clause.verb.of(place.words).lower()
    led = gap.endswith((",", '"', "'", "،")) or verb.startswith("according")
    rest = place.words[max(clause.span.end, clause.verb.end) : place.sentence.end]
    return led and len(rest.split()) <= 6 and not _pattern(_BREAK).search(gap)


def _nested(words: str, found: Sequence[Clause]) -> list[Clause] | None:
    """Return clauses of which each tells of the next; ``None`` where they stand side by side.

    Side by side, but of one and the same speaker, the last one tells it.
    """
    names = {one.speaker.of(words) if one.speaker else "" for one in found}
    if len(names) == 1 and "" not in names:
        return list(found[-1:])
    for one, other in pairwise(found):
        gap = words[one.verb.end : other.span.start].split()
        told = not gap or gap[-1] == "that"
        if other.span.start < one.verb.end or len(gap) > _NEAR or not told:
            return None
    return list(found)


def _quotation(place: Place) -> Span | None:
    """Return the quotation that the passage stands in, with its marks."""
    words = place.words
    first = place.passage.start + (words[place.passage.start] == '"')
    if words.count('"', 0, first) % 2 == 0:
        return None
    start = words.rindex('"', 0, first)
    end = words.find('"', first)
    return Span(start, len(words) if end < 0 else end + 1)


def _around(place: Place, quoted: Span) -> list[Clause] | None:
    """Return the one clause that a quotation belongs to: right before it, or right behind."""
    words = place.words
    tail = re.split(r"[.!?۔]\s", words[quoted.end :])[0]
    behind = clauses('",' + tail)
    beside = behind and (
        behind[0].span.start <= _BESIDE
        or _pattern(_APPOSED).fullmatch(tail, 0, max(0, behind[0].span.start - 2))
    )
    if beside:
        return _own_or([_moved(behind[0], quoted.end - 2)])
    marks = (". ", "? ", "! ", "۔ ", '." ', "\n")
    stop = max(words.rfind(mark, 0, max(quoted.start - 1, 0)) for mark in marks)
    head = words[stop + 1 : quoted.start]
    before = clauses(head)
    if before and len(head[before[-1].verb.end :].split()) <= 2 * _NEAR:
        return _own_or([_moved(before[-1], stop + 1)])
    return None


def _own_or(found: list[Clause]) -> list[Clause] | None:
    return None if found[0].own else found


def _named(place: Place, clause: Clause) -> ChainMember | None:
    if clause.speaker:
        return ChainMember(None, clause.speaker.of(place.text))
    if not clause.pronoun:
        return None
    earlier = {
        name
        for one in clauses(place.words[: place.sentence.start])
        if one.speaker and not _pattern(_PAPER).search(name := one.speaker.of(place.text))
    }
    return ChainMember(None, earlier.pop()) if len(earlier) == 1 else None


@cache
def _pattern(pattern: str) -> re.Pattern[str]:
    return re.compile(plain(pattern), re.VERBOSE)
