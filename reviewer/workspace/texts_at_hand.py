"""The texts that are being read: kept in memory, because a text never changes."""

from collections import OrderedDict

from reviewer.store.texts import TextStore

MOST_TEXTS = 4  # as many as there are panes
MOST_CHARACTERS = 20_000_000  # longer ones are read from the project whenever they are wanted


class TextsAtHand:
    """Gives the words of texts, from memory where they were asked for a moment ago."""

    def __init__(self, texts: TextStore) -> None:
        self._texts = texts
        self._kept: OrderedDict[int, str] = OrderedDict()

    def words(self, text: int) -> str:
        """Return the words of a text; raises ``NotFound`` or ``Damaged``."""
        words = self._kept.get(text)
        if words is None:
            words = self._texts.text(text)
            self._kept[text] = words
        self._kept.move_to_end(text)
        while len(self._kept) > MOST_TEXTS or sum(map(len, self._kept.values())) > MOST_CHARACTERS:
            self._kept.popitem(last=False)
        return words
