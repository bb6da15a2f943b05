"""What was done last in a project, and what comes next: said when it is opened again."""

from dataclasses import dataclass

from reviewer.domain.documents import ReviewStatus
from reviewer.domain.steps import Place, Step, StepKind
from reviewer.environment.clock import local_time
from reviewer.environment.translation import _, counted
from reviewer.ui.models.history import what
from reviewer.ui.wording import isolated
from reviewer.workspace.project import Workspace

CUT_SHORT = "cut_short"
"""Under what a project remembers which import that was cut short its people know of."""


@dataclass(frozen=True, slots=True)
class Resume:
    """Where one was: the last change and its place, and the next document not read.

    ``cut_short`` says, until it was seen, that an import was: the one whose step that is.
    """

    last: str
    place: Place | None
    next_words: str
    next_document: int | None
    cut_short: str = ""
    cut_step: int = 0


def resume(workspace: Workspace, here: int | None, following: int | None) -> Resume | None:
    """Return where work goes on, ``None`` for a project in which nothing was done yet.

    ``here`` is the document one stands in, ``following`` the next one not read beside it, in the
    order of the list.
    """
    steps = workspace.history.listed(workspace.history.ids()[:1])
    if not steps or steps[0].kind is StepKind.MIGRATE:
        return None
    cut = _cut_short(workspace)
    return Resume(
        _last(steps[0]),
        workspace.history.place(steps[0].id),
        _left(workspace, here) if following is None else _next(workspace, following),
        following,
        _cut_words(cut) if cut else "",
        cut.id if cut else 0,
    )


def _cut_short(workspace: Workspace) -> Step | None:
    """Return the import that was cut short, unless it is known or may go on elsewhere."""
    if workspace.read_only is not None:
        return None
    step = workspace.history.cut_short()
    return None if step is None or workspace.remembered(CUT_SHORT) == step.id else step


def _cut_words(step: Step) -> str:
    told = step.arguments.get("count")
    count = told if isinstance(told, int) else 0
    if step.name == "project.take_in_work":
        return counted(
            "Work of another program was cut short as it came in: {count} passage is in; the rest "
            "is not.",
            "Work of another program was cut short as it came in: {count} passages are in; the "
            "rest is not.",
            count,
        )
    return counted(
        "An import was cut short: {count} document is in; the rest is not.",
        "An import was cut short: {count} documents are in; the rest is not.",
        count,
    )


def _last(step: Step) -> str:
    return _("Last time: {change} · {analyst}, {when}").format(
        change=what(step), analyst=isolated(step.analyst_name), when=isolated(local_time(step.at))
    )


def _next(workspace: Workspace, document: int) -> str:
    found = workspace.documents.get(document)
    return _("Next, not read: {document}").format(document=isolated(f"{found.label} {found.title}"))


def _left(workspace: Workspace, here: int | None) -> str:
    """Say what is left to read where the list names no other document."""
    counts = workspace.documents.counts_by_status()
    unread = counts.get(ReviewStatus.UNREAD, 0)
    if unread and here is not None and _is_unread(workspace, here):
        if unread == 1:
            return _("1 not read: this one.")
        return _("{count} not read: this one, and others the list does not show.").format(
            count=unread
        )
    if unread:
        return counted(
            "{count} not read, which the list does not show.",
            "{count} not read, which the list does not show.",
            unread,
        )
    reading = counts.get(ReviewStatus.READING, 0)
    if reading:
        return counted(
            "Nothing is unread; {count} document is still being read.",
            "Nothing is unread; {count} documents are still being read.",
            reading,
        )
    return _("Every document has been read.")


def _is_unread(workspace: Workspace, document: int) -> bool:
    return workspace.documents.get(document).review_status is ReviewStatus.UNREAD
