"""Markdown: the text stays as it is; its first heading is the title."""

from pathlib import Path

import pytest

from reviewer.domain.reading.captures import Rule
from reviewer.importers import read
from reviewer.importers.markdown import heading


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("# Night raids\n\nText", "Night raids", "Night raids"),
        ("Some words.\n\n## Part *two* ##\n", "Part *two*", "Part two"),
        ("Night raids\n===\n", "Night raids", "Night raids"),
        ("  Night raids  \n--\n", "Night raids", "Night raids"),
        ("# The **army’s** [denial](http://a.b/c) `x`\n", None, "The army’s denial x"),
        ("```\n# a comment\n~~~\n```\n# Title", "Title", "Title"),
        ("---\nkey: value\n\n# Title", "Title", "Title"),
        ("# ۲۰۱۵ کی رپورٹ", "۲۰۱۵ کی رپورٹ", "۲۰۱۵ کی رپورٹ"),
        ("# snake_case_name #1", "snake_case_name #1", "snake_case_name #1"),
    ],
)
def test_the_first_heading_is_read(text: str, words: str | None, value: str) -> None:
    reading = heading(text)
    assert reading is not None
    assert reading.span is not None
    assert reading.span.of(text) == reading.words
    assert words is None or reading.words == words
    assert (reading.field, reading.value, reading.rule) == ("title", value, Rule.HEADING)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "#hashtag\n#\n# ---\n",
        "    # code\n",
        "```\n# never closed\n",
        "- item\n---\n",
        "\n===\n",
        f"# {'long ' * 100}\n{'long ' * 100}\n===\n",
    ],
)
def test_what_is_no_heading_is_not_read(text: str) -> None:
    assert heading(text) is None


def test_a_markdown_file_keeps_its_marks_and_takes_its_title(tmp_path: Path) -> None:
    path = tmp_path / "note.md"
    text = "Intro, alone.\n\n# The *raid*\n\nBy Jane Doe\n\nIt was **denied**.\n"
    path.write_text(text, encoding="utf-8")
    incoming = read(path)
    assert incoming.text == text
    assert (incoming.importer, incoming.media_type) == ("markdown", "text/markdown")
    assert incoming.title == "The raid"
    assert [one.words for one in incoming.readings if one.field == "title"] == ["The *raid*"]


def test_without_a_heading_it_is_read_like_any_text(tmp_path: Path) -> None:
    path = tmp_path / "note.markdown"
    path.write_text("Night raid denied\n\nNobody was there.\n", encoding="utf-8")
    assert read(path).title == "Night raid denied"


def test_a_hostile_heading_takes_no_time(tmp_path: Path) -> None:
    path = tmp_path / "note.md"
    path.write_text(("# " + "[" * 290 + "\n" + "*_`" * 90 + "\n===\n") * 2_000, encoding="utf-8")
    assert read(path).title
