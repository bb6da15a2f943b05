"""A project goes out to other programs, whole or not at all."""

import json
from pathlib import Path

import pytest

from reviewer.domain.errors import NotFound
from reviewer.domain.progress import Silent
from reviewer.domain.snapshot import PassageFilter
from reviewer.workspace.apart import AlreadyThere
from reviewer.workspace.sending_apart import send_to_file
from tests.builders import a_document, a_passage, a_project

WORDS = "Twelve people were hurt at the bridge. Nobody was killed, the spokesman said."


@pytest.fixture
def project(tmp_path: Path) -> Path:
    with a_project(tmp_path, "sent") as made:
        document = a_document(made, WORDS, title="At the bridge")
        a_passage(made, document, "Nobody was killed", "Denial")
        a_passage(made, document, "Twelve people were hurt", "Allegation")
        return made.path


def test_it_is_written_with_what_is_chosen_and_says_how_much(project: Path) -> None:
    target = project.with_name("out.jsonl")
    assert send_to_file(project, "doccano", target, Silent()).passages == 2
    one = PassageFilter(passages=(1,))
    assert send_to_file(project, "doccano", target, Silent(), one, overwrite=True).passages == 1
    (line,) = target.read_text("utf-8").splitlines()
    assert [tag for _start, _end, tag in json.loads(line)["label"]] == ["Denial"]


def test_what_is_there_stays_where_nobody_may_write_over_it(project: Path) -> None:
    target = project.with_name("out.jsonl")
    target.write_text("mine")
    with pytest.raises(AlreadyThere):
        send_to_file(project, "doccano", target, Silent())
    with pytest.raises(NotFound):
        send_to_file(project, "stone tablets", target, Silent(), overwrite=True)
    assert target.read_text() == "mine"
