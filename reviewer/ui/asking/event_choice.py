"""Choosing an event, a question or a larger event by a few letters."""

from reviewer.domain.events import EVENT_TYPE_LABELS, Event, NewEvent
from reviewer.environment.translation import _
from reviewer.ui.asking.event_prompts import Choosing, Entry
from reviewer.ui.desk import Context
from reviewer.ui.models.dates import shown
from reviewer.ui.wording import one_line


def entry_of(event: Event) -> Entry:
    """Return an event as something to choose."""
    parts = (shown(event.date), event.place, _(EVENT_TYPE_LABELS[event.type]))
    second = _(" · ").join(one_line(part) for part in parts if part)
    return Entry(event.id, one_line(event.name), second)


def pick_event(context: Context, about: str) -> int | NewEvent | None:
    """Ask for an event, the last one first; a new name gives an event to be made."""
    desk = context.desk
    if desk is None:
        return None
    events, last = desk.workspace.events.all(), desk.workspace.events.last()
    events.sort(key=lambda one: one.id != last)
    answer = context.prompts.pick(
        Choosing(
            _("Put {what} in event").format(what=about),
            _("Event…"),
            [entry_of(one) for one in events],
            new=_("Make a new event “{name}”"),
        )
    )
    if isinstance(answer, Entry):
        return answer.id
    return None if answer is None else NewEvent(answer)


def pick_parent(context: Context, event: int) -> tuple[int | None] | None:
    """Ask which larger event this one is part of; a tuple of none is none at all."""
    desk = context.desk
    if desk is None:
        return None
    events = [one for one in desk.workspace.events.all() if one.id != event]
    answer = context.prompts.pick(
        Choosing(
            _("Part of a larger event"),
            _("Event…"),
            [entry_of(one) for one in events],
            none=_("No larger event"),
        )
    )
    return (answer.id or None,) if isinstance(answer, Entry) else None


def pick_question(context: Context, event: int, about: str) -> int | str | None:
    """Ask under which question of an event something goes; a string is one to be asked."""
    desk = context.desk
    if desk is None:
        return None
    questions = desk.workspace.events.questions(event)
    answer = context.prompts.pick(
        Choosing(
            _("Put {what} under a question").format(what=about),
            _("Question…"),
            [Entry(one.id, one_line(one.wording), one_line(one.group)) for one in questions],
            new=_("Ask a new question “{name}”"),
        )
    )
    return answer.id if isinstance(answer, Entry) else answer
