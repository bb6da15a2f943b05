"""Reads what happened to the people a source counts, and what it calls them.

A harm is read from its words ("were arrested", "the killing of", "deaths", ہلاک) where they stand
with a number: behind it without another number between, or right before it. What may happen, what
did not, and compounds that name no act ("death row") are no harm.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache

from reviewer.domain.figures import Harm, Qualifier
from reviewer.domain.folding import fold
from reviewer.domain.reading.people import persons, several_persons
from reviewer.domain.reading.plain_words import Token, listed
from reviewer.domain.reading.quantities import Basis, Quantity

Row = tuple[str, ...]

_PASSIVE = {  # what is done to people, or happens to them: were killed
    Harm.KILLED: """killed/murdered/assassinated/slain/massacred/lynched/martyred/shot dead/
        gunned down/hacked to death/beaten to death/stabbed to death/burnt alive/burned alive/
        burnt to death/burned to death/blown up/slaughtered/tortured to death/shaheed""",
    Harm.INJURED: "injured/wounded/hurt/maimed",
    Harm.ARRESTED: """arrested/nabbed/rounded up/picked up/apprehended/taken into custody/
        remanded/jailed/imprisoned/captured""",
    Harm.DETAINED: "detained/held/interned/locked up",
    Harm.DISAPPEARED: "disappeared/forcibly disappeared",
    Harm.ABDUCTED: "abducted/kidnapped/whisked away/taken hostage",
    Harm.DISPLACED: "displaced/made homeless/evacuated/driven out/uprooted",
    Harm.TORTURED: "tortured",
    Harm.EXECUTED: "executed/hanged",
    Harm.RELEASED: "released/freed/set free",
}
_STATE = {  # what they do or are: died, are missing
    Harm.KILLED: """died/die/perished/dead/lost their lives/lost his life/lost her life/
        lost their life/lose their lives/laid down their lives/left dead""",
    Harm.INJURED: "",
    Harm.DISAPPEARED: "went missing/gone missing",
    Harm.MISSING: "missing/unaccounted for",
    Harm.DISPLACED: "fled/homeless/lost their homes/have lost their homes",
}
_NOUN = {  # deaths, behind a number or before "of"
    Harm.KILLED: """deaths/death/fatalities/murders/murder/killings/killing/assassinations/
        assassination/massacre/lives/bodies/death toll/martyrs/corpses""",
    Harm.INJURED: "injuries",
    Harm.ARRESTED: "arrests/arrest",
    Harm.DETAINED: "detentions/detention",
    Harm.DISAPPEARED: "disappearances/enforced disappearances/disappearance",
    Harm.ABDUCTED: "abductions/kidnappings/abduction/kidnapping",
    Harm.EXECUTED: "executions/execution",
    Harm.UNSPECIFIED: "casualties/victims",
}
_ACTIVE = {  # verbs that may stand before the number: killing 13
    Harm.KILLED: """killed/killing/murdered/murdering/assassinated/assassinating/massacred/
        martyred/shot dead/gunned down/slaughtered/took the lives of/taken the lives of/
        claimed the lives of/taking the lives of""",
    Harm.INJURED: "injured/injuring/wounded/wounding/hurt/hurting/maimed/maiming",
    Harm.ARRESTED: """arrested/arresting/nabbed/rounded up/picked up/apprehended/
        apprehending/captured/capturing/jailed""",
    Harm.DETAINED: "detained/detaining/held/holding",
    Harm.ABDUCTED: "abducted/abducting/kidnapped/kidnapping",
    Harm.DISPLACED: "displaced/displacing/evacuated",
    Harm.TORTURED: "tortured/torturing",
    Harm.EXECUTED: "executed/executing/hanged/hanging",
    Harm.RELEASED: "released/releasing/freed/freeing",
}
_URDU = {
    Harm.KILLED: """ہلاک/جاں بحق/جان بحق/شہید/قتل/لاشیں/ہلاکتیں/ہلاکتوں/اموات/مارے گئے/مارا گیا/
        ماری گئی/جان سے گیا/جان سے گئے""",
    Harm.INJURED: "زخمی/مجروح",
    Harm.ARRESTED: "گرفتار/گرفتاریاں",
    Harm.DETAINED: "حراست میں/زیر حراست/نظر بند",
    Harm.MISSING: "لاپتہ/لاپتا",
    Harm.ABDUCTED: "اغوا",
    Harm.DISPLACED: "بے گھر/بے دخل",
    Harm.RELEASED: "رہا",
    Harm.TORTURED: "تشدد",
}
_BOTH = frozenset({Harm.KILLED, Harm.INJURED})
_AUXILIARIES = listed("""
    was were is are been being be have has had got get also reportedly allegedly already
    since then later now still so far believed to said feared
""")
_BE = listed("was were is are been being be")
_MODALS = listed("would will could may might can shall must should")
_NEGATIONS = listed("not never n't wasn't weren't neither")
_COMPOUNDS = listed("""
    squad squads row threat threats penalty certificate certificates sentence sentences
    warrant warrants camp camps
""")
_STOPS = frozenset([".", ";", "!", "?", "۔", "؛", "؟", "(", ")", '"', ":"])
_ENDS_LABEL = listed("""
    of in on at by for with from to during after before since when while who whom which that
    and or but as was were is are had has have been so if because over under into owing due
    said including among yet through among earlier later today yesterday last this near
    inside outside also reportedly allegedly believed feared still now without about than
    off either between میں کو کی کے نے سے پر اور اب بھی تھے ہیں ہوئے ہوئی ہوا گئے جن جو کہ
    تک کا لیے داخل
""")
_OBJECTS = listed("the a an his her their its several many some dozens hundreds scores")
_BEHIND = 9  # words between a number and what happened
_BESIDE = 2  # words, behind which what happened belongs to the number all the same
_LABEL = 6  # words that a source may call people by


class Form(StrEnum):
    """How the words of a harm stand to those harmed."""

    PASSIVE = "passive"
    STATE = "state"
    NOUN = "noun"
    ACTIVE = "active"
    URDU = "urdu"  # in Urdu what happened stands behind those it happened to


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that tell of a harm, as tokens from ``start`` to ``end``."""

    start: int
    end: int
    harm: Harm
    form: Form


@dataclass(frozen=True, slots=True)
class Harmed:
    """A quantity and what happened to those counted; ``label`` is where they are named, tokens."""

    quantity: Quantity
    cue: Cue
    label: tuple[int, int] | None


def harmed(words: Sequence[Token], found: Sequence[Quantity]) -> list[Harmed]:
    """Return those of the quantities that somebody came to harm in, as the words tell."""
    reader = _Reader(words, found, list(_cues(words)))
    return [one for one in map(reader.read, found) if one]


def plurals(words: Sequence[Token], found: Sequence[Quantity]) -> list[Quantity]:
    """Return the people who are named in the plural without a number, and came to harm."""
    cues = [cue for cue in _cues(words) if cue.form is Form.PASSIVE]
    plural: list[Quantity] = []
    for cue in cues:
        noun = _noun_before(words, cue.start)
        if noun is None or any(one.start <= noun and noun - one.end < _BEHIND for one in found):
            continue
        plural.append(Quantity(noun, noun + 1, noun, Basis.PLURAL, Qualifier.WORDS_ONLY))
    return plural


def cues(words: Sequence[Token]) -> list[Cue]:
    """Return all that tells of a harm, whoever was harmed; a form may be read two ways."""
    return list(_cues(words))


@dataclass(frozen=True, slots=True)
class _Reader:
    words: Sequence[Token]
    found: Sequence[Quantity]
    cues: Sequence[Cue]

    def read(self, quantity: Quantity) -> Harmed | None:
        behind, before = self._behind(quantity), self._before(quantity)
        cue = behind or before
        if behind and before:
            if behind.start - quantity.end <= _BESIDE and behind.harm is not before.harm:
                return None  # injured 12 killed
            cue = before
        if cue is None:
            return None
        label = self._label(quantity, cue)
        return Harmed(quantity, self._both(cue), label)

    def _behind(self, quantity: Quantity) -> Cue | None:
        begin = quantity.start if quantity.basis is Basis.ZERO else quantity.end
        end = min(begin + _BEHIND + self._insertion(quantity), len(self.words))
        for one in self.found:
            if quantity.end <= one.start < end and not one.part:
                end = one.start
        for cue in self.cues:
            if begin <= cue.start < end:
                if _is_stopped(self.words, begin, cue.start):
                    return None
                return cue if self._fits_behind(quantity, cue) else None
        return None

    def _insertion(self, quantity: Quantity) -> int:
        """Return how many words are put in behind the counted, as in ", including 4 women,"."""
        for one in self.found:
            if one.part and 0 < one.start - quantity.end < _BEHIND:
                comma = next(
                    (at for at in range(one.end, len(self.words)) if self.words[at].word == ","),
                    one.end,
                )
                return comma - quantity.end
        return 0

    def _fits_behind(self, quantity: Quantity, cue: Cue) -> bool:
        words = [token.word for token in self.words[quantity.end : cue.start]]
        if cue.form is Form.NOUN:
            return len(words) <= 3 and not (_ENDS_LABEL - {"of"}).intersection(words)
        if _unsure(self.words, cue.start):
            return False
        following = self.words[cue.end].word if cue.end < len(self.words) else ""
        takes_object = following in _OBJECTS or any(one.start == cue.end for one in self.found)
        helped = bool(_BE.intersection(words[-4:]))
        return helped or not takes_object or cue.form is not Form.PASSIVE  # 3 men killed 12

    def _before(self, quantity: Quantity) -> Cue | None:
        for cue in reversed(_before_cues(self.words, quantity.start)):
            gap = [token.word for token in self.words[cue.end : quantity.start]]
            allowed = {"of", "the", "another", "all", "these", "those"}
            if cue.form is Form.ACTIVE and (gap == [":"] or allowed.issuperset(gap)):
                return None if _unsure(self.words, cue.start) else cue
            if cue.form is Form.NOUN and gap[:1] == ["of"] and allowed.issuperset(gap):
                return cue
            if cue.form is Form.NOUN and set(gap) <= {":", "-", "*", "is", "was", "stands", "at"}:
                return cue if gap else None
        return None

    def _both(self, cue: Cue) -> Cue:
        """Return the cue widened where one number was killed and injured."""
        joint = self.words[cue.end].word if cue.end < len(self.words) else ""
        if joint in ("and", "or", "اور", "یا") and cue.harm in _BOTH:
            for other in self.cues:
                if other.start == cue.end + 1 and {other.harm, cue.harm} == _BOTH:
                    if any(one.start == other.end for one in self.found):
                        break
                    return replace(cue, end=other.end, harm=Harm.KILLED_OR_INJURED)
        return cue

    def _label(self, quantity: Quantity, cue: Cue) -> tuple[int, int] | None:
        begin = quantity.noun
        limit = cue.start if cue.start >= quantity.noun else len(self.words)
        words = self.words
        while begin < limit and words[begin].word in ("of", "the", "more", "other", "-", "*"):
            begin += 1
        if begin < limit and words[begin].word in ("those", "them", "these", "whom"):
            return None
        end = begin
        while end < min(limit, begin + _LABEL) and _in_label(words[end].word):
            end += 1
        if quantity.basis is Basis.ARTICLE:
            end = quantity.end
        if cue.start < quantity.start or cue.form in (Form.NOUN, Form.URDU):
            end = _last_noun(words, begin, end)
        return (begin, end) if begin < end else None


def _in_label(word: str) -> bool:
    return word not in _ENDS_LABEL and (word[0].isalpha() or word in "-'")


def _last_noun(words: Sequence[Token], begin: int, end: int) -> int:
    nouns = [at for at in range(begin, end) if words[at].word in persons()]
    return nouns[-1] + 1 if nouns else begin


def _noun_before(words: Sequence[Token], cue: int) -> int | None:
    """Return the plural noun that stands before "were killed", if nothing but help is between."""
    at = cue - 1
    while at >= 0 and words[at].word in _AUXILIARIES:
        at -= 1
    helped = any(token.word in _BE for token in words[at + 1 : cue])
    if not helped or at < 0 or _unsure(words, cue):
        return None
    return at if words[at].word in several_persons() else None


def _is_stopped(words: Sequence[Token], begin: int, end: int) -> bool:
    return any(token.word in _STOPS for token in words[begin:end])


def _unsure(words: Sequence[Token], cue: int) -> bool:
    """Say whether it only may have happened, or did not."""
    near = [token.word for token in words[max(0, cue - 4) : cue]]
    helpers: list[str] = []
    for word in reversed(near):
        if word not in _AUXILIARIES | _MODALS | _NEGATIONS:
            break
        helpers.append(word)
    if _MODALS.intersection(helpers) or _NEGATIONS.intersection(helpers):
        return True
    return helpers[:2] == ["be", "to"]


def _before_cues(words: Sequence[Token], end: int) -> list[Cue]:
    begin = max(0, end - 8)
    return [
        Cue(begin + cue.start, begin + cue.end, cue.harm, cue.form)
        for cue in _cues(words[begin:end], active=True)
    ]


def _cues(words: Sequence[Token], *, active: bool = False) -> Iterator[Cue]:
    """Yield the cues in order, the longest at each place."""
    rows = _rows(active)
    at = 0
    while at < len(words):
        cue = _cue_at(words, at, rows)
        if cue:
            yield cue
        at = cue.end if cue else at + 1


def _cue_at(
    words: Sequence[Token], at: int, rows: dict[str, list[tuple[Row, Harm, Form]]]
) -> Cue | None:
    for row, harm, form in rows.get(words[at].word, ()):
        if all(
            at + step < len(words) and words[at + step].word == word
            for step, word in enumerate(row)
        ):
            end = at + len(row)
            compound = end < len(words) and words[end].word in _COMPOUNDS
            return None if compound else Cue(at, end, harm, form)
    return None


@cache
def _rows(active: bool) -> dict[str, list[tuple[Row, Harm, Form]]]:
    """Return the cues by their first word, the longest first."""
    tables = (
        [(_ACTIVE, Form.ACTIVE)] if active else [(_PASSIVE, Form.PASSIVE), (_STATE, Form.STATE)]
    )
    tables += [(_NOUN, Form.NOUN), (_URDU, Form.URDU)]
    found: dict[str, list[tuple[Row, Harm, Form]]] = {}
    for table, form in tables:
        for harm, listing in table.items():
            for words in filter(None, (" ".join(one.split()) for one in listing.split("/"))):
                row = tuple(fold(words).split())
                found.setdefault(row[0], []).append((row, harm, form))
    for rows in found.values():
        rows.sort(key=lambda one: len(one[0]), reverse=True)
    return found
