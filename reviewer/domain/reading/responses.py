"""Reads what an answer does: denies, says it was not us, takes back, admits, declines to comment.

Told by its own words only. Where two kinds are possible there is none; a denial of one charge and
the rejection of all are told apart by their scope.
"""

import re
from collections.abc import Iterator
from functools import cache

from reviewer.domain.reading.plain_words import plain
from reviewer.domain.readings import NewReading
from reviewer.domain.responses import ResponseKind, Scope
from reviewer.domain.spans import Span

_CHARGES = r"(?:charge|allegation|accusation|claim|report|propaganda|campaign)s?"
_KINDS = {
    ResponseKind.NO_COMMENT: r"""no\ comments?\b|declined\ to\ comment|refused\ to\ comment
        |would\ not\ comment|not\ available\ for\ comment|would\ not\ be\ drawn
        |تبصرہ\ کرنے\ سے\ (?:انکار|گریز)""",
    ResponseKind.RETRACTION: r"""\b(?:retract(?:s|ed)?|with(?:drew|draws?|drawn)|takes?\ back
        |took\ back|taken\ (?:it\ )?back)\b(?!\ from)|(?:was|were)\ wrong\ and\ so\ were\ we
        |واپس\ لیتے|بیان\ واپس""",
    ResponseKind.ACCEPT_RESPONSIBILITY: r"""
        (?:accept|claim|admit)(?:s|ed)?\ (?:full\ )?responsibility
        |\bregret(?:s|ted)?\ (?:the|that|its|their|our|his)\b|apologi[sz]e[sd]?
        |\badmit(?:s|ted)?\b(?!\ to\ hospital)|\bconfess(?:es|ed)?\b
        |ذمہ\ ?داری\ قبول|اعتراف\ (?:کیا|کرتے)|معافی\ مانگ""",
    ResponseKind.DENY_RESPONSIBILITY: r"""(?:it\ was|was|were)\ not\ (?:us|our\ men)\b|\bNot\ us\b
        |\bno\ (?:role|part|hand|involvement)\b|nothing\ to\ do\ with|not\ involved|not\ responsible
        |den(?:y|ies|ied)\ (?:any\ |all\ )?(?:responsibility|involvement|role)
        |کوئی\ (?:کردار|ہاتھ|تعلق)\ نہیں|ملوث\ نہیں""",
    ResponseKind.ALTERNATIVE_EXPLANATION: r"""lost\ (?:his|her|their)\ li(?:fe|ves)\ in\ a
        |died\ of|\bin\ fact\b|\bfact\ is\ that\b|was\ due\ to|had\ in\ fact|دراصل|اصل\ میں""",
    ResponseKind.DISSOCIATION: r"""dissociat(?:e|es|ed|ing)
        |distanc(?:e|es|ed|ing)\ (?:it|him|her|them)sel\w+
        |\bwant\ no\ part|disown(?:s|ed)?\b|renounc(?:es|ed|e)\b|لاتعلقی""",
    ResponseKind.DENY_ACT: rf"""
        \bden(?:y|ies|ied|ying|ial)\b|\brefut(?:e|es|ed)|\brebut(?:s|ted)?\b
        |\brepudiat(?:e|es|ed)|(?:\brejects?|\brejected)\b(?=[^.;]{{0,80}}\b{_CHARGES}\b)
        |\b{_CHARGES}\b[^.;]{{0,60}}\b(?:is|are|was|were)\ rejected
        |\bno\ (?:such|one\ was|marcher\ was|body\ was)\b|\bno\ one\ was|\bnobody\ was
        |\b[Nn]o\ [a-z]+\ was\ (?:killed|injured|arrested|harmed)
        |تردید|انکار\ کیا|نہیں\ (?:ہوا|ہوئی|کیا)""",
    ResponseKind.DISMISSAL: r"""\bbaseless|\bunfounded|without\ foundation|\bbogus\b|\bmalicious
        |\bfabricat|\bconcocted|\binventions?\b|\bpropaganda\b|sell\ the\ narrative|\bnonsense
        |\bdismiss(?:es|ed)?\b
        |\b[Rr]ejects?\b(?=[^.;]{0,60}\bpress\ conference)|بے\ بنیاد|من\ گھڑت|مسترد""",
    ResponseKind.RHETORICAL_QUESTION: r"""
        \b(?:[Ww]hy|[Hh]ow\ is\ it|[Ww]ould|[Hh]ow\ come)\b[^.!;]*\?""",
}
_STRONGER = {  # a kind whose words stand with weaker ones of another
    ResponseKind.DENY_RESPONSIBILITY: {ResponseKind.DENY_ACT, ResponseKind.DISMISSAL},
    ResponseKind.DENY_ACT: {ResponseKind.DISMISSAL},
    ResponseKind.RETRACTION: {ResponseKind.ACCEPT_RESPONSIBILITY},
    ResponseKind.DISSOCIATION: {ResponseKind.DENY_ACT, ResponseKind.DENY_RESPONSIBILITY},
}
_STRENGTH = r"""\b(?:categorically|strongly|vehemently|flatly|firmly|emphatically|absolutely
    |totally|utterly|outright|unequivocally|in\ (?:the|its|their|his|her)\ (?:strictest|strongest)
    \ (?:possible\ )?terms|in\ its\ entirety|in\ whole\ and\ in\ every\ part)\b|سختی\ سے|دو\ ٹوک"""
_WHOLE = rf"""\b(?:[Aa]ll|[Aa]ny|each\ and\ every|every|each)\b[^.;,]{{0,40}}\b{_CHARGES}
    \b(?!\ (?:of|that)\b)
    |in\ (?:its|their)\ entirety|in\ whole\b|in\ general\ and\ in\ particular|تمام\ الزامات"""
_PART = r"""\b(?:[Tt]he|[Tt]his|[Tt]hat)\ (?:charge|allegation|accusation|claim)\b(?!s)
    |\b(?:[Aa]ll|[Aa]ny|every)\ (?:\w+\ ){0,2}(?:charge|allegation|accusation|claim)s?
    \ (?:of|that)\b
    |\bden(?:y|ies|ied)\ that\b|اس\ الزام"""
_DENIED = (
    r"""\bden(?:y|ies|ied)\ that\ (?P<what>[^.;"]{4,300})""",
    r"""(?P<what>(?:[Tt]he\ |[Aa]ny\ |[Aa]ll\ (?:the\ )?)[^.;,"]{0,30}
        (?:charge|allegation|accusation)s?\ (?:of|that)\ [^.;,]{4,200}?)
        \ (?:is|are|was|were)\ (?:categorically\ )?(?:denied|rejected|baseless)""",
    rf"""\b(?:den(?:y|ies|ied)|rejects?|rejected)\ (?:and\ \w+\ )?(?:in\ [a-z ]{{3,25}}\ terms\ )?
        (?P<what>(?:all|any|every|each|the|these|this)\ [^.;,"]{{0,60}}\b{_CHARGES}\b
        [^.;,"]{{0,200}})""",
    r"""\bden(?:y|ies|ied)\ (?P<what>(?!that\b|in\b|and\b|it\b|this\b)[a-z][^.;,"]{4,200})""",
)


def response_readings(text: str, words: str, span: Span) -> Iterator[NewReading]:
    """Yield what the passage's own words tell of a response.

    ``words`` is ``text`` in plain words; spans are code points of it.
    """
    kind = _kind(words, span)
    if kind:
        yield NewReading("response_kind", str(kind[0]), kind[1], f"response.{kind[0]}")
    strong = _found(_STRENGTH, words, span)
    if strong:
        yield NewReading("strength_cue", strong.of(text), strong, "response.strength")
    whole, part = _found(_WHOLE, words, span), _found(_PART, words, span)
    found = whole or part
    if found and not (whole and part):
        scope = Scope.WHOLE if whole else Scope.PART
        yield NewReading("scope", str(scope), found, f"response.scope_{scope}")
    denied = _denied(words, span)
    if denied:
        yield NewReading("what_is_denied", denied.of(text), denied, "response.denied")


def _kind(words: str, span: Span) -> tuple[ResponseKind, Span] | None:
    """Return the one kind that the words tell, and which do."""
    found = {kind: place for kind, cue in _KINDS.items() if (place := _found(cue, words, span))}
    weaker = {weak for kind in found for weak in _STRONGER.get(kind, ())}
    left = [(kind, place) for kind, place in found.items() if kind not in weaker]
    return left[0] if len(left) == 1 else None


def _denied(words: str, span: Span) -> Span | None:
    places = [place for cue in _DENIED[:3] for place in _every(cue, words, span)]
    places = places or list(_every(_DENIED[3], words, span))
    return places[0] if len(places) == 1 else None


def _every(cue: str, words: str, span: Span) -> Iterator[Span]:
    for match in _pattern(cue).finditer(words, span.start, span.end):
        end = match.start("what") + len(match["what"].rstrip())
        yield Span(match.start("what"), end)


def _found(cue: str, words: str, span: Span) -> Span | None:
    match = _pattern(cue).search(words, span.start, span.end)
    return Span(*match.span()) if match else None


@cache
def _pattern(pattern: str) -> re.Pattern[str]:
    return re.compile(plain(pattern), re.VERBOSE)
