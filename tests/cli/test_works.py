"""``reviewer import`` of the work of other programs."""

import json
from pathlib import Path

import pytest

from reviewer.domain.progress import Silent
from reviewer.workspace.project import Workspace
from reviewer.workspace.sending_apart import send_to_file
from tests.builders import a_document, a_passage, a_project
from tests.cli.running import Run

TEXT = "Fourteen people were hurt at the mill. The office denies it.\n"
BY = ("--analyst", "Noor")


@pytest.fixture
def sent(tmp_path: Path) -> Path:
    """Give web annotations of one document, one of the two passages with other words."""
    target = tmp_path / "theirs.jsonld"
    with a_project(tmp_path, "theirs") as made:
        document = a_document(made, TEXT, title="The mill")
        a_passage(made, document, "Fourteen people were hurt", "Allegation")
        a_passage(made, document, "The office denies it", "Denial")
        send_to_file(made.path, "web_annotations", target, Silent())
    found = json.loads(target.read_text("utf-8"))
    for item in found["first"]["items"]:
        selector = item["target"]["selector"][1]
        selector["exact"] = selector["exact"].replace("denies it", "denied all")
    target.write_text(json.dumps(found), encoding="utf-8")
    return target


def test_it_comes_into_a_new_project_as_one_change(run: Run, sent: Path) -> None:
    project = sent.with_name("new.review")
    ended = run("import", project, sent, *BY)
    assert ended.code == 0
    assert "1 document, 2 passages imported from “theirs.jsonld”" in ended.out
    assert "1 place is not certain" in ended.out
    with Workspace.open(project, only_read=True) as made:
        assert made.passages.count() == 2
        assert len(made.versions.to_look_at()) == 1


def test_what_became_of_it_is_values_for_scripts(run: Run, sent: Path) -> None:
    project = sent.with_name("new.review")
    values = run("import", project, sent, "--json", *BY).values
    (work,) = values["works"]
    assert (work["of"], work["documents"], work["passages"]) == ("web_annotations", ["D1"], 2)
    assert work["not_certain"] == ["D1·2"]
    assert (work["here_already"], work["refused"]) == ([], [])
    again = run("import", project, sent, "--json", *BY).values
    assert again["works"][0]["here_already"] == ["D1"]


def test_documents_come_in_beside_it(run: Run, sent: Path) -> None:
    plain = sent.with_name("plain.txt")
    plain.write_text("Nobody came.\n", encoding="utf-8")
    ended = run("import", sent.with_name("new.review"), sent, plain, *BY)
    assert ended.out.splitlines()[-1].startswith(("2 documents imported", "By kind"))


def test_what_cannot_be_read_is_refused_by_name(run: Run, sent: Path) -> None:
    sent.write_text(sent.read_text("utf-8")[:-40], encoding="utf-8")
    ended = run("import", sent.with_name("new.review"), sent, *BY)
    assert ended.code == 1
    assert "theirs.jsonld" in ended.err


def test_a_passage_of_a_document_nobody_has_is_refused_with_its_place(run: Run, sent: Path) -> None:
    found = json.loads(sent.read_text("utf-8"))
    found["first"]["items"][0]["target"]["source"] = "urn:uuid:elsewhere"
    sent.write_text(json.dumps(found), encoding="utf-8")
    ended = run("import", sent.with_name("new.review"), sent, "--json", *BY)
    assert ended.code == 1
    assert len(ended.values["works"][0]["refused"]) == 1
    assert "theirs.jsonld" in ended.err


def test_a_folder_of_work_alone_is_no_folder_without_documents(run: Run, sent: Path) -> None:
    folder = sent.with_name("folder")
    folder.mkdir()
    sent.rename(folder / sent.name)
    ended = run("import", sent.with_name("new.review"), folder, *BY)
    assert (ended.code, "There is no document" in ended.err) == (0, False)


def test_a_codebook_is_told_how_it_comes_in(run: Run, tmp_path: Path) -> None:
    (tmp_path / "x.qdc").write_text("<CodeBook/>", encoding="utf-8")
    ended = run("import", tmp_path / "new.review", tmp_path / "x.qdc", *BY)
    told = "“x.qdc” is a codebook. Take it in so: reviewer codebook PROJECT --import FILE\n"
    assert (ended.code, ended.err) == (1, told)
    assert not (tmp_path / "new.review").exists()


def test_what_cannot_be_imported_is_told_with_all_that_can(run: Run, tmp_path: Path) -> None:
    (tmp_path / "x.foo").write_text("words", encoding="utf-8")
    ended = run("import", tmp_path / "new.review", tmp_path / "x.foo", *BY)
    assert ended.code == 1
    assert ".zip; work of other programs in .ann, " in ended.err
    assert ".qdpx" in ended.err


def _own_lines(*lines: dict[str, object]) -> str:
    return "".join(f"{json.dumps(line)}\n" for line in lines)


def test_what_came_beside_passages_is_counted_and_what_did_not_is_no_nought(
    run: Run, project: Path, tmp_path: Path
) -> None:
    work = tmp_path / "work.jsonl"
    made: list[dict[str, object]] = [
        {"row": "tag", "name": "Shelling"},
        {"row": "actor", "name": "Army"},
        {"row": "event", "name": "Bridge", "key": "b"},
        {"row": "question", "event": "b", "wording": "How many?"},
        {"row": "document", "title": "A far report"},
    ]
    missing: dict[str, object] = {"document": "Nope", "quote": "Nobody", "tag": "Denial"}
    work.write_text(_own_lines(*made, *[missing] * 93), encoding="utf-8")
    ended = run("import", project, work, "--make-tags", *BY)
    assert ended.code == 1
    assert ended.out.splitlines() == [
        (
            "0 passages, 1 tag, 1 actor, 1 source to be found, 1 event, 1 question taken in from "
            "“work.jsonl”."
        ),
        "0 documents imported into “project.review”, 93 lines refused.",
    ]
    assert ended.err == (
        "Line 6, Line 7, Line 8 and 90 more: There is no document “Nope” here: no such uid, "
        "SHA-256, file name or title.\n"
    )
    values = run("import", project, work, "--make-tags", "--json", *BY).values
    assert len(values["taken_in"][0]["refused"]) == 93


def test_of_refusals_of_one_kind_a_few_are_told_and_the_others_counted(
    run: Run, project: Path, tmp_path: Path
) -> None:
    work = tmp_path / "work.jsonl"
    missing: list[dict[str, object]] = [
        {"document": f"No {at}", "quote": "Nobody", "tag": "Denial"} for at in range(7)
    ]
    work.write_text(_own_lines(*missing), encoding="utf-8")
    told = run("import", project, work, *BY).err.splitlines()
    assert len(told) == 6
    assert told[-1] == "2 more were refused for reasons of this kind; --json names all."


def test_tags_that_other_work_brings_are_counted(run: Run, tmp_path: Path) -> None:
    work = tmp_path / "work.jsonl"
    words = "Nobody came at all."
    line = {"id": 1, "text": words, "label": [[0, 6, "Absence"], [0, 99, "Absence"]]}
    work.write_text(json.dumps(line), encoding="utf-8")
    ended = run("import", tmp_path / "new.review", work, *BY)
    assert "1 document, 1 passage, 1 tag imported from “work.jsonl”" in ended.out


def test_what_has_its_tag_already_names_no_line_that_nobody_sees(run: Run, tmp_path: Path) -> None:
    work = tmp_path / "work.jsonl"
    lines = [
        {"id": 1, "text": "Nobody came at all.", "label": [[0, 6, "Absence"], [0, 6, "Absence"]]},
        {"id": 2, "text": "Somebody came.", "label": [[0, 8, "Absence"]]},
    ]
    work.write_text("\n".join(json.dumps(line) for line in lines), encoding="utf-8")
    told = run("import", tmp_path / "new.review", work, *BY).err
    assert told == ("“work.jsonl”: line 1: “Nobody” has this tag already in the same file.\n")
