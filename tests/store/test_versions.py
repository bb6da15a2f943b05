"""Where passages stood in an older version is read back, or said to be damaged."""

from pathlib import Path

import pytest

from reviewer.domain.errors import Damaged
from reviewer.workspace.project import Workspace
from tests.builders import NOOR, a_document, a_passage, a_project, an_incoming
from tests.store.test_damage import change

OLD = "Two men were held.\n"


@pytest.mark.parametrize(("column", "value"), [("by_what", "'dream'"), ("from_start", "77")])
def test_a_place_that_cannot_be_is_damage(tmp_path: Path, column: str, value: str) -> None:
    with a_project(tmp_path) as workspace:
        document = a_document(workspace, OLD)
        a_passage(workspace, document, "Two men were held")
        workspace.versions.replace(document, an_incoming("Three men were held.\n"))
        path = workspace.path
    change(path, f"UPDATE version_places SET {column} = {value}")
    with Workspace.open(path, NOOR) as workspace, pytest.raises(Damaged, match="older place"):
        workspace.versions.to_look_at()
