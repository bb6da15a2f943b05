"""Reports in HTML: everything in one file, nothing that runs, every word a word."""

import re
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given

from reviewer.domain.errors import Cancelled
from reviewer.domain.progress import Progress
from reviewer.domain.report import ENGLISH, Report, Voice
from reviewer.domain.report_accounts import account_of
from reviewer.domain.words import Saying
from reviewer.exporters.reports.report_html import POLICY, REPORT
from tests.exporters.reports.made import SILENT, a_report, any_report, seen
from tests.exporters.snapshots import DOCUMENT, PASSAGE, unhurried

GOLDEN = Path(__file__).parents[1] / "golden" / "report.html"
_HOSTILE = "</p><script>alert(1)</script><img src=x onerror=alert(1)>\"'><a href=javascript:1>"


def written(report: Report, voice: Voice = ENGLISH, progress: Progress = SILENT) -> str:
    target = BytesIO()
    REPORT.write(report, target, progress, voice)
    return target.getvalue().decode()


def test_the_page_is_what_it_was() -> None:
    assert written(a_report()) == GOLDEN.read_text(encoding="utf-8")


def test_the_page_forbids_whatever_runs_or_is_fetched() -> None:
    page = written(a_report())
    assert f'http-equiv="Content-Security-Policy" content="{POLICY}"' in page
    found = seen(page)
    assert not {"script", "link", "img", "iframe", "object", "form", "base"} & set(found.tags)
    assert all(value.startswith("#") for name, value in found.attributes if name == "href")
    assert not re.search(r"url\((?!#)|@import", page)


def test_words_of_documents_titles_and_tags_stay_words() -> None:
    document = replace(DOCUMENT, title=_HOSTILE, publisher=_HOSTILE)
    passage = PASSAGE._replace(
        quote=_HOSTILE, sentence=f"a{_HOSTILE}b", tag=_HOSTILE, note=_HOSTILE, document=document
    )
    report = replace(a_report((account_of(passage),)), project=_HOSTILE, statement=_HOSTILE)
    found = seen(written(report))
    assert "script" not in found.tags
    assert "img" not in found.tags
    assert "".join(found.words).count("<script>alert(1)</script>") >= 6


@unhurried
@given(any_report())
def test_whatever_a_project_holds_the_page_is_whole_and_harmless(report: Report) -> None:
    found = seen(written(report))
    allowed = set(seen(written(a_report())).tags)
    assert set(found.tags) <= allowed
    assert not [name for name, _value in found.attributes if name.startswith("on")]
    assert all(value.startswith("#") for name, value in found.attributes if name == "href")


@unhurried
@given(any_report())
def test_every_link_leads_somewhere_and_every_anchor_is_there_once(report: Report) -> None:
    found = seen(written(replace(report, labels=frozenset({"D1·1"}))))
    anchors = [value for name, value in found.attributes if name == "id"]
    assert len(set(anchors)) == len(anchors)
    assert {value[1:] for name, value in found.attributes if name == "href"} <= set(anchors)


def test_words_that_run_leftward_do_so_in_a_page_that_does_not() -> None:
    page = written(a_report())
    assert '<blockquote dir="rtl"><mark>زرویل پل پر فائرنگ</mark>' in page
    assert '<html lang="en" dir="ltr">' in page


def test_a_page_in_a_language_that_runs_leftward_isolates_what_is_filled_in() -> None:
    voice = Voice("ur", lambda said: said.sentence, leftward=True)
    page = written(a_report(), voice)
    assert '<html lang="ur" dir="rtl">' in page
    assert "\u2068Army\u2069" in page


def test_what_nobody_confirmed_is_marked() -> None:
    page = written(a_report())
    assert '<span class="hollow"><bdi>○ 12 (not confirmed)' in page.replace("0 to 12", "12")


def test_a_fingerprint_is_seen_in_groups_and_copied_as_one() -> None:
    assert "a" * 64 in "".join(seen(written(a_report())).words)


def test_a_report_stops_when_asked_to() -> None:
    class Impatient:
        def report(self, done: int, total: int | None = None, what: str = "") -> None:
            if done >= 100:
                raise Cancelled("{done} of {total}", done=done, total=total, what=what)

    told = tuple(account_of(PASSAGE) for _number in range(300))
    with pytest.raises(Cancelled, match="100 of 300"):
        written(a_report(told), progress=Impatient())


def test_a_chart_has_a_name_of_its_own_on_the_page() -> None:
    report = a_report()
    (chapter, *_others) = report.chapters
    twice = replace(chapter, questions=chapter.questions * 2)
    page = written(replace(report, chapters=(twice,)))
    assert page.count('id="soft-1"') == page.count('id="soft-2"') == 1


def test_a_report_without_anything_says_so() -> None:
    page = written(replace(a_report(), chapters=(), sources=(), not_held=(), method=()))
    assert "No source is named that is not held." in page
    assert "<h1" in page


def test_a_part_of_the_method_nobody_wrote_is_said_to_be_missing() -> None:
    report = a_report()
    (part, *_others) = report.method
    page = written(replace(report, method=(replace(part, words=""),)))
    assert "Nothing was written about this." in page


def test_limits_and_counts_stand_in_front() -> None:
    page = written(replace(a_report(), limits=(Saying("Only these"),)))
    assert page.index("Only these") < page.index('id="statement"')
    assert "of 9 in the project" in page
