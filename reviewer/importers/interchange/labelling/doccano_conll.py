"""Words with labels, a word a line (CoNLL), as doccano reads them: ``JAPAN``, a tab, ``B-LOC``.

The first column is the word, the last one its label: ``B-`` begins a passage, ``I-`` goes on with
it, ``O`` is none (``S-`` and ``U-`` begin one too, ``E-`` and ``L-`` end it). An empty line ends a
sentence. A file is one document here, each sentence a line of it: alone it says nothing of where it
stood.
"""

import re

_LABEL = re.compile("(?:([BIOESLU])-(.+))|O")
_BEGINS = ("B", "S", "U")
_LOOKED_AT = 40  # lines
_NO_WORDS = "-DOCSTART-"


class Labelled:
    """A text that is put together word by word, and its labels; places are code points of it.

    ``bare`` are the lines that have words but no label.
    """

    def __init__(self) -> None:
        self.labels: list[tuple[int, int, str]] = []
        self.bare: list[int] = []
        self._pieces: list[str] = []
        self._length = 0
        self._open = ""

    @property
    def text(self) -> str:
        """What was put together until now."""
        return "".join(self._pieces)

    def end_sentence(self) -> None:
        """End a line, unless it is empty, and whatever label goes on."""
        self._open = ""
        if self._pieces and self._pieces[-1] != "\n":
            self._write("\n")

    def word(self, word: str, label: str, *, begins: bool) -> None:
        """Write a word; with a ``label`` it begins a passage, or goes on with the last one."""
        if self._pieces and self._pieces[-1] != "\n":
            self._write(" ")
        start = self._length
        self._write(word)
        if label and label == self._open and not begins:
            start = self.labels.pop()[0]
        if label:
            self.labels.append((start, self._length, label))
        self._open = label

    def _write(self, piece: str) -> None:
        self._pieces.append(piece)
        self._length += len(piece)


def is_conll(head: bytes) -> bool:
    """Say whether most lines that a file begins with end with a label."""
    lines = head.decode("utf-8", "ignore").splitlines()[:_LOOKED_AT]
    several = [columns for line in lines if (columns := _columns(line))]
    labelled = [one for one in several if _label(one)]
    return 2 * len(labelled) > len(several)


def labelled(text: str) -> Labelled:
    """Return the words of a file as a text, and what stands under which label."""
    found = Labelled()
    for number, line in enumerate(text.split("\n"), start=1):
        columns = _columns(line)
        label = _label(columns)
        if not columns:
            found.end_sentence()
        elif label is None:
            found.bare.append(number)
            found.word(" ".join(columns), "", begins=True)
        else:
            found.word(columns[0], label[2] or "", begins=label[1] in _BEGINS)
    return found


def _columns(line: str) -> list[str]:
    """Return the columns of a line; none for one without words."""
    stripped = line.strip()
    if not stripped or stripped.startswith(_NO_WORDS):
        return []
    return [one.strip() for one in stripped.split("\t")] if "\t" in line else stripped.split()


def _label(columns: list[str]) -> "re.Match[str] | None":
    """Return the label that a line ends with."""
    return _LABEL.fullmatch(columns[-1]) if len(columns) > 1 and columns[0] else None
