"""Makes what no operation makes yet."""

from uuid import uuid4

from reviewer.workspace.project import Workspace


def a_source_not_held(workspace: Workspace) -> int:
    """Return a document that is known of, but whose words nobody has."""
    with workspace.history.step("documents.import"):
        return workspace._project.connection.execute(
            "INSERT INTO documents (uid, number, held, title, analyst, created_at, modified_at) "
            "VALUES (?, 900, 0, 'The lost report', 1, 'now', 'now')",
            [str(uuid4())],
        )
