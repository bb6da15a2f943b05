"""What nobody means is passed over, and what belongs to a saved page."""

import pytest

from reviewer.importers.passed_over import folders_of_pages, is_hidden


@pytest.mark.parametrize(
    ("name", "hidden"),
    [
        (".git", True),
        ("~$draft.docx", True),
        ("Thumbs.db", True),
        ("__MACOSX", True),
        ("case.review-wal", True),
        ("..", False),
        (".", False),
        ("review.txt", False),
    ],
)
def test_hidden_files_and_those_of_the_system_and_of_projects_are_known(
    name: str,
    hidden: bool,
) -> None:
    assert is_hidden(name) is hidden


def test_a_folder_belongs_to_the_page_it_is_named_after() -> None:
    folders = ["Page_files", "PAGE-Dateien", "page.files", "x_files", "Page", "_files"]
    pages = {"Page_files", "PAGE-Dateien", "page.files"}
    assert folders_of_pages(folders, ["page.HTML", "x.txt"]) == pages
    assert folders_of_pages(folders, []) == set()
    assert folders_of_pages([], ["page.html"]) == set()
