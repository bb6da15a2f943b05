"""Reports as pages to be printed: everything is there, and nothing in it runs."""

from collections.abc import Iterable
from dataclasses import replace
from io import BytesIO

import pytest
from hypothesis import given

from reviewer.domain.errors import NotAllowed
from reviewer.domain.progress import Progress
from reviewer.domain.report import ENGLISH, Report, Voice
from reviewer.domain.report_accounts import account_of
from reviewer.exporters.reports.report_pdf import REPORT
from tests.exporters.reports.made import SILENT, a_report, any_report, seen
from tests.exporters.snapshots import DOCUMENT, PASSAGE, unhurried

_HOSTILE = "</p><script>alert(1)</script><img src=x onerror=alert(1)>\"'"
_LEFTWARD = Voice("ur", lambda said: said.sentence, leftward=True)


def page_of(report: Report, voice: Voice = ENGLISH) -> str:
    """Return the page that is handed over to be printed."""

    def keep(parts: Iterable[str], progress: Progress) -> bytes:
        progress.report(0)
        return "".join(parts).encode()

    target = BytesIO()
    REPORT.write(replace(report, print_pages=keep), target, SILENT, voice)
    return target.getvalue().decode().replace("<hr>\n", "")


def test_everything_that_the_web_page_says_is_there() -> None:
    found = "".join(seen(page_of(a_report())).words)
    for words in (
        "They say.",
        "Passages that nobody has checked: 2 of 9",
        "Twelve people were hurt at the bridge.",
        "According to Army, as told by Courier in D1:",
        "Note by the analysts: Mine",
        "(not confirmed)",
        "denied by D1·2",
        "No passage answers this question yet.",
        "a" * 64,
        "D9 The inquiry's report",
    ):
        assert words in found


def test_words_of_documents_titles_and_tags_stay_words() -> None:
    document = replace(DOCUMENT, title=_HOSTILE, publisher=_HOSTILE)
    passage = PASSAGE._replace(
        quote=_HOSTILE, sentence=f"a{_HOSTILE}b", tag=_HOSTILE, note=_HOSTILE, document=document
    )
    report = replace(a_report((account_of(passage),)), project=_HOSTILE, statement=_HOSTILE)
    found = seen(page_of(report))
    assert not {"script", "img"} & set(found.tags)
    assert "".join(found.words).count("<script>alert(1)</script>") >= 6


@unhurried
@given(any_report())
def test_whatever_a_project_holds_the_page_is_whole_and_harmless(report: Report) -> None:
    found = seen(page_of(report))
    assert set(found.tags) <= {*seen(page_of(a_report())).tags, "br"}
    assert {name for name, _value in found.attributes} <= {
        *("class", "dir", "lang", "charset", "width", "border"),
        *("cellspacing", "cellpadding", "valign", "href", "id", "name"),
    }


@unhurried
@given(any_report())
def test_whatever_a_project_holds_every_link_leads_to_one_place_of_the_pages(
    report: Report,
) -> None:
    found = seen(page_of(replace(report, labels=frozenset({"D1·1"}))))
    names = [value for name, value in found.attributes if name in {"id", "name"}]
    assert len(set(names)) == len(names)
    assert {value for name, value in found.attributes if name == "href"} <= {
        f"#{name}" for name in names
    }


def test_passages_lead_to_their_source_and_to_each_other() -> None:
    page = page_of(a_report())
    assert '<a href="#p_D1" class="TitleOfSource">Statement 88</a>' in page
    assert '<p class="Cell" dir="ltr" id="p_D1">D1 ' in page
    assert '<a href="#p_D1_2" class="Hyperlink">D1·2</a>' in page


def test_each_paragraph_runs_its_own_way() -> None:
    page = page_of(a_report(), _LEFTWARD)
    assert '<body dir="rtl">' in page
    assert '<p class="Quote" dir="ltr">' in page
    assert '<p class="Quote" dir="rtl"><span class="Tagged">زرویل پل پر فائرنگ</span>' in page
    head = page[page.index("<thead>") :]
    assert head.index("In the range") < head.index("Number as printed")
    assert "\u2068" not in page
    assert "\u200f\u200eArmy\u200e\u200f" in page


def test_a_long_report_is_handed_over_in_parts_that_cut_no_table() -> None:
    told = tuple(account_of(PASSAGE) for _number in range(800))
    given: list[str] = []

    def keep(parts: Iterable[str], progress: Progress) -> bytes:
        given.extend(parts)
        progress.report(1)
        return b""

    REPORT.write(replace(a_report(told), print_pages=keep), BytesIO(), SILENT, ENGLISH)
    assert len(given) > 2
    for part in given:
        assert part.count("<table") == part.count("</table>")
        assert not part.split("<body", 1)[1].split("\n", 1)[1].startswith("<table")
    assert sum(part.count('class="Quote"') for part in given) == 800


def test_where_nothing_prints_that_is_said() -> None:
    with pytest.raises(NotAllowed, match="Nothing here prints pages"):
        REPORT.write(a_report(), BytesIO(), SILENT, ENGLISH)
