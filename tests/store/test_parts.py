"""Parts of a file are kept with its text, and never changed."""

from dataclasses import replace
from pathlib import Path

import pytest

from reviewer.domain.errors import Damaged
from reviewer.domain.incoming import Part, PartKind
from reviewer.workspace.project import Workspace
from tests.builders import NOOR, a_document, a_project, an_incoming, import_incoming
from tests.store.test_damage import change
from tests.workspace.sources import a_source_not_held

TEXT = "One.\nTwo.\n"
PARTS = (
    Part(PartKind.PAGE, 0, 4, 1, "i"),
    Part(PartKind.HEADING, 0, 4),
    Part(PartKind.PAGE, 5, 9, 2, "ii"),
)


def test_parts_come_back_in_order_of_place(workspace: Workspace) -> None:
    document = import_incoming(workspace, replace(an_incoming(TEXT), parts=PARTS))
    assert workspace.documents.parts(document) == list(PARTS)
    assert workspace.documents.parts(document, PartKind.PAGE) == [PARTS[0], PARTS[2]]


def test_a_source_without_a_text_has_no_parts(workspace: Workspace) -> None:
    assert workspace.documents.parts(a_source_not_held(workspace)) == []


def test_a_part_of_a_kind_nobody_knows_is_damage(tmp_path: Path) -> None:
    with a_project(tmp_path) as workspace:
        document = a_document(workspace, TEXT, parts=PARTS)
        path = workspace.path
    change(path, "UPDATE parts SET kind = 'dream'")
    with Workspace.open(path, NOOR) as workspace, pytest.raises(Damaged, match="parts of text"):
        workspace.documents.parts(document)
