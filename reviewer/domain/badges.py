"""What answers what: the badges a passage wears because of what is linked to it.

Several hold at once, each opens its passages, and none is a verdict.

- People are counted, not passages: one spokesman denying a charge in four papers denies it once.
  The same words for a speaker ("a spokesman") count as one speaker wherever they stand, and a
  speaker who is not named at all counts once a document, and once for documents of one origin: a
  number may be too small, never too large.
- *Denied by n* counts links that say "denies" from responses whose kind says no; a response whose
  kind nobody chose counts by its link. An admission never counts, however it is linked. A blanket
  rejection that names no detail is counted apart.
- *Separate* are speakers of whom an analyst judged so, and who are not the one supported: nobody
  supports themselves independently. Nor does a copy: documents of one origin count as one, and none
  where the supported passage is of that origin; how many they are stands beside. Speakers of whom
  nobody judged are told apart from those judged not to be separate.
- *Taken back* holds where the speaker takes back their own words; else it is told by others.
- *Earlier* are responses that were said, at the latest, before the passage was, at the earliest.
  They still are responses.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from reviewer.domain.actors import names_somebody
from reviewer.domain.comparisons import is_older
from reviewer.domain.edtf import NO_DATE, WrittenDate
from reviewer.domain.folding import folded_line
from reviewer.domain.links import FROM_RESPONSES, Independence, Link, LinkType
from reviewer.domain.origins import counted_once, of_one_origin
from reviewer.domain.responses import DENIALS, ResponseKind
from reviewer.domain.tags import RecordKind
from reviewer.domain.words import N_, Saying

SpeakerKey = tuple[str, object]


class BadgeKind(StrEnum):
    """What a badge says, in the order they stand."""

    RESPONSE = "response"
    DENIED = "denied"
    REJECTED_IN_GENERAL = "rejected_in_general"
    EARLIER = "earlier"
    SUPPORTED = "supported"
    TAKEN_BACK = "taken_back"
    TOLD_AS_TAKEN_BACK = "told_as_taken_back"
    NO_ANSWER = "no_answer"


BADGE_WORDS = {
    BadgeKind.RESPONSE: N_("has a response"),
    BadgeKind.DENIED: N_("denied by {count}"),
    BadgeKind.REJECTED_IN_GENERAL: N_("rejected in general by {count}"),
    BadgeKind.EARLIER: N_("earlier: {count} of {all} older than this"),
    BadgeKind.SUPPORTED: N_("supported by {count} ({separate} separate)"),
    BadgeKind.TAKEN_BACK: N_("taken back"),
    BadgeKind.TOLD_AS_TAKEN_BACK: N_("taken back, as told by {speakers}"),
    BadgeKind.NO_ANSWER: N_("no answer in these documents ({done} of {documents} done)"),
}
SUPPORTED_WORDS = {  # documents of one origin, some not judged
    (False, False): BADGE_WORDS[BadgeKind.SUPPORTED],
    (False, True): N_("supported by {count} ({separate} separate, {unjudged} not judged)"),
    (True, False): N_(
        "supported by {count} ({separate} separate; {documents} documents of one origin count once)"
    ),
    (True, True): N_(
        "supported by {count} ({separate} separate, {unjudged} not judged; {documents} documents "
        "of one origin count once)"
    ),
}
TOLD_BY_NOBODY_NAMED = N_("taken back, as told by someone not named")
TOLD_BY_SOME_NOT_NAMED = N_("taken back, as told by {speakers} and someone not named")


@dataclass(frozen=True, slots=True)
class Said:
    """A passage as something somebody says.

    ``actor`` and ``speaker`` are the last member of its chain, as an actor and in words (the
    actor's name, or as printed; empty: not named). ``said`` is when it was said, or else when its
    document was published. ``response_kind`` is the shown value, so that an admission that was
    only read, and not confirmed, is not counted as a denial either. ``origin`` is the same in
    documents of one origin (empty: none is known).
    """

    passage: int
    document: int
    kind: RecordKind = RecordKind.NONE
    actor: int | None = None
    speaker: str = ""
    said: WrittenDate = NO_DATE
    response_kind: ResponseKind = ResponseKind.NONE
    origin: str = ""

    @property
    def key(self) -> SpeakerKey:
        """What tells speakers apart."""
        if self.actor is not None:
            return ("actor", self.actor)
        words = folded_line(self.speaker)
        return ("words", words) if words else ("document", self.origin or self.document)

    def is_by_the_speaker_of(self, other: "Said") -> bool:
        """Say whether both are known to be the same speaker's words.

        "A spokesman" and "a spokesman" need not be one: only an actor or a name is known again.
        """
        known = self.actor is not None or names_somebody(self.speaker)
        return known and self.key == other.key


@dataclass(frozen=True, slots=True)
class ReadingBase:
    """How many of the documents looked in are done: the base of "no answer"."""

    done: int
    documents: int


@dataclass(frozen=True, slots=True)
class Badge:
    """One badge, and the passages it opens (none where there is no answer).

    ``values`` fill its words; ``speakers`` are names in order, empty for one that is not named.
    """

    kind: BadgeKind
    passages: tuple[int, ...] = ()
    values: Mapping[str, int] = field(default_factory=dict)
    speakers: tuple[str, ...] = ()

    @property
    def saying(self) -> Saying:
        """The badge in words."""
        if self.kind is BadgeKind.SUPPORTED:
            template = SUPPORTED_WORDS["documents" in self.values, "unjudged" in self.values]
            return Saying(template, self.values)
        if self.kind is not BadgeKind.TOLD_AS_TAKEN_BACK:
            return Saying(BADGE_WORDS[self.kind], self.values)
        named = [one for one in self.speakers if one]
        if not named:
            return Saying(TOLD_BY_NOBODY_NAMED)
        all_named = len(named) == len(self.speakers)
        template = BADGE_WORDS[self.kind] if all_named else TOLD_BY_SOME_NOT_NAMED
        return Saying(template, {"speakers": ", ".join(named)})


@dataclass(frozen=True, slots=True)
class Badges:
    """The badges of one passage, in the order of ``BadgeKind``."""

    passage: int
    all: tuple[Badge, ...] = ()

    def of(self, kind: BadgeKind) -> Badge | None:
        """Return the badge of a kind, ``None`` where the passage does not wear it."""
        return next((one for one in self.all if one.kind is kind), None)

    def words(self) -> tuple[Saying, ...]:
        """Return what the badges say."""
        return tuple(one.saying for one in self.all)


def badges_of(
    passages: Iterable[int],
    said: Mapping[int, Said],
    links: Iterable[Link],
    base: ReadingBase,
) -> dict[int, Badges]:
    """Return the badges of passages, by passage.

    ``said`` has the passages and those linked to them; a link to a passage it does not have is
    passed over. Links of other passages do no harm.
    """
    wanted = {one: said[one] for one in passages}
    linked: dict[int, list[_Linked]] = {one: [] for one in wanted}
    for link in links:
        for here, there in _ends(link):
            if here in linked and there in said:
                linked[here].append(_Linked(link, said[there], incoming=here == link.to_passage))
    return {
        passage: Badges(passage, tuple(_badges(one, linked[passage], base)))
        for passage, one in wanted.items()
    }


@dataclass(frozen=True, slots=True)
class _Linked:
    """What is linked to a passage, and whether the link leads from it to the passage."""

    link: Link
    other: Said
    incoming: bool

    @property
    def is_response(self) -> bool:
        answers = self.link.type in FROM_RESPONSES or self.link.type is LinkType.RETRACTS
        return self.other.kind is RecordKind.RESPONSE or (answers and self.incoming)

    @property
    def takes_back(self) -> bool:
        kind, by = self.link.type, self.other.response_kind
        told = kind in FROM_RESPONSES and by is ResponseKind.RETRACTION
        return self.incoming and (kind is LinkType.RETRACTS or told)

    @property
    def denies(self) -> bool:
        says_no = self.other.response_kind in (*DENIALS, ResponseKind.NONE)
        return self.incoming and self.link.type is LinkType.DENIES and says_no

    @property
    def rejects_in_general(self) -> bool:
        says_no = self.other.response_kind in (*DENIALS, ResponseKind.NONE)
        return self.incoming and self.link.type is LinkType.REJECTS_IN_GENERAL and says_no

    @property
    def supports(self) -> bool:
        return self.incoming and self.link.type is LinkType.CORROBORATES


def _ends(link: Link) -> Iterable[tuple[int, int]]:
    if link.to_passage is None:
        return ()
    return ((link.from_passage, link.to_passage), (link.to_passage, link.from_passage))


def _badges(here: Said, linked: Sequence[_Linked], base: ReadingBase) -> Iterable[Badge]:
    responses = _others(linked, lambda one: one.is_response)
    if responses:
        yield Badge(BadgeKind.RESPONSE, _passages(responses))
    for kind, several in (
        (BadgeKind.DENIED, _others(linked, lambda one: one.denies)),
        (BadgeKind.REJECTED_IN_GENERAL, _others(linked, lambda one: one.rejects_in_general)),
    ):
        if several:
            yield Badge(kind, _passages(several), {"count": len(_speakers(several))})
    earlier = [one for one in responses if is_older(one.said, here.said)]
    if earlier:
        counts = {"count": len(earlier), "all": len(responses)}
        yield Badge(BadgeKind.EARLIER, _passages(earlier), counts)
    yield from _support(here, [one for one in linked if one.supports])
    yield from _taken_back(here, _others(linked, lambda one: one.takes_back))
    if here.kind is RecordKind.ALLEGATION and not responses:
        counts = {"done": base.done, "documents": base.documents}
        yield Badge(BadgeKind.NO_ANSWER, values=counts)


def _support(here: Said, supporting: Sequence[_Linked]) -> Iterable[Badge]:
    several = _others(supporting, lambda _one: True)
    if several:
        judged = [one.other for one in supporting if one.link.independent is Independence.YES]
        separate = counted_once(
            (one.key, one.origin)
            for one in judged
            if one.key != here.key and (not one.origin or one.origin != here.origin)
        )
        counts = {"count": len(_speakers(several)), "separate": separate}
        copies = of_one_origin((one.document, one.origin) for one in (here, *several))
        if copies:
            counts["documents"] = copies
        of_links = [(one.other.key, one.link.independent) for one in supporting]
        judged_keys = {key for key, how in of_links if how is not Independence.NOT_JUDGED}
        unjudged = len({key for key, _how in of_links} - judged_keys)
        if unjudged:
            counts["unjudged"] = unjudged
        yield Badge(BadgeKind.SUPPORTED, _passages(several), counts)


def _taken_back(here: Said, retractions: Sequence[Said]) -> Iterable[Badge]:
    own = [one for one in retractions if one.is_by_the_speaker_of(here)]
    told = [one for one in retractions if not one.is_by_the_speaker_of(here)]
    if own:
        yield Badge(BadgeKind.TAKEN_BACK, _passages(own))
    if told:
        speakers = tuple(_speakers(told).values())
        yield Badge(BadgeKind.TOLD_AS_TAKEN_BACK, _passages(told), speakers=speakers)


def _others(linked: Iterable[_Linked], holds: Callable[[_Linked], bool]) -> list[Said]:
    """Return the other ends for which something holds, each once, by passage."""
    found = {one.other.passage: one.other for one in linked if holds(one)}
    return [found[passage] for passage in sorted(found)]


def _passages(several: Iterable[Said]) -> tuple[int, ...]:
    return tuple(one.passage for one in several)


def _speakers(several: Iterable[Said]) -> dict[SpeakerKey, str]:
    """Return the speakers of passages, each once, with the words for the speaker."""
    speakers: dict[SpeakerKey, str] = {}
    for one in several:
        speakers.setdefault(one.key, one.speaker)
    return speakers
