"""The sample dossier's tagged project: somebody else's work, to look around in.

It is taken in once all its documents are there, as the work of a sample analyst, so that what a
person does in it afterwards is told from it, and undo stops before it. The copy for practice has
the documents alone.
"""

from reviewer.domain.analysts import Analyst
from reviewer.environment.resources import seed
from reviewer.environment.translation import _
from reviewer.workspace.project import Identity, Workspace

TAGGED = "sample-tagged/project.jsonl"
SAMPLE_IS_WHOLE = "sample.whole"  # remembered in the copy once all of it came in
_WANTS_TAGGED = "sample.tagged"  # remembered from the first in a copy that is not for practice
_ANALYST = "5a3b1e52-6f0c-4b8e-9a55-0d1c7f6e2b90"


def begin(workspace: Workspace, *, practice: bool) -> None:
    """Say of a new copy whether it is to get the tagged project."""
    workspace.remember(_WANTS_TAGGED, not practice)


def complete(workspace: Workspace) -> None:
    """Take in what a copy still lacks, now that its documents are in it."""
    if workspace.remembered(_WANTS_TAGGED) is True:
        _take_tagged(workspace)
    workspace.remember(SAMPLE_IS_WHOLE, True)  # noqa: FBT003 - a value to keep


def is_whole(workspace: Workspace) -> bool:
    """Say whether a project is a copy of the sample that has all it should have."""
    return workspace.remembered(SAMPLE_IS_WHOLE) is True


def is_for_practice(workspace: Workspace) -> bool:
    """Say whether a project is a whole copy of the sample without the tagged project."""
    return is_whole(workspace) and workspace.remembered(_WANTS_TAGGED) is not True


def _take_tagged(workspace: Workspace) -> None:
    person = workspace.analyst
    if person is None:
        return
    lines = seed(TAGGED).read_bytes().splitlines(keepends=True)
    workspace.sign_in(Identity(_ANALYST, _("Sample analyst")))
    try:
        with workspace.history.step("project.take_in", {"count": len(lines)}):
            workspace.taking_in.take(lines)
            _hand_back(workspace, person)  # before anybody is told what happened
    finally:
        _hand_back(workspace, person)


def _hand_back(workspace: Workspace, person: Analyst) -> None:
    workspace.sign_in(Identity(person.uid, person.name))
