"""``reviewer tag``."""

import json
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from reviewer.domain.spans import Span
from reviewer.workspace.project import Workspace
from tests.builders import NOOR, a_document, a_passage, a_project, many_documents
from tests.cli.running import Run, held_open, started

pytestmark = pytest.mark.usefixtures("signed_in")
Change = Callable[[Callable[[Workspace], object]], None]
Lines = Callable[..., Path]


@pytest.fixture
def lines(tmp_path: Path) -> Lines:
    """Give a way to write a file of lines; a line without a document is about the only one."""

    def write(*wanted: dict[str, object], head: bytes = b"") -> Path:
        path = tmp_path / "passages.jsonl"
        usual = {"document": "Statement 88", "tag": "Denial"}
        text = "".join(json.dumps(usual | one, ensure_ascii=False) + "\n" for one in wanted)
        path.write_bytes(head + text.encode())
        return path

    return write


def passages(project: Path) -> list[tuple[str, str, str]]:
    """Return number, tag and words of every passage in a project."""
    with Workspace.open(project, only_read=True) as workspace:
        ids = workspace.passages.ids()
        rows = workspace.passages.listed(ids)
        return [(rows[one].label, rows[one].tag_name, rows[one].quote) for one in ids]


def test_a_line_tags_the_words_at_its_place(run: Run, project: Path, lines: Lines) -> None:
    ended = run("tag", project, lines({"start": 0, "end": 13, "note": "my note"}))
    assert (ended.code, ended.err) == (0, "")
    assert ended.out == "1 passage tagged in “project.review”, 0 lines refused.\n"
    assert passages(project) == [("D1·1", "Denial", "Twelve people")]
    with Workspace.open(project, only_read=True) as workspace:
        (passage,) = workspace.passages.on(1)
        assert (passage.span, passage.note) == (Span(0, 13), "my note")
        (analyst,) = (one for one in workspace.analysts() if one.id == passage.analyst)
        assert (analyst.name, analyst.uid != NOOR.uid) == ("Noor", True)


def test_a_line_may_bring_plain_words_and_a_translation_in_the_same_change(
    run: Run, project: Path, lines: Lines
) -> None:
    path = lines(
        {
            "quote": "Twelve people",
            "statement": "The army says twelve.",
            "translation": "بارہ افراد",
            "translation_language": "Urdu",
            "translator": "Asma",
        },
        {"quote": "Nobody"},
    )
    assert run("tag", project, path).code == 0
    with Workspace.open(project, NOOR) as workspace:
        first, second = map(workspace.details.of, workspace.passages.ids())
        assert (first.statement, first.translation) == ("The army says twelve.", "بارہ افراد")
        assert (first.translation_language, first.translator) == ("ur", "Asma")
        assert (second.statement, second.translation) == ("", "")
        step = workspace.history.to_undo()
        assert step is not None
        workspace.history.take_back(step.id)
        assert workspace.passages.count() == 0


def test_a_quote_alone_is_enough_where_it_stands_once(
    run: Run, project: Path, lines: Lines
) -> None:
    assert run("tag", project, lines({"quote": "Nobody was killed"})).code == 0
    assert passages(project) == [("D1·1", "Denial", "Nobody was killed")]


def test_good_lines_are_one_change_and_bad_ones_are_named(
    run: Run, project: Path, lines: Lines
) -> None:
    path = lines(
        {"quote": "Twelve people"},
        {"quote": "not in it"},
        {"quote": "Nobody"},
        {"quote": "e"},
        {"start": 0, "end": 4000},
        {"start": 5, "end": 5},
        {"start": -1, "end": 5},
        {"start": 6, "end": 7},
        {"start": 0, "end": 6, "quote": "Eleven"},
        {"quote": "killed", "tag": "Rumour"},
        {"quote": "killed", "document": "Statement 99"},
        {"start": 14, "end": 18, "quote": "were"},
        {"start": 14, "end": 18},
    )
    ended = run("tag", project, path)
    assert ended.code == 1
    assert ended.out == "3 passages tagged in “project.review”, 10 lines refused.\n"
    nowhere = "no such uid, SHA-256, file name or title."
    expected = [
        "Line 2: “not in it” does not stand in the text.",
        "Line 4: “e” stands 11 times in the text: say where it starts and ends.",
        "Line 5: A passage up to 4000 does not fit: the text ends at 77.",
        "Line 6: A passage from 5 to 5 holds no words.",
        "Line 7: A passage from -1 to 5 holds no words.",
        "Line 8: Only blank space stands there: there are no words to tag.",
        "Line 9: “Eleven” does not stand at 0 to 6; “Twelve” does.",
        "Line 10: There is no tag “Rumour”. Make it in the codebook, or give --make-tags.",
        f"Line 11: There is no document “Statement 99” here: {nowhere}",
        "Line 13: “were” has this tag already (line 12).",
    ]
    assert ended.err.splitlines() == expected
    assert [quote for _, _, quote in passages(project)] == ["Twelve people", "were", "Nobody"]
    with Workspace.open(project, NOOR) as workspace:
        step = workspace.history.to_undo()
        assert step is not None
        assert step.sentence == "Tag 3 passages"
        workspace.history.take_back(step.id)
        assert workspace.passages.count() == 0


def test_lines_that_are_no_json_are_named_and_the_rest_tagged(
    run: Run, project: Path, tmp_path: Path
) -> None:
    path = tmp_path / "mixed.jsonl"
    good = b'{"document": "Statement 88", "quote": "Twelve", "tag": "Denial"}'
    path.write_bytes(b"\xef\xbb\xbf" + good + b"\n\nnonsense\n\xff\n")
    ended = run("tag", project, path)
    assert ended.code == 1
    assert [line.split(":")[0] for line in ended.err.splitlines()] == ["Line 3", "Line 4"]
    assert passages(project) == [("D1·1", "Denial", "Twelve")]


def test_a_file_of_bad_lines_alone_leaves_no_change(run: Run, project: Path, lines: Lines) -> None:
    before = run("verify", project, "--json").values["compared"]
    assert run("tag", project, lines({"quote": "not in it"})).code == 1
    assert run("verify", project, "--json").values["compared"] == before


def test_the_same_passage_is_not_tagged_again_by_running_twice(
    run: Run, project: Path, lines: Lines
) -> None:
    path = lines({"quote": "Twelve people"})
    run("tag", project, path)
    ended = run("tag", project, path)
    assert ended.code == 1
    assert ended.err == "Line 1: “Twelve people” has this tag already (D1·1).\n"
    assert len(passages(project)) == 1


def test_the_same_words_may_carry_several_tags(run: Run, project: Path, lines: Lines) -> None:
    path = lines({"quote": "Nobody"}, {"quote": "Nobody", "tag": "casualty  FIGURE"})
    assert run("tag", project, path).code == 0
    assert {tag for _, tag, _ in passages(project)} == {"Denial", "Casualty figure"}


def test_unknown_tags_are_made_when_asked_for_and_undone_with_the_passages(
    run: Run, project: Path, lines: Lines
) -> None:
    path = lines(
        {"quote": "Twelve", "tag": "Rumour"},
        {"quote": "Nobody", "tag": "RUMOUR"},
        {"quote": "not in it", "tag": "Never"},
        {"quote": "bridge", "tag": "افواہ"},
    )
    ended = run("tag", project, path, "--make-tags")
    assert ended.code == 1
    assert ended.out.splitlines()[1] == "Tags made: Rumour, افواہ"
    assert sorted(tag for _, tag, _ in passages(project)) == ["Rumour", "Rumour", "افواہ"]
    with Workspace.open(project, NOOR) as workspace:
        step = workspace.history.to_undo()
        assert step is not None
        workspace.history.take_back(step.id)
        assert [tag.name for tag in workspace.tags.all()] == [
            "Allegation",
            "Denial",
            "Casualty figure",
        ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Élan", "élan"),
        ("STRASSE", "Straße"),
        ("Kelvin", "\u212aelvin"),
        ("ΣΑΣ", "σας"),
        ("I", "İ"),
    ],
)
def test_names_that_differ_in_other_letters_than_a_to_z_are_two_tags(
    run: Run, project: Path, lines: Lines, one: str, other: str
) -> None:
    path = lines(
        {"quote": "Twelve", "tag": one},
        {"quote": "Twelve", "tag": other},
        {"quote": "bridge", "tag": other},
        {"quote": "were", "tag": "".join(map(_other_case, one))},
    )
    ended = run("tag", project, path, "--make-tags")
    assert (ended.code, ended.err) == (0, "")
    assert sorted(tag for _, tag, _ in passages(project)) == sorted([one, one, other, other])
    again = lines({"quote": "bridge", "tag": one}, {"quote": "were", "tag": other})
    ended = run("tag", project, again, "--make-tags")
    assert (ended.code, ended.err) == (0, "")
    assert "Tags made" not in ended.out


def _other_case(letter: str) -> str:
    return letter.swapcase() if letter.isascii() else letter


def test_a_document_is_found_by_uid_fingerprints_file_name_and_title(
    run: Run, project: Path, lines: Lines
) -> None:
    (document,) = run("info", project, "--json").values["documents"]
    keys = ("uid", "text_sha256", "original_sha256", "original_name", "title")
    path = lines(
        *({"document": document[key], "start": at, "end": at + 6} for at, key in enumerate(keys))
    )
    assert run("tag", project, path).code == 0
    assert len(passages(project)) == len(keys)


def test_a_document_that_could_be_two_is_refused_and_both_are_named(
    run: Run, project: Path, lines: Lines, change: Change
) -> None:
    change(lambda workspace: a_document(workspace, "Another.", title="Statement 88"))
    ended = run("tag", project, lines({"quote": "Twelve"}))
    assert ended.code == 1
    assert "Line 1: “Statement 88” means 2 documents (D1, D2)." in ended.err


def test_a_file_name_goes_before_a_title(
    run: Run, project: Path, lines: Lines, change: Change
) -> None:
    change(lambda workspace: a_document(workspace, "Another one.", title="statement-88.txt"))
    assert run("tag", project, lines({"document": "statement-88.txt", "quote": "Twelve"})).code == 0
    assert passages(project) == [("D1·1", "Denial", "Twelve")]


def test_a_place_that_cuts_a_character_is_kept_and_said(
    run: Run, tmp_path: Path, lines: Lines
) -> None:
    with a_project(tmp_path, "emoji") as workspace:
        a_document(workspace, "Family 👩‍👩‍👧 hurt", title="Statement 88")
        project = workspace.path
    ended = run("tag", project, lines({"start": 7, "end": 9}, {"start": 7, "end": 12}), "--json")
    assert ended.code == 0
    assert ended.err == "Line 1: tagged as it says, but it cuts a character in two.\n"
    assert [one["cuts"] for one in ended.values["tagged"]] == [True, False]
    assert [quote for _, _, quote in passages(project)] == ["👩\u200d", "👩‍👩‍👧"]


def test_json_says_which_line_became_which_passage(
    run: Run, project: Path, lines: Lines, change: Change
) -> None:
    change(lambda workspace: a_document(workspace, "Second text", title="Second"))
    path = lines(
        {"document": "Second", "quote": "text"},
        {"quote": "Nobody", "tag": "Rumour"},
        {"quote": "nowhere"},
        {"document": "Second", "quote": "Second"},
    )
    ended = run("tag", project, path, "--make-tags", "--json")
    values = ended.values
    assert ended.code == 1
    assert list(values) == ["format", "project", "tagged", "refused", "made_tags", "made"]
    assert [(one["line"], one["passage"]) for one in values["tagged"]] == [
        (1, "D2·1"),
        (2, "D1·1"),
        (4, "D2·2"),
    ]
    assert len({one["uid"] for one in values["tagged"]}) == 3
    assert values["refused"] == [{"line": 3, "problem": "“nowhere” does not stand in the text."}]
    assert values["made_tags"] == ["Rumour"]


def test_lines_come_from_standard_input(project: Path, lines: Lines) -> None:
    given = lines({"quote": "Twelve 👩".removesuffix(" 👩")}).read_bytes()
    ended = started("tag", project, "-", given=given)
    assert (ended.code, ended.err) == (0, "")
    assert passages(project) == [("D1·1", "Denial", "Twelve")]


def test_what_was_exported_can_be_tagged_again_elsewhere(
    run: Run, project: Path, tmp_path: Path, change: Change
) -> None:
    change(lambda workspace: a_passage(workspace, 1, "bridge. Nobody"))
    run("export", project, "--format", "jsonl", "--output", tmp_path / "out.jsonl")
    with a_project(tmp_path, "copy") as workspace:
        with Workspace.open(project, only_read=True) as first:
            a_document(workspace, first.documents.text(1), title="Statement 88")
        copy = workspace.path
    assert run("tag", copy, tmp_path / "out.jsonl").code == 0
    assert passages(copy) == passages(project)


def test_a_file_that_is_not_there_is_said(run: Run, project: Path, tmp_path: Path) -> None:
    ended = run("tag", project, tmp_path / "none.jsonl")
    assert ended.code == 3
    assert "none.jsonl" in ended.err


def test_the_project_is_no_file_of_lines_and_takes_no_harm(run: Run, project: Path) -> None:
    assert run("tag", project, project).code == 1
    assert run("verify", project).code == 0


def test_a_project_that_a_window_has_open_is_left_alone(project: Path, lines: Lines) -> None:
    path = lines({"quote": "Twelve"})
    with held_open(project):
        ended = started("tag", project, path)
    assert ended.code == 3
    assert "“project.review” is open elsewhere (Basit, " in ended.err
    assert passages(project) == []


def test_ten_thousand_lines_take_no_longer_than_a_few_breaths(
    run: Run, tmp_path: Path, lines: Lines
) -> None:
    with a_project(tmp_path, "many") as workspace:
        many_documents(workspace, 2000)
        titles = [
            row.title for row in workspace.documents.listed(workspace.documents.ids()).values()
        ]
        project = workspace.path
    path = lines(
        *(
            {"document": titles[number % 2000], "start": number // 2000, "end": 12}
            for number in range(10_000)
        )
    )
    began = time.monotonic()
    ended = run("tag", project, path)
    assert (ended.code, ended.err) == (0, "")
    assert time.monotonic() - began < 10  # looking each line's document up took a minute
