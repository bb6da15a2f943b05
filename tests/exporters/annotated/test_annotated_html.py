"""Documents with passages as web pages: the document's words, marks over them, a list below."""

import re
from dataclasses import replace
from html.parser import HTMLParser
from io import BytesIO

import pytest
from hypothesis import given
from typing_extensions import override

from reviewer.domain.annotated import Annotated
from reviewer.domain.errors import Cancelled
from reviewer.domain.report import ENGLISH, Voice
from reviewer.domain.spans import Span
from reviewer.exporters.annotated import all_annotated
from reviewer.exporters.annotated.annotated_html import ANNOTATED
from reviewer.exporters.reports.report_html import POLICY
from tests.exporters.annotated.made import TEXT, annotated, any_annotated, one_of_each
from tests.exporters.reports.made import HELD, SILENT, seen
from tests.exporters.snapshots import unhurried

_HOSTILE = "</style></mark><script>alert(1)</script><img src=x onerror=alert(1)>\"'"
_LEFTWARD = Voice("ur", lambda said: said.sentence, leftward=True)


def written(made: Annotated, voice: Voice = ENGLISH) -> str:
    target = BytesIO()
    ANNOTATED.write(made, target, SILENT, voice)
    return target.getvalue().decode()


class _Words(HTMLParser):
    """The words of the document itself, as they are copied: no numbers, labels or pages."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = []
        self._inside = False
        self._apart = 0

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        kind = dict(attrs).get("class") or ""
        self._inside = self._inside or tag == "main"
        if tag == "p" and self._inside and kind != "page":
            self.lines.append("")
        if self._apart or tag == "a" or kind == "page":
            self._apart += tag in {"a", "p", "span", "bdi"}

    @override
    def handle_endtag(self, tag: str) -> None:
        self._inside = self._inside and tag != "main"
        if self._apart and tag in {"a", "p", "span", "bdi"}:
            self._apart -= 1

    @override
    def handle_data(self, data: str) -> None:
        if self._inside and not self._apart and self.lines and data != "\n":
            self.lines[-1] += data


def words_of(page: str) -> str:
    found = _Words()
    found.feed(page)
    found.close()
    return "\n".join(found.lines)


def test_the_words_are_the_documents_every_one_of_them() -> None:
    assert words_of(written(one_of_each())) == TEXT


@unhurried
@given(any_annotated())
def test_whatever_a_document_holds_the_page_is_whole_and_harmless(made: Annotated) -> None:
    page = written(made)
    found = seen(page)
    assert not {"script", "img", "link", "iframe", "object", "form"} & set(found.tags)
    assert not [name for name, _value in found.attributes if name.startswith("on")]
    anchors = [value for name, value in found.attributes if name == "id"]
    links = [value for name, value in found.attributes if name == "href"]
    assert len(set(anchors)) == len(anchors)
    assert {one[1:] for one in links} <= set(anchors)
    assert words_of(page) == made.text.replace("\x07", "\ufffd")


def test_nothing_runs_or_is_fetched_and_hostile_words_are_words() -> None:
    document = replace(HELD.document, title=_HOSTILE, language='"><script>', url=_HOSTILE)
    text = f"a {_HOSTILE} b"
    held = replace(HELD, document=document)
    page = written(annotated(text, [Span(2, len(text) - 2)], held=held, note=_HOSTILE))
    assert f'content="{POLICY}"' in page
    assert "script" not in seen(page).tags
    assert not re.search(r"url\((?!#)|@import", page)
    assert "".join(seen(page).words).count("<script>alert(1)</script>") >= 5


def test_crossing_passages_are_marked_with_a_line_each_that_keeps_its_height() -> None:
    made = one_of_each()
    page = written(made)
    over = re.findall(r'<mark class="(m\d+)">([^<]+)', page)
    assert [words for _look, words in over][:3] == ["Twelve ", "people were ", "hurt."]
    rules = dict(re.findall(r"main\.text \.(m\d+) \{ ([^}]+) \}", page))
    assert [rules[look].count("gradient(") for look, _words in over] == [1, 3, 4, 3, 1, 2, 1]
    assert rules[over[1][0]].startswith("background-color: #")
    assert "repeating-linear-gradient(90deg" in rules[over[2][0]]


def test_more_passages_than_lines_fit_share_the_lowest() -> None:
    page = written(annotated(spans=[Span(0, 4)] * 9))
    (rule,) = re.findall(r"main\.text \.m0 \{ ([^}]+) \}", page)
    assert "padding-bottom: 18px" in rule


def test_labels_lead_to_the_list_and_back() -> None:
    page = written(one_of_each())
    assert '<a class="label c1" id="w-D1-1" title="Allegation" href="#p-D1-1">D1·1</a>' in page
    assert 'id="p-D1-1"' in page
    assert '<a href="#w-D1-1">D1·1 ↑</a>' in page


def test_a_passage_without_a_certain_place_is_told_below() -> None:
    page = written(one_of_each())
    assert page.index('id="lost"') < page.index('id="p-D1-6"')
    assert "w-D1-6" not in page


def test_furniture_is_dimmed_and_pages_are_told() -> None:
    page = written(one_of_each())
    assert '<span class="dimmed">Home | News</span>' in page
    assert re.findall(r'class="page"><span><bdi>([^<]+)', page) == [
        "p. 1",
        "p. ii",
        "p. 3",
    ]


def test_each_line_runs_as_its_letters_do() -> None:
    page = written(one_of_each(), _LEFTWARD)
    assert '<html lang="ur" dir="rtl">' in page
    assert '<p dir="ltr"><a class="number" id="n-2">2</a>' in page
    assert '<p dir="rtl"><a class="number" id="n-3">3</a>' in page


def test_a_document_without_passages_says_so() -> None:
    page = written(annotated())
    assert "Nothing is tagged in this document yet." in page
    assert words_of(page) == TEXT


def test_writing_stops_when_asked_to() -> None:
    class Impatient:
        def report(self, done: int, total: int | None = None, what: str = "") -> None:
            if done:
                raise Cancelled("{done} of {total}", done=done, total=total, what=what)

    with pytest.raises(Cancelled, match="500 of 901"):
        ANNOTATED.write(annotated("a\n" * 900), BytesIO(), Impatient(), ENGLISH)


def test_formats_are_found_by_themselves_that_of_most_people_first() -> None:
    assert [one.key for one in all_annotated()] == ["html", "docx", "pdf"]
    assert [one.key for one in all_annotated() if one.on_pages] == ["pdf"]
