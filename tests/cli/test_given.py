"""Whatever a path is written like, a sentence about it names it."""

from pathlib import Path

import pytest

from tests.cli.running import Run

HERE = [
    (("info", "."), "“papers” cannot be opened"),
    (("info", "./"), "“papers” cannot be opened"),
    (("info", "inside/.."), "“papers” cannot be opened"),
    (("import", ".", "a.txt"), "“papers”"),
    (("search", ".", "words"), "“papers” cannot be opened"),
    (("verify", "inside/.."), "“papers” cannot be opened"),
    (("export", ".", "--format", "csv", "--output", "-"), "“papers” cannot be opened"),
    (("rescue", ".", "x.review"), "“papers” cannot be read"),
    (("rescue", "PROJECT", "."), "The new project “papers” must be called"),
    (("codebook", "PROJECT", "--import", "."), "“papers” cannot be read as a codebook"),
    (("codebook", "PROJECT", "--import", "inside/"), "“inside” cannot be read as a codebook"),
    (("codebook", "PROJECT", "--import", "inside/.."), "“papers” cannot be read as a codebook"),
    (("codebook", "PROJECT", "--import", "/"), "“/” cannot be read as a codebook"),
    (("codebook", "PROJECT", "--output", ".", "--format", "csv"), "papers” is a folder"),
    (("export", "PROJECT", "--output", ".", "--format", "csv"), "papers” is a folder"),
    (("tag", "PROJECT", "."), "papers” cannot be read or written"),
    (("import", "PROJECT", "."), "papers”: no file of a kind"),
    (("import", "PROJECT", "./"), "papers”: no file of a kind"),
    (("import", "PROJECT", "inside/"), "inside”: no file of a kind"),
]


@pytest.mark.usefixtures("signed_in")
@pytest.mark.parametrize(("words", "said"), HERE)
def test_a_folder_is_called_by_its_name(
    run: Run,
    project: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    words: tuple[str, ...],
    said: str,
) -> None:
    (tmp_path / "papers" / "inside").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "papers")
    ended = run(*[str(project) if word == "PROJECT" else word for word in words])
    assert ended.code in {1, 2, 3}
    assert said in ended.err
    assert "went wrong" not in ended.err


def test_files_of_a_folder_are_named_as_it_was_written(
    run: Run, project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, signed_in: object
) -> None:
    del signed_in
    folder = tmp_path / "papers"
    folder.mkdir()
    (folder / "a.txt").write_text("Words.")
    monkeypatch.chdir(folder)
    (imported,) = run("import", project, ".", "--json").values["imported"]
    assert imported["path"] == "a.txt"
