"""The likely counterparts of passages, from an index that is made once and follows the news.

Making it for 20,000 passages takes seconds, so it is made in pieces, in moments of idleness. A name
that comes into the register is looked for in the words that are kept here, so that only the
passages that have it are read again.
"""

from collections import deque
from collections.abc import Collection, Sequence

from reviewer.domain.counterparts import Counterpart, CounterpartIndex
from reviewer.domain.folding import fold
from reviewer.domain.queries import tokens
from reviewer.domain.steps import News
from reviewer.domain.traits import Spellings, Traits, with_words
from reviewer.store.project_file import ProjectFile

_NO_WORDS = " "
_AT_ONCE = 500
_OF_PASSAGES = (
    *("figures", "allegations", "responses", "readings"),
    *("chain_members", "roles", "answers"),
)
_OF_NAMES = ("actors", "actor_names")


class CounterpartsAtHand:
    """Keeps the traits of every passage of listed documents."""

    def __init__(self, project: ProjectFile) -> None:
        self._project = project
        self._traits = project.traits
        self._index: CounterpartIndex | None = None
        self._waiting: deque[int] = deque()
        self._words: dict[int, str] = {}
        self._spellings = Spellings(())
        self._hidden: frozenset[int] = frozenset()
        self._written = project.data_version()

    def gather(self, most: int = _AT_ONCE) -> int:
        """Read so many passages more, for moments of idleness; returns how many are left."""
        self._begin()
        self._take_in([self._waiting.popleft() for _ in range(min(most, len(self._waiting)))])
        return len(self._waiting)

    def of(self, passage: int, most: int, without: Collection[int]) -> list[Counterpart]:
        """Return the likely counterparts of a passage, the likeliest first."""
        self._begin()
        for _ in range(0, len(self._waiting), _AT_ONCE):
            self.gather()
        wanted = self._read([passage])
        return self._begin().likely(wanted[0], most, without) if wanted else []

    def have_in_common(self, passage: int, other: int) -> bool:
        """Say whether anything but words tells that two passages belong together."""
        self._begin()
        found = self._read([passage, other])
        return len(found) == 2 and CounterpartIndex(found).have_in_common(*found)

    def follow(self, news: News) -> None:
        """See to it that what a step has changed is read again, where there is an index already."""
        index = self._index
        if index is None:
            return
        stale = self._stale(news)
        if stale is None:
            self._index = None
            return
        # Read when next asked for: a name may stand in thousands of them.
        for passage in stale:
            index.drop(passage)
            self._words.pop(passage, None)
        self._waiting.extend(sorted(stale.difference(self._waiting)))

    def _begin(self) -> CounterpartIndex:
        """Return the index, begun anew where there is none or another window wrote the project."""
        written = self._project.data_version()
        if self._index is None or written != self._written:
            self._written = written
            self._index = CounterpartIndex()
            self._words = {}
            self._waiting = deque(self._traits.passages())
            self._spellings = Spellings(self._traits.spellings())
            self._hidden = self._project.comparison.hidden()
        return self._index

    def _stale(self, news: News) -> set[int] | None:
        """Return the passages that a step changed something about; ``None``: nobody can tell."""
        if "tags" in news.tables:
            return None
        if "documents" in news.tables and self._project.comparison.hidden() != self._hidden:
            return None
        stale = set(news.rows.get("passages", ()))
        for table in news.tables.intersection(_OF_PASSAGES):
            told = self._project.comparison.told_of(
                table, ("passage",), news.rows[table], news.step
            )
            if told is None:
                return None
            stale |= told
        return stale | self._naming(news)

    def _naming(self, news: News) -> set[int]:
        """Return the passages whose words have a name that came into the register, or left it."""
        names = {
            _folded(name)
            for table in news.tables.intersection(_OF_NAMES)
            for name in self._traits.names_told(table, news.rows[table], news.step)
        } - {_NO_WORDS}
        if not names:
            return set()
        self._spellings = Spellings(self._traits.spellings())
        return {
            passage
            for passage, words in self._words.items()
            if any(name in words for name in names)
        }

    def _take_in(self, passages: Sequence[int]) -> None:
        index = self._begin()
        for traits in self._read(passages):
            index.put(traits)

    def _read(self, passages: Sequence[int]) -> list[Traits]:
        found = []
        for traits, text, span, told in self._traits.of(passages):
            self._words[traits.passage] = _folded(f"{span.of(text)}\n{told}")
            found.append(with_words(traits, text, span, self._spellings, told))
        return found


def _folded(words: str) -> str:
    """Return words as they are compared, with a blank at either end so that only whole ones fit."""
    return " ".join(("", *tokens(fold(words)), ""))
