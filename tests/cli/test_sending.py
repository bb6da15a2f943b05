"""``reviewer export`` for other programs."""

import json
from pathlib import Path

import pytest

from tests.builders import a_document, a_passage, a_project
from tests.cli.running import Run


@pytest.fixture
def tagged(tmp_path: Path) -> Path:
    with a_project(tmp_path, "tagged") as made:
        one = a_document(made, "Twelve people were hurt. Nobody was killed.", title="One")
        other = a_document(made, "Nobody came to the bridge.", title="Other")
        a_passage(made, one, "Twelve people were hurt", "Allegation")
        a_passage(made, one, "Nobody was killed", "Denial", note="By phone")
        a_passage(made, other, "Nobody came", "Denial")
        return made.path


def labels(data: str) -> list[str]:
    return [label[2] for line in data.splitlines() for label in json.loads(line)["label"]]


def test_documents_go_out_with_passages_and_what_stayed_is_told(run: Run, tagged: Path) -> None:
    target = tagged.with_name("out.jsonl")
    ended = run("export", tagged, "--format", "doccano", "--output", target)
    assert ended.code == 0
    assert ended.out.startswith("3 passages written to")
    assert "What the file has no room for:" in ended.err
    assert "What is said of 1 passage:" in ended.err
    assert sorted(labels(target.read_text("utf-8"))) == ["Allegation", "Denial", "Denial"]


def test_passages_are_chosen_by_tag_and_document(run: Run, tagged: Path) -> None:
    narrowed = ("--tag", "Denial", "--document", "One")
    ended = run("export", tagged, "--format", "doccano", "--output", "-", *narrowed)
    assert labels(ended.out) == ["Denial"]


def test_the_ending_of_a_file_says_the_format(run: Run, tagged: Path) -> None:
    target = tagged.with_name("out.jsonld")
    values = run("export", tagged, "--output", target, "--json").values
    assert (values["key"], values["passages"]) == ("web_annotations", 3)
    assert values["output"] == str(target)


def test_losses_are_values_for_scripts(run: Run, tagged: Path) -> None:
    target = tagged.with_name("out.jsonl")
    values = run("export", tagged, "--format", "doccano", "--output", target, "--json").values
    said = [one for one in values["losses"] if "What is said of" in one["words"]]
    assert [one["count"] for one in said] == [1]
    assert said[0]["words"].startswith("What is said of 1 passage: doccano")


@pytest.mark.parametrize(
    "more", [("--what", "links"), ("--columns", "quote"), ("--exact",), ("--protect",)]
)
def test_choices_of_tables_are_refused(run: Run, tagged: Path, more: tuple[str, ...]) -> None:
    target = tagged.with_name("out.jsonl")
    ended = run("export", tagged, "--format", "doccano", "--output", target, *more)
    assert (ended.code, ended.out) == (2, "")
    assert more[0] in ended.err
    assert not target.exists()


def test_json_and_the_file_cannot_both_be_standard_output(run: Run, tagged: Path) -> None:
    ended = run("export", tagged, "--format", "doccano", "--output", "-", "--json")
    assert (ended.code, ended.out) == (2, "")


def test_an_unknown_format_is_told_with_those_there_are(run: Run, tagged: Path) -> None:
    ended = run("export", tagged, "--format", "stone", "--output", "-")
    assert "xlsx" in ended.err
    assert "doccano" in ended.err


def test_what_other_programs_write_and_read_is_listed(run: Run) -> None:
    found = json.loads(run("formats", "--json").out)
    for direction in ("read", "write"):
        keys = {one["key"] for one in found[direction] if one["of"] == "interchange"}
        assert "web_annotations" in keys
