"""The language in which all documents are asked, and queries kept under a name.

``salt store`` finds both words, ``"salt store"`` the phrase, ``tann*`` what begins so. ``AND``,
``OR`` and ``NOT`` (in capitals) join them, ``AND`` before ``OR``; brackets group. ``a NEAR/5 b``
and ``NEAR(a b, 5)`` find words with at most five others between them. Words are folded
(``folding.py``), so capitals, accents and letter forms do not matter. A word with a hyphen or an
apostrophe is a phrase; marks that are no letters are passed over.

A query becomes a small tree. The store renders it for its index; ``query_hits.py`` finds with the
same tree which words of a text to mark. Characters in complaints count code points from 1.
"""

from dataclasses import dataclass

import regex  # type: ignore[import-untyped]

from reviewer.domain.errors import NotAllowed
from reviewer.domain.folding import fold
from reviewer.domain.words import N_

LONGEST_QUERY = 1_000  # code points
LONGEST_NAME = 200  # code points
MOST_WORDS = 64
MOST_BRACKETS = 8
NEAR_BY = 10  # words between, where a query does not say
FARTHEST = 1_000

LETTER = r"[\p{L}\p{N}\p{Co}]"  # what the index takes for a part of a word
_TOKEN = regex.compile(rf"{LETTER}+")
_QUOTES = '"“”„«»'
_END = rf"(?=[\s(){_QUOTES}]|$)"
_SPACE = regex.compile(r"\s*")
_AND, _OR, _NOT = (regex.compile(f"({word}){_END}") for word in ("AND", "OR", "NOT"))
_NEAR = regex.compile(rf"NEAR(?:/(?P<within>\d+))?{_END}(?!\()")
_NEAR_OF = regex.compile(r"NEAR\s*\(")
_WITHIN = regex.compile(r"[,،]\s*(?P<within>\d+)\s*\)")
_OPEN, _CLOSE = regex.compile(r"\("), regex.compile(r"\)")
_PHRASE = regex.compile(rf"[{_QUOTES}](?P<inside>[^{_QUOTES}]*)(?P<closed>[{_QUOTES}]\*?)?")
_WORD = regex.compile(rf"[^\s(){_QUOTES}]+")
_WORD_IN_LIST = regex.compile(rf"(?:(?![,،]\s*\d+\s*\))[^\s(){_QUOTES}])+")


@dataclass(frozen=True, slots=True)
class Phrase:
    """Folded words that stand one behind the other; with ``prefix`` the last is a beginning."""

    words: tuple[str, ...]
    prefix: bool = False


@dataclass(frozen=True, slots=True)
class Near:
    """Phrases with at most ``within`` words between the first and the last."""

    phrases: tuple[Phrase, ...]
    within: int


@dataclass(frozen=True, slots=True)
class Every:
    """All of ``parts`` and none of ``without``."""

    parts: tuple["Tree", ...]
    without: tuple["Tree", ...] = ()


@dataclass(frozen=True, slots=True)
class Either:
    """At least one of ``parts``."""

    parts: tuple["Tree", ...]


Tree = Phrase | Near | Every | Either


@dataclass(frozen=True, slots=True)
class Query:
    """What a person wrote, and what it means."""

    words: str
    tree: Tree


class BadQuery(NotAllowed):
    """A query that means nothing; the words say where, and ``place`` counts code points from 0."""

    def __init__(self, template: str, place: int, **values: object) -> None:
        super().__init__(template, place=place + 1, **values)
        self.place = place


@dataclass(frozen=True, slots=True)
class SavedQuery:
    """A query kept in the project under a name."""

    id: int
    uid: str
    name: str
    words: str


def query_name(written: str) -> str:
    """Return ``written`` as a query's name: one line, single spaces, not empty.

    Raises ``NotAllowed`` when nothing is left, or more than 200 characters are.
    """
    name = " ".join(written.split())
    if not name:
        raise NotAllowed(N_("A saved query needs a name."))
    if len(name) > LONGEST_NAME:
        raise NotAllowed(
            N_("The name has {length} characters; at most {longest} fit. Choose a shorter one."),
            length=len(name),
            longest=LONGEST_NAME,
        )
    return name


def tokens(folded: str) -> tuple[str, ...]:
    """Return the words of a folded text, as the index has them."""
    return tuple(_TOKEN.findall(folded))


def parse(words: str) -> Query:
    """Return what a query means; raises ``BadQuery``, which says where it cannot be read."""
    if len(words) > LONGEST_QUERY:
        raise BadQuery(
            N_("This query has {length} characters; at most {longest} are read."),
            LONGEST_QUERY,
            length=len(words),
            longest=LONGEST_QUERY,
        )
    parser = _Parser(words)
    tree = parser.either()
    if parser.take(_CLOSE):
        raise BadQuery(N_("The bracket at character {place} closes none."), parser.last)
    if tree is None:
        raise BadQuery(N_("There is no word to look for here."), 0)
    return Query(words, tree)


class _Parser:
    """Reads a query from left to right; a method a level, the loosest first."""

    def __init__(self, words: str) -> None:
        self._words = words
        self._at = 0
        self._depth = 0
        self._count = 0
        self.last = 0  # where the piece that was taken last begins

    def take(self, pattern: regex.Pattern[str]) -> regex.Match[str] | None:
        """Return the match of ``pattern`` behind the white space here, and go behind it."""
        start = _SPACE.match(self._words, self._at).end()
        match: regex.Match[str] | None = pattern.match(self._words, start)
        if match:
            self.last, self._at = start, match.end()
        return match

    def either(self) -> Tree | None:
        """Read what is joined by OR; nothing at all is ``None``."""
        parts = [self._every()]
        while self.take(_OR):
            place = self.last
            parts.append(self._every())
            before, after = (part is not None for part in parts[-2:])
            self._must_join("OR", place, before=before, after=after)
        found = [part for part in parts if part is not None]
        return Either(tuple(found)) if len(found) > 1 else next(iter(found), None)

    def _every(self) -> Tree | None:
        parts: list[Tree] = []
        without: list[Tree] = []
        refused = 0
        while not self._is_at_end():
            kept, place = parts, 0
            if self.take(_AND):
                place, before = self.last, bool(parts or without)
                if self.take(_NOT):
                    kept = without
                after = self._near()
                self._must_join("AND", place, before=before, after=after is not None)
            elif self.take(_NOT):
                place, kept = self.last, without
                after = self._near()
                self._must_join("NOT", place, after=after is not None)
            else:
                after = self._near()
            if after is not None:
                refused = refused if without else place
                kept.append(after)
        if without and not parts:
            raise BadQuery(
                N_("“NOT” at character {place} only takes away: say beside it what to find."),
                refused,
            )
        if len(parts) == 1 and not without:
            return parts[0]
        return Every(tuple(parts), tuple(without)) if parts else None

    def _is_at_end(self) -> bool:
        at = _SPACE.match(self._words, self._at).end()
        return at == len(self._words) or any(
            pattern.match(self._words, at) for pattern in (_CLOSE, _OR)
        )

    def _near(self) -> Tree | None:
        if self._is_at_end():
            return None
        first = self._piece()
        pairs: list[Near] = []
        while near := self.take(_NEAR):
            place = self.last
            second = None if self._is_at_end() else self._piece()
            joins = {"before": first is not None, "after": second is not None}
            self._must_join("NEAR", place, **joins)
            if not isinstance(first, Phrase) or not isinstance(second, Phrase):
                raise BadQuery(
                    N_("“NEAR” at character {place} joins words and phrases, not brackets."), place
                )
            pairs.append(Near((first, second), _within(near)))
            first = second
        return _chained(pairs) if pairs else first

    def _piece(self) -> Tree | None:
        if self.take(_NEAR_OF):
            return self._near_list()
        if self.take(_OPEN):
            return self._bracket()
        return self._phrase(_WORD)

    def _bracket(self) -> Tree:
        place = self.last
        self._depth += 1
        if self._depth > MOST_BRACKETS:
            raise BadQuery(
                N_("The bracket at character {place} is one too many inside each other."), place
            )
        found = self.either()
        if not self.take(_CLOSE):
            raise BadQuery(N_("The bracket at character {place} is not closed."), place)
        if found is None:
            raise BadQuery(N_("In the bracket at character {place} stands no word."), place)
        self._depth -= 1
        return found

    def _near_list(self) -> Tree:
        place, phrases, within = self.last, list[Phrase](), NEAR_BY
        while not self.take(_CLOSE):
            if end := self.take(_WITHIN):
                within = _within(end)
                break
            if self.take(_OPEN) or self._is_at_end():
                raise BadQuery(
                    N_("“NEAR(” at character {place} wants words and a number: NEAR(a b, 5)."),
                    place,
                )
            phrases += filter(None, [self._phrase(_WORD_IN_LIST)])
        if len(phrases) < 2:
            raise BadQuery(
                N_("“NEAR(” at character {place} wants two words or more: NEAR(a b, 5)."), place
            )
        return Near(tuple(phrases), within)

    def _phrase(self, word: regex.Pattern[str]) -> Phrase | None:
        """Read a word or a phrase in quotation marks; one without letters is passed over."""
        if quoted := self.take(_PHRASE):
            if quoted["closed"] is None:
                raise BadQuery(
                    N_("The quotation mark at character {place} is not closed."), self.last
                )
            return self._made(quoted["inside"] + quoted["closed"][1:], self.last + 1)
        for pattern, name in ((_NEAR, "NEAR"), (_AND, "AND"), (_OR, "OR"), (_NOT, "NOT")):
            if self.take(pattern):
                raise self._alone(name, self.last)
        plain = self.take(word)
        return self._made(plain[0], self.last) if plain else None

    def _made(self, written: str, place: int) -> Phrase | None:
        prefix = written.endswith("*")
        words = tokens(fold(written.removesuffix("*")))
        if "*" in written[:-1] or (prefix and not words):
            raise BadQuery(
                N_("The “*” at character {place} must end the beginning of a word, as in tann*."),
                place + written.index("*"),
            )
        self._count += len(words)
        if self._count > MOST_WORDS:
            raise BadQuery(
                N_("This query has too many words; at most {most} are looked for at once."),
                self.last,
                most=MOST_WORDS,
            )
        return Phrase(words, prefix) if words else None

    def _must_join(self, name: str, place: int, *, before: bool = True, after: bool = True) -> None:
        if not (before and after):
            raise self._alone(name, place)

    def _alone(self, name: str, place: int) -> BadQuery:
        return BadQuery(
            N_(
                "“{name}” at character {place} has nothing to join. To look for the word itself, "
                "put it in quotation marks."
            ),
            place,
            name=name,
        )


def _within(match: regex.Match[str]) -> int:
    return min(int(match["within"]), FARTHEST) if match["within"] else NEAR_BY


def _chained(pairs: list[Near]) -> Tree:
    """Return ``a NEAR/5 b NEAR/5 c`` as one, and with different distances as several."""
    if len(pairs) == 1:
        return pairs[0]
    if len({pair.within for pair in pairs}) == 1:
        phrases = (pairs[0].phrases[0], *(pair.phrases[1] for pair in pairs))
        return Near(phrases, pairs[0].within)
    return Every(tuple(pairs))
