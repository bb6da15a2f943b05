"""What the rules read in the figures of the sample, against what an analyst entered there.

A reading is a proposal, and a wrong one is worse than none: where a number is read it is the
entered one, and hardly any is missed.
"""

import json
from pathlib import Path

import pytest

from reviewer.domain.progress import Silent
from reviewer.domain.reading.number_tables import default_table
from reviewer.domain.reading.records import read_record
from reviewer.domain.tags import RecordKind
from reviewer.environment.resources import seed
from tests.builders import a_project

KEYS = ("low", "high", "about", "qualifier")
LEAST_READ = 52  # of 53: one more that cannot be read is no fault, a wrong one is


@pytest.fixture(scope="module")
def figures(
    tmp_path_factory: pytest.TempPathFactory,
) -> dict[str, tuple[list[str], list[str], str]]:
    """Give what was entered and what is read of each figure: its numbers and its wording."""
    folder = tmp_path_factory.mktemp("readings")
    lines = seed("sample-tagged/project.jsonl").read_bytes().splitlines()
    rows = [json.loads(line) for line in lines]
    found = {}
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("REVIEWER_HOME", str(folder / "home"))
        with a_project(Path(folder)) as workspace:
            list(workspace.imports.take_in([seed("sample")], Silent()))
            for one in workspace.taking_in.take(lines, whole=True).passages:
                row = rows[one.number - 1]
                entered = row.get("record", {})
                if "qualifier" not in entered:
                    continue
                passage = workspace.passages.get(one.passage)
                text = workspace.documents.text(passage.document)
                readings = read_record(RecordKind.FIGURE, text, passage.span, default_table())
                read = {reading.field: reading.value for reading in readings}
                found[row["key"]] = (
                    [str(entered.get(key, "")) for key in KEYS],
                    [read.get(key, "") for key in KEYS],
                    passage.quote,
                )
    return found


def test_every_number_that_is_read_in_the_sample_is_the_entered_one(
    figures: dict[str, tuple[list[str], list[str], str]],
) -> None:
    other = {
        key: (entered, read, quote)
        for key, (entered, read, quote) in figures.items()
        if read[-1] and read != entered
    }
    assert other == {}


def test_hardly_any_number_of_the_sample_is_missed(
    figures: dict[str, tuple[list[str], list[str], str]],
) -> None:
    read = [key for key, (_entered, one, _quote) in figures.items() if one[-1]]
    assert len(figures) == 53
    assert len(read) >= LEAST_READ
