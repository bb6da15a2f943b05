"""What is asked about the codebook, and what is answered: values that go in and out of dialogs."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from reviewer.domain.codebooks import Preview
from reviewer.domain.fields import FieldWish
from reviewer.domain.tags import RecordKind, Tag
from reviewer.ui.models.choices import Offer


@dataclass(frozen=True, slots=True)
class TagQuestion:
    """What is to be said of a tag: of ``tag``, or of a new one under ``parent``.

    ``tags`` is the codebook in its order. ``taken`` are the keys that do something else in a pane,
    with what that is. ``passages`` is how many the tag has; ``name`` what a new one shall begin
    with. ``fields`` are its own fields, ``use`` in how many passages each has something entered.
    """

    tags: Sequence[Tag]
    taken: Mapping[str, str]
    tag: Tag | None = None
    parent: int | None = None
    passages: int = 0
    name: str = ""
    fields: tuple[FieldWish, ...] = ()
    use: Mapping[int, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class TagWish:
    """Everything that shall be said of a tag. ``take_key`` takes the key from who has it.

    ``fields`` of ``None`` stay as they are.
    """

    name: str
    definition: str
    colour: str
    key: str
    record: RecordKind
    parent: int | None
    take_key: bool = False
    fields: tuple[FieldWish, ...] | None = None


@dataclass(frozen=True, slots=True)
class Joining:
    """What a merge would do: passages that move, those that meet the same words, tags along."""

    passages: int
    twice: int
    children: int


@dataclass(frozen=True, slots=True)
class MergeQuestion:
    """Which two tags shall be one; ``joining`` weighs a pair (from, into) before it is done."""

    tags: Sequence[Tag]
    source: int
    joining: Callable[[int, int], Joining]


@dataclass(frozen=True, slots=True)
class MergeWish:
    """Put ``source`` into ``target``; a ``definition`` of ``None`` leaves the target's."""

    source: int
    target: int
    definition: str | None = None


@dataclass(frozen=True, slots=True)
class SplitQuestion:
    """Which passages of a tag shall go under a new one; ``names`` are those that are taken."""

    tag: Tag
    passages: Offer
    names: frozenset[str]


@dataclass(frozen=True, slots=True)
class SplitWish:
    """These passages go under a new tag; a ``definition`` of ``None`` is the old one's."""

    passages: tuple[int, ...]
    name: str
    definition: str | None = None


@dataclass(frozen=True, slots=True)
class StarterCard:
    """A codebook to begin with, and how its tags meet those there are."""

    key: str
    title: str
    description: str
    preview: Preview
