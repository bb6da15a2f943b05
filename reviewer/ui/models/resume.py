"""What was done last in a project, and what comes next: said when it is opened again."""

from dataclasses import dataclass

from reviewer.domain.steps import Place, Step, StepKind
from reviewer.environment.clock import local_time
from reviewer.environment.translation import _
from reviewer.ui.models.history import what
from reviewer.ui.wording import isolated
from reviewer.workspace.project import Workspace


@dataclass(frozen=True, slots=True)
class Resume:
    """Where one was: the last change and its place, and the next document not read."""

    last: str
    place: Place | None
    next_words: str
    next_document: int | None


def resume(workspace: Workspace, following: int | None) -> Resume | None:
    """Return where work goes on, ``None`` for a project in which nothing was done yet.

    ``following`` is the next document not read, in the order of the list.
    """
    steps = workspace.history.listed(workspace.history.ids()[:1])
    if not steps or steps[0].kind is StepKind.MIGRATE:
        return None
    return Resume(
        _last(steps[0]),
        workspace.history.place(steps[0].id),
        _next(workspace, following),
        following,
    )


def _last(step: Step) -> str:
    return _("Last time: {change} · {analyst}, {when}").format(
        change=what(step), analyst=isolated(step.analyst_name), when=isolated(local_time(step.at))
    )


def _next(workspace: Workspace, document: int | None) -> str:
    if document is None:
        return _("Every document has been read.")
    found = workspace.documents.get(document)
    return _("Next, not read: {document}").format(document=isolated(f"{found.label} {found.title}"))
