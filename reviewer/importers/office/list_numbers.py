"""The numbers of lists and headings, as word processors print them."""

from reviewer.importers.office.blocks import BULLET

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_LARGEST = 4_999  # beyond it nobody prints letters or Roman numerals


def numeral(number: int, style: str) -> str | None:
    """Return a number in a style: ``1``, ``01``, ``a``, ``A``, ``i`` or ``I``; ``None`` for others.

    Letters go on after z with aa, bb and so on.
    """
    if style in {"1", "01"}:
        return f"{number:02}" if style == "01" else str(number)
    if style in {"a", "A", "i", "I"} and 0 < number <= _LARGEST:
        made = _letters(number) if style in {"a", "A"} else _roman(number)
        return made.upper() if style.isupper() else made
    return None


class Counting:
    """Counts the items of lists: a number for each list and level, from its start."""

    def __init__(self) -> None:
        self._counts: dict[tuple[str, int], int] = {}

    def next(self, key: str, level: int, start: int = 1) -> int:
        """Count an item, and begin the levels below it anew."""
        self.restart(key, level + 1)
        number = self._counts.get((key, level), start - 1) + 1
        self._counts[key, level] = number
        return number

    def restart(self, key: str, level: int) -> None:
        """Forget the numbers of a level and of those below it."""
        for place in [one for one in self._counts if one[0] == key and one[1] >= level]:
            del self._counts[place]

    def current(self, key: str, level: int, start: int = 1) -> int:
        """Return the number that counts at a level at present."""
        return self._counts.get((key, level), start)


def sign(printed: str) -> str:
    """Return what stands before an item: what is printed where it has a letter or digit.

    An ``o`` alone is a circle of a typewriter font.
    """
    words = printed.strip()
    return words if words != "o" and any(map(str.isalnum, words)) else BULLET


def _letters(number: int) -> str:
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)


def _roman(number: int) -> str:
    made = ""
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        made += letters * count
    return made
