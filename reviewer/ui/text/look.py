"""How the text looks: face, sizes and distances, all in device-independent pixels."""

from dataclasses import dataclass
from math import ceil

from PySide6.QtGui import QFont, QFontMetricsF

from reviewer.ui.text.lanes import LANES
from reviewer.ui.theme.fonts import READING_SIZE, arabic_font, reading_font
from reviewer.ui.theme.themes import Theme

_LEAST_LEAD = 12
_LEAD_SHARE = 0.42
_SAMPLE = "The quick brown fox of the district jumps over 12 lazy dogs, and nobody asks why."


@dataclass(frozen=True, slots=True)
class Reading:
    """What a person sets for reading: the size, the line's, the column's width, and the face.

    ``face`` is the family of Latin letters; empty for the program's own.
    """

    size: float = READING_SIZE
    line_spacing: float = 1.25
    column_characters: int = 72
    face: str = ""


@dataclass(frozen=True, slots=True)
class Look:
    """Everything about the look that the layout and the painters need.

    ``lead`` is the room under each line, where the lanes are; ``gap`` the room more behind a
    paragraph; ``pitch`` the distance of two lanes and ``bar`` the thickness of one. ``lines`` (to
    the right, to the left) and ``character`` are the height of a line and the width of a
    character, for estimates.
    """

    theme: Theme
    reading: Reading
    left_to_right: QFont
    right_to_left: QFont
    lines: tuple[int, int]
    character: float
    lead: int
    gap: int
    blank: int
    pitch: float
    bar: float

    def font(self, right_to_left: bool) -> QFont:
        """Return the face of a paragraph."""
        return self.right_to_left if right_to_left else self.left_to_right

    def line_height(self, right_to_left: bool) -> int:
        """Return the height of a plain line, without the room under it."""
        return self.lines[right_to_left]

    @property
    def column(self) -> int:
        """The greatest width of the reading column."""
        return round(self.reading.column_characters * self.character)


def make_look(theme: Theme, reading: Reading, arabic_language: str = "ur") -> Look:
    """Measure the faces and set the distances."""
    left_to_right = reading_font(reading.size, face=reading.face)
    right_to_left = arabic_font(arabic_language, reading.size, reading.face)
    metrics = QFontMetricsF(left_to_right)
    line = ceil(metrics.height())
    lead = max(_LEAST_LEAD, round(line * reading.line_spacing * _LEAD_SHARE))
    # Six lanes may reach a little into the next line, above its letters.
    pitch = min(4.0, max(3.0, (lead + 5) * 2 // LANES / 2))
    return Look(
        theme=theme,
        reading=reading,
        left_to_right=left_to_right,
        right_to_left=right_to_left,
        lines=(line, ceil(QFontMetricsF(right_to_left).height())),
        character=metrics.horizontalAdvance(_SAMPLE) / len(_SAMPLE),
        lead=lead,
        gap=round(line * 0.4),
        blank=round(line * 0.45),
        pitch=pitch,
        bar=pitch - 1.6,
    )
