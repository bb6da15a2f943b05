"""What the passages are filtered by that they carry: details, events, and whom they name."""

from collections.abc import Callable, Collection, Iterable, Sequence

from reviewer.domain.folding import fold
from reviewer.domain.snapshot import PassageFilter
from reviewer.domain.tags import RecordKind
from reviewer.environment.translation import N_, _
from reviewer.ui.models.choices import Choice, Offer
from reviewer.ui.wording import one_line
from reviewer.workspace.project import Workspace

FOLLOW_UP, UNCONFIRMED = -1, -2
_KINDS = {-3: RecordKind.ALLEGATION, -4: RecordKind.RESPONSE, -5: RecordKind.FIGURE}
_LABELS = {
    FOLLOW_UP: N_("To follow up"),
    UNCONFIRMED: N_("Not confirmed"),
    -3: N_("Allegations"),
    -4: N_("Responses"),
    -5: N_("Figures"),
}
_Named = Callable[[], Iterable[tuple[int, str]]]


def detail_offer(_workspace: Workspace) -> Offer:
    """Offer what passages carry, what to follow up, and what nobody confirmed."""
    return _offer(lambda: [(tick, _(label)) for tick, label in _LABELS.items()])


def event_offer(workspace: Workspace) -> Offer:
    """Offer the events."""
    return _offer(lambda: [(one.id, one.name) for one in workspace.events.all()])


def actor_offer(workspace: Workspace) -> Offer:
    """Offer the actors, found by any of their names."""

    def ids(words: str) -> list[int]:
        sought = fold(words.strip())
        return [
            one.id
            for one in workspace.actors.all()
            if any(sought in fold(name) for name in one.every_name)
        ]

    def read(wanted: Sequence[int]) -> dict[int, Choice]:
        chosen = set(wanted)
        return {
            one.id: Choice(one.id, one_line(one.name))
            for one in workspace.actors.all()
            if one.id in chosen
        }

    return Offer(ids, read)


def detail_ticks(wanted: PassageFilter) -> tuple[int, ...]:
    """Return what is ticked of the details for a filter."""
    own = [(FOLLOW_UP, wanted.follow_up), (UNCONFIRMED, wanted.unconfirmed)]
    kinds = (tick for tick, kind in _KINDS.items() if kind in wanted.records)
    return (*(tick for tick, ticked in own if ticked), *kinds)


def kinds_of(ticks: Collection[int]) -> tuple[RecordKind, ...]:
    """Return the kinds of record among what is ticked."""
    return tuple(kind for tick, kind in _KINDS.items() if tick in ticks)


def _offer(named: _Named) -> Offer:
    def ids(words: str) -> list[int]:
        sought = fold(words.strip())
        return [id_ for id_, name in named() if sought in fold(name)]

    def read(wanted: Sequence[int]) -> dict[int, Choice]:
        chosen = set(wanted)
        return {id_: Choice(id_, one_line(name)) for id_, name in named() if id_ in chosen}

    return Offer(ids, read)
