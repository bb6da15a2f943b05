"""The codebook's entries, and what a name, a colour and a key may be; see ``tag_trees.py`` too."""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from enum import StrEnum

from reviewer.domain.errors import NotAllowed
from reviewer.domain.words import N_

PALETTE_SLOTS = 8
COLOURS = 3 * PALETTE_SLOTS
"""Slots a tag may have: every hue of the palette in three patterns of dashes."""

DEFAULT_TAGS = ("Allegation", "Denial", "Casualty figure")
LONGEST_NAME = 200  # code points
LONGEST_DEFINITION = 20_000  # code points
FIRST_VERSION = 1
LEAST_CONTRAST = 3.0
"""Below this ratio to a page, as WCAG counts it for shapes, a colour is hard to see."""

_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")  # all but tab and newline
_OWN_COLOUR = re.compile("#[0-9A-Fa-f]{6}")
_LIGHT_PAGE = (0xFF, 0xFF, 0xFF)
_DARK_PAGE = (0x1E, 0x1E, 0x1E)
_WEIGHTS = (0.2126, 0.7152, 0.0722)


class RecordKind(StrEnum):
    """Which structured details a passage under the tag carries."""

    NONE = "none"
    ALLEGATION = "allegation"
    RESPONSE = "response"
    FIGURE = "figure"


@dataclass(frozen=True, slots=True)
class Tag:
    """A name analysts put on words, with what it means.

    ``colour`` is a slot of the palette (``"1"`` to ``"24"``; the theme decides the shade) or an
    own colour as ``#RRGGBB``. ``key`` is the letter or digit that tags with it, or empty.
    ``position`` orders a tag among its siblings. ``definition_version`` is the number of the
    wording that stands now: a passage with another number was tagged under another wording.
    """

    id: int
    uid: str
    name: str
    colour: str
    key: str
    definition: str
    parent: int | None
    record: RecordKind
    position: int
    definition_version: int = FIRST_VERSION


@dataclass(frozen=True, slots=True)
class NewTag:
    """A tag that is not in the codebook yet; without a ``uid`` it is given one."""

    name: str
    colour: str
    key: str = ""
    definition: str = ""
    record: RecordKind = RecordKind.NONE
    parent: int | None = None
    uid: str = ""


@dataclass(frozen=True, slots=True)
class TagUse:
    """What hangs on a tag: passages, the documents they stand in, and tags right under it.

    ``off_the_list`` of the passages stand in documents that were removed from the list.
    """

    passages: int
    documents: int
    children: int
    off_the_list: int = 0


@dataclass(frozen=True, slots=True)
class Contrast:
    """The contrast ratios (WCAG, 1 to 21) of a colour to the light page and to the dark one."""

    light: float
    dark: float


def tag_name(written: str) -> str:
    """Return ``written`` as a tag's name: one line, single spaces, not empty.

    Raises ``NotAllowed`` when nothing is left, or more than 200 characters are.
    """
    name = " ".join(_CONTROLS.sub(" ", written).split())
    if not name:
        raise NotAllowed(N_("A tag needs a name."))
    if len(name) > LONGEST_NAME:
        raise NotAllowed(
            N_(
                "The name has {length} characters; at most {longest} fit. "
                "Say more in what it means."
            ),
            length=len(name),
            longest=LONGEST_NAME,
        )
    return name


def definition_of(written: str) -> str:
    """Return ``written`` as it is kept, without control characters and blank space around it.

    Raises ``NotAllowed`` when more than 20,000 characters are left.
    """
    definition = _CONTROLS.sub("", written).strip()
    if len(definition) > LONGEST_DEFINITION:
        raise NotAllowed(
            N_("What the tag means takes {length} characters; at most {longest} fit. Shorten it."),
            length=len(definition),
            longest=LONGEST_DEFINITION,
        )
    return definition


def same_words(one: str, other: str) -> bool:
    """Say whether two definitions differ in nothing but blank space."""
    return one.split() == other.split()


def colour_of(written: str) -> str:
    """Return a slot of the palette, or an own colour in capitals; raises ``NotAllowed``."""
    colour = written.strip()
    if _OWN_COLOUR.fullmatch(colour):
        return colour.upper()
    # Digits of other scripts count too; a long row of them is no slot, and slow to read.
    if len(colour) <= 2 and colour.isdecimal() and 1 <= int(colour) <= COLOURS:
        return str(int(colour))
    raise NotAllowed(
        N_("“{colour}” is no colour for a tag: give a number from 1 to {last}, or {example}."),
        colour=colour[:40],
        last=COLOURS,
        example="#RRGGBB",
    )


def contrast_of(colour: str) -> Contrast:
    """Return how well an own colour ``#RRGGBB`` is told from the pages."""
    value = int(colour[1:], 16)
    shade = (value >> 16, value >> 8 & 0xFF, value & 0xFF)
    return Contrast(_ratio(shade, _LIGHT_PAGE), _ratio(shade, _DARK_PAGE))


def contrast_warning(colour: str) -> str:
    """Return what is wrong with a colour on the page, as words to translate; mostly nothing.

    The palette's colours are chosen to be seen, so that only an own colour can have a warning.
    """
    if not colour.startswith("#"):
        return ""
    contrast = contrast_of(colour)
    if contrast.light < LEAST_CONTRAST:
        return N_("This colour is hard to see on the light page. A darker one is easier.")
    if contrast.dark < LEAST_CONTRAST:
        return N_("This colour is hard to see on the dark page. A lighter one is easier.")
    return ""


def next_colour(count: int) -> str:
    """Return the slot that a tag gets by itself after ``count`` others; then the first again."""
    return str(count % COLOURS + 1)


def as_key(written: str) -> str:
    """Return a key as it is compared: in capitals, digits of any script as 0 to 9.

    Empty for what is no single letter or digit.
    """
    key = written.strip()
    if len(key) != 1 or not (key.isalpha() or key.isdecimal()):
        return ""
    if key.isdecimal():
        return str(int(key))
    capital = key.upper()
    return capital if len(capital) == 1 else key


def key_of(written: str, taken: Collection[str] = ()) -> str:
    """Return ``written`` as a tag's key, empty where it is blank.

    ``taken`` are the keys that commands of a pane use. Raises ``NotAllowed`` for one of them, and
    for what is no single letter or digit.
    """
    if not written.strip():
        return ""
    key = as_key(written)
    if not key:
        raise NotAllowed(
            N_("“{key}” cannot be a tag’s key: it is one letter or one digit."),
            key=written.strip()[:20],
        )
    if key in map(as_key, taken):
        raise NotAllowed(N_("The key {key} does something else in a pane already."), key=key)
    return key


def with_key(tags: Iterable[Tag], key: str) -> Tag | None:
    """Return the tag that has this very key for its own."""
    wanted = as_key(key)
    return next((tag for tag in tags if wanted and as_key(tag.key) == wanted), None)


def _ratio(one: tuple[int, int, int], other: tuple[int, int, int]) -> float:
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(shade: tuple[int, int, int]) -> float:
    parts = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (value / 255 for value in shade)
    )
    return sum(weight * part for weight, part in zip(_WEIGHTS, parts, strict=True))
