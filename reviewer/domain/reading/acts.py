"""Reads what somebody is said to have done, who is said to have done it, and how firmly it is put.

The wording follows MUC-4's decision tree: cleared by a court, claimed by themselves, put without
doubt words, accused by an authority, accused, only hinted at. It is about the source's words.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from reviewer.domain.actors import Named
from reviewer.domain.allegations import ActType, Wording
from reviewer.domain.reading.clauses import name_in
from reviewer.domain.reading.nobody import nobody_at
from reviewer.domain.reading.plain_words import listed, plain, tokens
from reviewer.domain.readings import NewReading
from reviewer.domain.records import names_written
from reviewer.domain.spans import Span

_NAME = (
    r"(?:(?:[Tt]he|an?|[Ss]ome)\ )?[A-Z][\w'.-]{0,40}"
    r"(?:\ (?:(?:of|the|al|bin|ul|de)\ ){0,2}[A-Z(][\w'.)-]{0,40}){0,6}"
    r"(?:\ (?:leaders?|workers?|forces?|police|squads?|organi[sz]er|chief|supporters|authorities)"
    r"(?:\ [A-Z][\w'-]{0,40}){0,4})?"
)
_ACT = r"(?P<act>[^.,;\"]{3,200})"
_IS = r"(?:is|are|was|were)"
_PATTERNS = {  # who and what, in one pattern
    "accused_of": rf"""\b(?:accus(?:e|es|ed|ing)|suspect(?:s|ed)?)\ (?P<who>{_NAME})
        \ of\ {_ACT}""",
    "is_accused_of": rf"""(?P<who>{_NAME})\ (?:{_IS}|has\ been|have\ been)\ (?:\w+ly\ )?
        (?:accused|suspected|guilty)\ of\ {_ACT}""",
    "behind": rf"(?P<who>{_NAME})\ {_IS}\ (?:also\ )?behind\ {_ACT}",
    "responsible": rf"""(?P<who>{_NAME}(?:'s)?(?:\ party)?)\ (?:{_IS}|(?:has|have)\ been)
        \ (?:held\ )?responsible\ for\ {_ACT}""",
    "holds_responsible": rf"""\bhold(?:s|ing)?\ (?:the\ )?(?P<who>[^.;,"]{{2,80}}?)
        \ responsible\ for\ {_ACT}""",
    "blamed_for": rf"\bblam(?:e|es|ed|ing)\ (?P<who>{_NAME}(?:\ and\ {_NAME})?)\ for\ {_ACT}",
    "involved": rf"""(?P<who>{_NAME})\ {_IS}\ (?:also\ )?(?:involved|implicated)
        \ in\ {_ACT}""",
    "links_with": rf"""(?P<who>{_NAME})\ (?:had|has|have)
        \ (?P<act>(?:links?|connections?)\ with\ [^.;,"]{{2,80}})""",
    "by_the": rf"""\b(?:killed|murdered|shot|shot\ dead|arrested|detained|taken|destroyed
        |attacked|undertaken|tortured|beaten|abducted|kidnapped|raided|masterminded
        |carried\ out|fired|hatched|murders)\ by\ (?P<who>{_NAME}|the\ [a-z]+(?:\ forces?)?)""",
    "did": rf"""(?P<who>{_NAME})\ (?:has\ |have\ |had\ )?(?:also\ )?
        (?:(?:arrested|killed|murdered|detained|attacked|tortured|abducted|shot)\b
        (?!\ (?:dead\ )?(?:by|in|on|at)\b)|carried\ out\ (?:a|an|the)\b)""",
}
_TYPES = {
    ActType.EXTRAJUDICIAL_EXECUTION: r"extra-?\ ?judicial(?:ly)?|summary\ execution|ماورائے\ عدالت",
    ActType.DEATH_IN_CUSTODY: r"""(?:died|deaths?|killed)\ in\ (?:the\ )?custody
        |custodial\ (?:death|killing)s?""",
    ActType.TORTURE: r"\btortur(?:e|ed|ing)\b|beaten\ on\ the\ soles",
    ActType.SEXUAL_VIOLENCE: r"\braped?\b|sexual(?:ly)?\ (?:violence|assault\w*|abus\w+)",
    ActType.ENFORCED_DISAPPEARANCE: r"""(?:enforced|forced)\ disappearances?
        |forcibly\ disappeared|جبری\ گمشد""",
    ActType.ABDUCTION: r"\babduct\w*|\bkidnap\w*|اغوا",
    ActType.KILLING: r"""\bkill(?:ed|ing|ings|s)?\b|\bmurder\w*|\bassassinat\w+|\bmassacred?\b
        |shot\ dead|gunned\ down|\blynched|burnt\ alive|taken\ the\ lives|\bcarnage
        |ہلاک|قتل|شہید""",
    ActType.ARREST_OR_DETENTION: r"""\barrest(?:s|ed|ing)?\b|\bdetain\w*|\bdetention|rounded\ up
        |taken\ from\ (?:his|her|their)\ (?:home|bed)s?|picked\ up|گرفتار|حراست""",
    ActType.RAID: r"\braid(?:s|ed|ing)?\b|چھاپ",
    ActType.THREAT: r"\bthreat(?:s|en|ened|ening|ens)?\b|دھمکی",
    ActType.FORCED_DISPLACEMENT: r"""driv(?:en|ing)\ (?:out|from|[\d,]+\ people\ from)
        |forcibly\ displac\w+|ethnic\ cleansing""",
    ActType.DESTRUCTION_OF_PROPERTY: r"set\ fire\ to|\barson\b|destroyed\ by|burnt\ down",
    ActType.EXTORTION: r"\bextort\w*|\bbhatta\b|protection\ money|بھتہ",
    ActType.ARMS: r"""receiv\w+\ (?:any\ )?arms|arms\ and\ ammunition|illegal\ weapons
        |guns\ (?:were\ landed|come\ ashore)""",
    ActType.FUNDING: r"\bfund(?:ing|ed|s)\b|received\ training|training\ camps?|trained\b",
    ActType.ESPIONAGE_OR_TREASON: r"""\bespionage|\btreason|\btraitors?\b|links\ with\ \w+\ RAW
        |connections\ with\ \w+\ spy""",
    ActType.CORRUPTION: r"\bcorrupt(?:ion)?\b|\bbribe\w*|money\ laundering",
    ActType.ATTACK: r"""\battack(?:s|ed|ing)?\b|\bbomb(?:ing|ed|ings)\b
        |\bfired\ (?:on|at|upon)\b|firing\ from""",
}
_WITHIN = {  # the more exact kind holds what the wider word says
    ActType.EXTRAJUDICIAL_EXECUTION: {ActType.KILLING},
    ActType.DEATH_IN_CUSTODY: {ActType.KILLING, ActType.ARREST_OR_DETENTION},
    ActType.FORCED_DISPLACEMENT: {ActType.KILLING},
    ActType.KILLING: {ActType.ATTACK},
}
_CLEARED = r"\b(?:acquitted|cleared\ of|exonerated)\b|\bبری\b"
_CLAIMED = (
    r"claim(?:s|ed|ing)?\ responsibility|\bconfess(?:ed|es|ing)?\b|\badmit(?:s|ted)?\b|اعتراف"
)
_BLAME = r"""\b(?:accus\w+|alleg\w+|blam(?:e|ed|es|ing)|suspect(?:ed|s)?|implicat\w+|charged\ with
    |held\ responsible|indicted)\b|الزام|مبینہ"""
_HEDGE = r"\b(?:presumably|apparently|reportedly|believed\ to)\b"  # accuses nobody by itself
_HINT = r"\b(?:may|might|could)\ (?:well\ )?have\b|\bpossibly\b|\bperhaps\b"
_STOPS = ".;:!?۔؛؟"
_NOT = listed("not never neither without")
_AUTHORITY = r"""(?i:\b(?:police|rangers|ministry|minister|government|army|court|prosecutors?|jit
    |ispr|joint\ investigation\ team|ssp|magistrate|judge|inquiry|state\ department
    |wardens|military)\b|پولیس|وزارت|فوج)"""


def allegation_readings(
    text: str, words: str, span: Span, speakers: Sequence[str]
) -> Iterator[NewReading]:
    """Yield what the passage's own words tell of an allegation.

    ``words`` is ``text`` in plain words; spans are code points of it; ``speakers`` is the chain as
    printed.
    """
    found = [(rule, match) for rule, match in _matches(words, span)]
    acts = {match.span("act") for _rule, match in found if "act" in match.groupdict()}
    if len(acts) == 1:
        act = _trimmed(words, Span(*acts.pop()))
        yield NewReading("act", act.of(text), act, "act.wording")
    named = {place: rule for rule, match in found if (place := _who(words, match))}
    accused = len({place.of(words) for place in named}) == 1
    if accused:
        place, rule = next(iter(named.items()))
        yield NewReading(
            "accused", names_written([Named(None, place.of(text))]), place, f"accused.{rule}"
        )
    yield from _act_type(words, span)
    yield from _wording(words, span, speakers, accused=accused)


def _matches(words: str, span: Span) -> Iterator[tuple[str, re.Match[str]]]:
    for rule, pattern in _PATTERNS.items():
        for match in _pattern(pattern).finditer(words, span.start, span.end):
            if not _is_denied(words, span, match.start()):
                yield rule, match


def _is_denied(words: str, span: Span, at: int) -> bool:
    """Say whether what stands at ``at`` is said not to be so: "no marcher was killed"."""
    start = max([span.start, *(words.rfind(stop, span.start, at) + 1 for stop in _STOPS)])
    before = len(tokens(words[start:at]))
    end = min([span.end, *(one for stop in _STOPS if (one := words.find(stop, at, span.end)) > 0)])
    whole = tokens(words[start:end])
    return any(
        one.word in _NOT or (nobody_at(whole, place) is not None)
        for place, one in enumerate(whole[: before + 1])
    )


def _who(words: str, match: re.Match[str]) -> Span | None:
    found = name_in(words, Span(*match.span("who")))
    owns = found and found.of(words).endswith(("'s", "'"))
    return None if owns else found  # Pakistan's what


def _trimmed(words: str, span: Span) -> Span:
    return Span(span.start, span.start + len(span.of(words).rstrip(" ,")))


def _act_type(words: str, span: Span) -> Iterator[NewReading]:
    found = {
        kind: Span(*match.span())
        for kind, cue in _TYPES.items()
        if (match := _pattern(cue).search(words, span.start, span.end))
        and not _is_denied(words, span, match.start())
    }
    wider = {wide for kind in found for wide in _WITHIN.get(kind, ())}
    left = [(kind, place) for kind, place in found.items() if kind not in wider]
    if len(left) == 1:
        kind, place = left[0]
        yield NewReading("act_type", str(kind), place, f"act.{kind}")


def _wording(
    words: str, span: Span, speakers: Sequence[str], *, accused: bool
) -> Iterator[NewReading]:
    doubted = Wording.ACCUSED
    if speakers and _pattern(_AUTHORITY).search(speakers[-1]):
        doubted = Wording.ACCUSED_BY_AUTHORITIES
    tree = (
        (_CLEARED, Wording.ACQUITTED),
        (_CLAIMED, Wording.CLAIMED),
        (_BLAME, doubted),
        *(((_HEDGE, doubted),) if accused else ()),
        (_HINT, Wording.POSSIBLE),
    )
    for cue, wording in tree:
        match = _pattern(cue).search(words, span.start, span.end)
        if match:
            yield NewReading("wording", str(wording), Span(*match.span()), f"wording.{wording}")
            return
    if accused:
        yield NewReading("wording", str(Wording.ASSERTED), None, "wording.no_doubt_words")


@cache
def _pattern(pattern: str) -> re.Pattern[str]:
    return re.compile(plain(pattern), re.VERBOSE)
