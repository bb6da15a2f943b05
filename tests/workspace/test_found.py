"""What lies in a folder is read, told of by its kind, or left in peace; all of it is counted."""

from pathlib import Path

from reviewer.workspace.found import Found, kinds_of, look_for


def a_tree(place: Path, *names: str) -> Path:
    for name in names:
        (place / name).parent.mkdir(parents=True, exist_ok=True)
        (place / name).touch()
    return place


def test_folders_are_walked_in_order_and_named_files_are_always_to_be_read(tmp_path: Path) -> None:
    folder = a_tree(tmp_path, "001.txt", "000.TXT", "b/deep.md", "tune.mp3")
    found = look_for([folder / "tune.mp3", folder])
    names = [path.relative_to(folder).as_posix() for path in found.files]
    assert names == ["tune.mp3", "000.TXT", "001.txt", "b/deep.md"]
    assert found.others == (folder / "tune.mp3",)


def test_files_of_other_kinds_are_grouped_the_commonest_first(tmp_path: Path) -> None:
    folder = a_tree(tmp_path, "a.mp3", "b/c.MP3", "d.jpg", "e.txt", "README", "f.png")
    found = look_for([folder])
    assert [path.name for path in found.files] == ["e.txt"]
    assert kinds_of(found.others) == [(".mp3", 2), ("", 1), (".jpg", 1), (".png", 1)]


def test_what_is_hidden_or_no_persons_file_is_only_counted(tmp_path: Path) -> None:
    folder = a_tree(
        tmp_path, ".hidden.txt", ".git/x.txt", "Thumbs.db", "~$draft.docx", "case.review-wal"
    )
    a_tree(tmp_path, "case.review", "b/a.txt")
    assert look_for([folder]) == Found(files=(folder / "b" / "a.txt",), hidden=6)


def test_a_name_that_no_file_can_have_is_to_be_read_to_get_its_sentence(tmp_path: Path) -> None:
    path = tmp_path / ("x" * 300 + ".txt")
    assert look_for([path, tmp_path]) == Found(files=(path,))


def test_an_empty_folder_has_nothing(tmp_path: Path) -> None:
    assert look_for([tmp_path]) == Found()


def test_the_folder_of_a_saved_page_belongs_to_the_page(tmp_path: Path) -> None:
    folder = a_tree(
        tmp_path,
        *("Page.html", "Page_files/ad.txt", "Page_files/deep/x.md", "Seite.htm"),
        *("seite-dateien/y.txt", "Une page.mht", "une page_fichiers/z.txt", "other_files/w.txt"),
        *("a.txt", "a_files/b.txt"),
    )
    found = look_for([folder])
    names = [path.relative_to(folder).as_posix() for path in found.files]
    assert [name for name in names if name.endswith(".txt")] == [
        *("a.txt", "a_files/b.txt", "other_files/w.txt"),
    ]
    assert found.of_pages == 3
