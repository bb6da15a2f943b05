"""``reviewer verify``."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from reviewer.workspace.project import Workspace
from tests.builders import a_passage, an_incoming, import_incoming
from tests.cli.running import Run, held_open, started

Change = Callable[[Callable[[Workspace], object]], None]


def altered(project: Path, words: bytes, others: bytes) -> None:
    """Change bytes in a closed project behind its back."""
    data = project.read_bytes()
    assert words in data
    assert len(words) == len(others)
    project.write_bytes(data.replace(words, others))


def test_all_is_well_and_it_is_said_what_was_compared(project: Path, change: Change) -> None:
    change(lambda workspace: a_passage(workspace, 1, "Twelve people"))
    ended = started("verify", project)
    assert (ended.code, ended.err) == (0, "")
    assert ended.out == (
        "All is well: 1 text, 1 original, 1 passage and 3 changes were compared.\n"
    )


def test_a_letter_that_changed_in_a_text_is_found(run: Run, project: Path) -> None:
    altered(project, b"spokesman said", b"spokesmen said")
    ended = run("verify", project)
    assert ended.code == 1
    first, *_, last = ended.out.splitlines()
    assert first.startswith("The words of D1 “Statement 88” have changed: SHA-256 is not ")
    assert last == f"{len(ended.out.splitlines()) - 1} differences were found."


def test_a_quote_that_does_not_stand_at_its_place_is_found(
    run: Run, project: Path, change: Change
) -> None:
    change(lambda workspace: a_passage(workspace, 1, "Nobody was killed"))
    altered(project, b"Nobody was killed, the", b"Nobody was kicked, the")
    values = run("verify", project, "--json").values
    assert values["well"] is False
    assert {finding["kind"] for finding in values["findings"]} >= {"text", "passage"}
    (passage,) = (one for one in values["findings"] if one["kind"] == "passage")
    assert passage["subject"] == "D1·1"
    assert "D1·1: the words do not stand at their place" in passage["sentence"]


def test_json_says_what_was_compared_and_found(run: Run, project: Path) -> None:
    assert run("verify", project, "--json").values == {
        "format": 1,
        "project": str(project),
        "well": True,
        "compared": {
            "texts": 1,
            "originals": 1,
            "passages": 0,
            "changes": 2,
            "dropped": 0,
            "older": 0,
        },
        "dropped_of": [],
        "findings": [],
    }


def test_originals_that_were_dropped_are_named_the_first_of_many(
    run: Run, project: Path, change: Change
) -> None:
    def drop(workspace: Workspace) -> None:
        for number in range(22):
            incoming = an_incoming(f"Words of {number}.", original=b"file %d" % number)
            dropped = replace(incoming, original=incoming.original.without_bytes())
            import_incoming(workspace, dropped)

    change(drop)
    ended = run("verify", project)
    assert ended.code == 0
    said = ended.out.splitlines()
    assert said[0] == (
        "The bytes of 22 originals were dropped: only sizes and fingerprints are held."
    )
    assert said[1] == "Dropped: D2 “Words of 0.”"
    assert said[21] == "And 2 more; --json names all."
    assert len(run("verify", project, "--json").values["dropped_of"]) == 22


def test_a_file_cut_short_is_a_sentence(project: Path) -> None:
    project.write_bytes(project.read_bytes()[:9000])
    ended = started("verify", project)
    assert ended.code in {1, 3}
    assert "project.review" in ended.out + ended.err
    assert "Traceback" not in ended.err


def test_verifying_changes_nothing(run: Run, project: Path) -> None:
    before = project.read_bytes()
    run("verify", project)
    assert project.read_bytes() == before


def test_verify_works_while_a_window_has_the_project_open(project: Path) -> None:
    with held_open(project):
        ended = started("verify", project)
    assert (ended.code, ended.err) == (0, "")
    assert ended.out.startswith("All is well")
