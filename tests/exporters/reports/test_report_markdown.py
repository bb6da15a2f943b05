"""Reports in Markdown, in one file and as notes: words of documents are nothing but words."""

import re
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from hypothesis import given

from reviewer.domain.report import ENGLISH, Report
from reviewer.domain.report_accounts import account_of
from reviewer.exporters.markdown_written import plain_line, quoted
from reviewer.exporters.reports import report_markdown, report_vault
from tests.exporters.reports.made import SILENT, a_report, any_report
from tests.exporters.snapshots import DOCUMENT, PASSAGE, unhurried, words

GOLDEN = Path(__file__).parents[1] / "golden" / "report.md"
_HOSTILE = (
    "<script>x</script> [a](http://e.org) ![b](c) `d` **e** # f\n# g\n- h | [[i]] #j %%k%% ==l=="
)


def written(report: Report) -> str:
    target = BytesIO()
    report_markdown.REPORT.write(report, target, SILENT, ENGLISH)
    return target.getvalue().decode()


def notes(report: Report) -> dict[str, str]:
    target = BytesIO()
    report_vault.REPORT.write(report, target, SILENT, ENGLISH)
    with ZipFile(target) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name).decode() for name in archive.namelist()}


def test_the_file_is_what_it_was() -> None:
    assert written(a_report()) == GOLDEN.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("given_words", "left"),
    [
        ("a.b-c (d)", "a.b-c (d)"),
        ("# h", "\\# h"),
        ("- x", "&#45; x"),
        ("1. x", "&#49;. x"),
        ("[a](b) ![c]", "\\[a\\](b) \\!\\[c\\]"),
        ("<b> & `c`", "&lt;b&gt; &amp; \\`c\\`"),
        ("http://x.org", "http&#58;&#47;&#47;x&#46;org"),
        ("a@b.c", "a&#64;b&#46;c"),
        ("a\n# b", "a \\# b"),
        ("| a |", "\\| a \\|"),
        ("", ""),
    ],
)
def test_every_sign_is_a_word(given_words: str, left: str) -> None:
    assert plain_line(given_words) == left


@given(words)
def test_no_words_begin_anything_or_break_out_of_their_line(given_words: str) -> None:
    line = plain_line(given_words)
    assert "\n" not in line
    assert not re.match(r"[#>+=|~-]|\d+[.)]|```|<", line)
    assert not re.search(r"(?<!\\)[*_`\[\]<>|~$]", line)
    assert all(one.startswith(">") for one in quoted(given_words).split("\n"))


def test_words_of_documents_titles_and_tags_stay_words() -> None:
    document = replace(DOCUMENT, title=_HOSTILE, publisher=_HOSTILE)
    passage = PASSAGE._replace(quote=_HOSTILE, sentence="", tag=_HOSTILE, document=document)
    text = written(replace(a_report((account_of(passage),)), project=_HOSTILE))
    assert "<script>" not in text
    assert not re.search(r"(?<!\\)\]\(", text)
    assert "\n# g" not in text
    assert "[[i" not in text


@unhurried
@given(any_report())
def test_whatever_a_project_holds_nothing_in_it_is_html_or_a_link(report: Report) -> None:
    text = written(report)
    assert "<" not in text
    assert not re.search(r"(?<!\\)\[", text)


def test_notes_lead_to_each_other_and_stand_in_the_folder_once() -> None:
    report = a_report()
    (chapter, other) = report.chapters
    twice = replace(report, chapters=(chapter, replace(other, count=1, accounts=chapter.accounts)))
    found = notes(twice)
    assert {"Report.md", "Chapters/event-1.md", "Passages/D1-1.md", "Sources/D1.md"} <= set(found)
    assert "![[D1-1]]" in found["Chapters/event-1.md"]
    assert "![[D1-1]]" in found["Chapters/event-2.md"]
    assert "[[D1-2|D1·2]]" in found["Passages/D1-1.md"]
    assert "[[D1]]" in found["Passages/D1-1.md"]
    names = {name.rsplit("/", 1)[-1].removesuffix(".md") for name in found}
    for words_of_note in found.values():
        for target in re.findall(r"(?<!\\)\[\[([^\]|]+)", words_of_note):
            assert target in names


def test_a_title_never_names_a_file() -> None:
    document = replace(DOCUMENT, title="../../etc/passwd")
    found = notes(a_report((account_of(PASSAGE._replace(document=document)),)))
    assert all(re.fullmatch(r"[A-Za-z]+(/[A-Za-z0-9-]+)?\.md", name) for name in found)


def test_an_empty_report_says_so() -> None:
    text = written(replace(a_report(), chapters=(), sources=(), not_held=()))
    assert "No source is named that is not held." in text
