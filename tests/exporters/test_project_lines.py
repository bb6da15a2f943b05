"""A whole project as lines of our own."""

import io
import json

from reviewer.domain.progress import Silent
from reviewer.domain.spans import Span
from reviewer.exporters.project_lines import write_project
from tests.exporters.interchange.wholes import a_held, a_passage, a_whole

TEXT = "Nobody was hurt, the army said."


def test_names_that_were_settled_as_nobody_are_written() -> None:
    held = a_held(1, TEXT)
    passage = a_passage(held, TEXT, 1, Span(0, 15), "Denial")
    target = io.BytesIO()
    write_project(a_whole({"uid-1": TEXT}, [held], [passage]), target, Silent())
    rows = [json.loads(line) for line in target.getvalue().splitlines()]
    (found,) = (row for row in rows if row["row"] == "passage")
    assert found["victims"] == []
    assert "accused" not in found
