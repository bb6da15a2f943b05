"""Finds who says something in a sentence: "the Minister said", "said Varr", "according to".

In English and in Urdu. A clause has a subject only where it plainly names a speaker: a proper name,
an office, or a noun for those who speak; a pronoun is told apart, for the paragraph to settle.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from reviewer.domain.common_words import common_words
from reviewer.domain.folding import fold
from reviewer.domain.reading.plain_words import listed, plain
from reviewer.domain.spans import Span

VERBS = r"""
    said|says|say|tells|told|stated?|states|announced|announces|added|adds|noted|notes
    |claimed(?!\ (?:responsibility|credit|the\ li(?:fe|ves)|(?:\w+\ ){0,2}attacks?\b))|claims?
    |alleged|alleges?|insisted|insists|maintained|maintains|contended|contends|revealed|reveals?
    |disclosed|discloses?|pointed\ out|points\ out|confirmed|confirms|acknowledged|acknowledges
    |admitted|admits|confessed|reported|reports|declared|declares|warned|argued|argues|wrote|writes
    |explained|elaborated|complained|accused|accuses?|denied|denies|deny|rejected|rejects?|blamed|blames
    |testified|tweeted|posted|asserted|asserts|refuted|refutes|dismissed|dismisses|proved
    |counted|estimates?|estimated|retracted|withdrew|withdraws?|regretted|regrets
    |dissociated"""
_URDU_SAID = r"""نے\ (?:[^\s۔،]+\ ){0,6}?(?:کہا|بتایا|الزام\ لگایا
    |الزام\ عائد\ کیا|دعوی\ کیا|تردید|مسترد|اعتراف|تصدیق|واضح\ کیا)
    |کا\ کہنا\ (?:تھا|ہے)|کا\ دعوی\ (?:تھا|ہے)"""
_URDU_ACCORDING = r"کے\ (?:مطابق|بقول)"
_CHARGE = "charge|claim|allegation|statement|report|assertion|accusation|remark"
_SKIPPED = listed("""
    has had have also later further earlier not only again then still once did does do never
    now twice always
""")
_NOUNS = listed("""
    claim claims report reports reported estimate estimates estimated state states notes
    posted counted
""")
_PASSIVE = listed("is are was were be been being gets got")
_ENDS = listed("""
    that but while as when where which who whom whose because if although though whereas
    since until what how why whether until unless or
""")
_VERBAL = listed("""
    is are was were be been has had have would will could may might can shall must did does
    do said told killed arrested injured
""")
_PREPOSITIONS = listed("of for at in from before after to by with on against")
_OUTSIDE = listed("before after to by with on against")
_LEADS = listed("""
    through in on at by from with after before during for to of under over into
""")
_SPEAKERS = r"""
    (?:spokes(?:man|woman|person|men|people)|officials?|officers?|police|residents?|witnesses|witness
    |sources?|party|ministry|army|military|lawyers?|doctors?|hospital|government|court|union|report
    |reports|survivors?|relatives|famil(?:y|ies)|leaders?|chairman|chairwoman|minister|newspaper|media
    |committee|council|commission|rangers|forces?|activists?|workers?|journalists?|reporter|staff
    |owner|secretary|commander|general|director|governor|judge|prosecutors?|investigators?|inquiry
    |authorities|group|organi[sz]ation|board|agency|agencies|team|militants?|rebels|opposition
    |organi[sz]ers?|neighbou?rs?|villagers|locals|headquarters|corps|department|statement|list|leader|members?)"""
_OFFICES = r"""(?i:leader|chief|chairm[ae]n|chairwoman|chairperson|minister|president|spokes\w+
    |dg|ssp|director|secretary|governor|senator|organi[sz]er|convenor|commissioner|adviser|advisor|mpa|mna
    |founder|commander|correspondent|journalist|lawyer|owner|officer|prime|joint|senior)"""
_TITLE = r"(?:Mr|Mrs|Ms|Miss|Mx|Dr|Sir)\.?\s+"
_CAPITAL = r"[A-Z][\w'.-]{0,40}"
_SMALL = r"(?:(?:al|bin|ibn|bint|ul|ur|el|of|for|the|de|van|von)\s+){0,2}"
_NAME_RUN = rf"{_CAPITAL}(?:\s+{_SMALL}\(?{_CAPITAL}\)?){{0,9}}"
_PRONOUNS = frozenset({"he", "she", "they"})
_OWN = frozenset({"i", "we"})
_URDU_PRONOUNS = listed("ان انہوں انھوں اس جس جنہوں")
_TIMES = listed("""
    Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April
    May June July August September October November December
""")
_FAR = 160  # code points before a verb in which its subject may begin


@dataclass(frozen=True, slots=True)
class Clause:
    """Somebody says something: who, where the verb stands, and what may be said from.

    ``speaker`` is empty where it is a pronoun (then ``pronoun``), "we" (then ``own``), or where the
    words do not plainly show who it is.
    """

    span: Span
    verb: Span
    speaker: Span | None
    pronoun: bool = False
    own: bool = False
    follows: bool = False  # the speaker stands behind the verb


def clauses(words: str) -> list[Clause]:
    """Return the clauses of report in plain ``words``, in order."""
    found = [clause for match in _verbs().finditer(words) if (clause := _clause(words, match))]
    found += _according(words)
    found += _charges(words)
    found += _urdu(words)
    return sorted(found, key=lambda one: (one.span.start, one.verb.start))


def _clause(words: str, match: re.Match[str]) -> Clause | None:
    verb = Span(*match.span())
    before = words[max(0, verb.start - _FAR) : verb.start]
    if _coupled().search(before):
        return None  # rejects and denies: one clause
    tail = before.rstrip()
    if re.search(r"[\"',]$", tail) and (follower := _behind(words, verb)):
        return Clause(Span(verb.start, follower.end), verb, follower, follows=True)
    found = _subject(before)
    if found is None:
        return None if _is_no_verb(before, verb.of(words)) else Clause(verb, verb, None)
    start, end = (place + verb.start - len(before) for place in found)
    subject = words[start:end].lower()
    if subject in _PRONOUNS or subject in _OWN:
        own = subject in _OWN
        return Clause(Span(start, verb.end), verb, None, pronoun=not own, own=own)
    return Clause(Span(start, verb.end), verb, Span(start, end))


def _is_no_verb(before: str, verb: str) -> bool:
    """Say whether a word is a noun, or what is done to somebody: "is said to", "their claims"."""
    words = [word.lower() for word in before.split()[-5:]]
    while words and (words[-1] in _SKIPPED or words[-1].endswith("ly")):
        words.pop()
    return verb in _NOUNS or (bool(words) and words[-1] in _PASSIVE)


def _behind(words: str, verb: Span) -> Span | None:
    """Return the speaker of ", said X" in what follows the verb."""
    match = re.compile(
        rf"\s+(?P<who>(?:{_TITLE})?(?:{_NAME_RUN}|(?:an?|the)\s[^,.;:\"]{{3,60}}))"
    ).match(words, verb.end)
    if not match:
        return None
    who = Span(*match.span("who"))
    if _VERBAL.intersection(who.of(words).lower().split()):
        return None  # said a statement would follow
    return _checked(words, who)


def _subject(before: str) -> tuple[int, int] | None:
    """Return where the subject of a verb stands that follows ``before``."""
    tokens = list(re.finditer(r"[^\s,;:\"()—]+|[,;:\"()—]", before))
    end = len(tokens)
    while end and (tokens[end - 1][0].lower() in _SKIPPED or tokens[end - 1][0].endswith("ly")):
        end -= 1
    if not end or tokens[end - 1][0].lower() in _PASSIVE:
        return None
    if tokens[end - 1][0] == ",":
        return _around_insertion(before, tokens[: end - 1])
    return _noun_phrase(before, tokens[:end])


def _around_insertion(before: str, tokens: list[re.Match[str]]) -> tuple[int, int] | None:
    """Return the subject of "The spokesman, Maj Varr, said" or "Varr, who was there, said"."""
    comma = next((at for at in range(len(tokens) - 1, -1, -1) if tokens[at][0] == ","), -1)
    if comma < 1:
        return None
    inside, outside = tokens[comma + 1 :], tokens[:comma]
    named = _noun_phrase(before, inside)
    whole = (
        bool(inside)
        and named is not None
        and re.match(rf"(?:{_TITLE})?{_CAPITAL}", before[inside[0].start() :])
    )
    if whole and named and len(before[slice(*named)].split()) > 1:
        return named
    return _noun_phrase(before, outside)


def _noun_phrase(before: str, tokens: list[re.Match[str]]) -> tuple[int, int] | None:
    first = len(tokens)
    while first and _goes_on(tokens[first - 1][0]) and len(tokens) - first < 14:
        first -= 1
    chosen = tokens[first:]
    if _is_apposition(before, tokens, first):
        return None
    lower = [token[0].lower() for token in chosen]
    verbal = [at for at, word in enumerate(lower) if word in _VERBAL]
    if verbal:
        joints = [at for at, word in enumerate(lower) if word == "and" and at > verbal[-1]]
        if not joints:
            return None
        chosen = chosen[joints[-1] + 1 :]
    if not chosen or chosen[-1][0] == "and":
        return None
    found = _checked(before, Span(chosen[0].start(), chosen[-1].end()))
    return (found.start, found.end) if found else None


def _is_apposition(before: str, tokens: list[re.Match[str]], first: int) -> bool:
    """Say whether what stands before a phrase names somebody too: "SSP Malir, Karachi Varr"."""
    if not first or tokens[first - 1][0] == "—":
        return bool(first)
    if tokens[first - 1][0] != ",":
        return False
    part = re.split(r"[,;:\"—.]", before[: tokens[first - 1].start()])[-1].split()
    return (
        len(part) > 1
        and part[0].lower() not in _LEADS | {"the", "a", "an"}
        and part[-1][0].isupper()
        and not _is_time(part[-1])
    )


def _goes_on(word: str) -> bool:
    return (
        word.lower() not in _ENDS
        and word not in ',;:"—'
        and not (word.endswith((".", "۔", "!", "?")) and len(word) > 4)
    )


def _checked(words: str, span: Span) -> Span | None:
    """Return the speaker's own words in a noun phrase; ``None`` where it names none."""
    phrase = span.of(words).strip().strip("'\"").rstrip(".")
    start = span.start + span.of(words).index(phrase) if phrase else span.start
    final = phrase.split(" ")[-1]
    if final.lower() in _PRONOUNS | _OWN:
        return Span(start + len(phrase) - len(final), start + len(phrase))
    last = re.search(rf"(?:{_NAME_RUN})$", phrase)
    if last and not _is_time(last[0]) and fold(last[0]) not in common_words():
        name = _without_office(last[0])
        lead = phrase[: len(phrase) - len(name)].split()
        lead = lead[:-1] if lead[-1:] in (["the"], ["The"]) else lead
        if not lead or lead[-1].lower() not in _PREPOSITIONS:
            return Span(start + len(phrase) - len(name), start + len(phrase))
        if lead[-1].lower() in _OUTSIDE or len(lead) == 1:
            return None  # his statement before the court
    if re.search(rf"\b{_SPEAKERS}\b", phrase, re.IGNORECASE | re.VERBOSE):
        led = phrase.split()[0].lower() in _LEADS
        return None if led else Span(start, start + len(phrase))
    return None


def name_in(words: str, span: Span) -> Span | None:
    """Return the name of somebody in a noun phrase, without title; ``None`` for a pronoun."""
    found = _checked(words, span)
    return None if found and found.of(words).lower() in _PRONOUNS | _OWN else found


def _is_time(name: str) -> bool:
    return name.rsplit(maxsplit=1)[-1].lower() in _TIMES


def _without_office(name: str) -> str:
    """Leave out "MQM leader", "The", "Mr" before a name."""
    bare = re.sub(r"^(?:The|A|An)\s+", "", name)
    if re.fullmatch(_OFFICES, bare, re.VERBOSE):
        return name
    name = bare
    parts = name.split()
    offices = [at for at, part in enumerate(parts) if re.fullmatch(_OFFICES, part, re.VERBOSE)]
    rest = parts[offices[-1] + 1 :] if offices else []
    if len(rest) > 1 and rest[0] not in ("of", "for"):
        name = name[name.index(rest[0], name.index(parts[offices[-1]]) + 1) :]
    name = re.sub(r"^[A-Z]{2,}\s+(?=[A-Z][a-z]\S*\s+[A-Z][a-z])", "", name)
    return re.sub(rf"^{_TITLE}", "", name)


def _according(words: str) -> Iterator[Clause]:
    for match in _pattern(r"\b(?i:according\ to)\s+(?P<who>[^,.;:\"—]{2,90})").finditer(words):
        who = Span(*match.span("who"))
        found = _speaker_in(words, who)
        if found:
            verb = Span(match.start(), match.start("who") - 1)
            yield Clause(Span(match.start(), found.end), verb, found)


def _speaker_in(words: str, who: Span) -> Span | None:
    """Return the phrase whole, up to a relative clause; a pronoun or a number is no speaker."""
    phrase = re.split(r"\s(?:which|who|that|from|on|in)\s", who.of(words))[0].strip()
    if not phrase or phrase.lower() in {"him", "her", "them", "us", "me", "it", "plan", "the plan"}:
        return None
    found = Span(who.start, who.start + len(phrase))
    return _checked(words, found)


def _charges(words: str) -> Iterator[Clause]:
    pattern = rf"(?P<who>(?:[Tt]he\s\w+|{_NAME_RUN}))'s\s(?:{_CHARGE})\s(?:that|of)\b"
    for match in _pattern(pattern.replace(" ", r"\ ")).finditer(words):
        who = Span(*match.span("who"))
        yield Clause(Span(*match.span()), Span(match.end("who"), match.end()), who)


def _urdu(words: str) -> Iterator[Clause]:
    if not re.search("[\u0600-\u06ff]", words):
        return
    for match in _pattern(f"{_URDU_SAID}|{_URDU_ACCORDING}").finditer(words):
        before = words[max(0, match.start() - 80) : match.start()].rstrip()
        phrase = re.split(r"[،۔:؛\"]|\sکہ\s", before)[-1].strip()
        if not phrase or len(phrase.split()) > 9:
            continue
        start = words.rindex(phrase, 0, match.start())
        span = Span(start, match.end())
        verb = Span(*match.span())
        if phrase.split()[-1] in _URDU_PRONOUNS:
            yield Clause(span, verb, None, pronoun=True)
        else:
            yield Clause(span, verb, Span(start, start + len(phrase)))


@cache
def _coupled() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{VERBS})\s(?:and|or)\s(?:\w+ly\s)?$", re.VERBOSE)


@cache
def _verbs() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{VERBS})\b", re.VERBOSE)


@cache
def _pattern(pattern: str) -> re.Pattern[str]:
    return re.compile(plain(pattern), re.VERBOSE)
