"""Reports as text documents: whole, harmless, led through by links, right in both directions."""

from dataclasses import replace
from io import BytesIO

import docx
import pytest
from hypothesis import given

from reviewer.domain.errors import Cancelled
from reviewer.domain.passages import Anchor
from reviewer.domain.progress import Progress
from reviewer.domain.report import ENGLISH, Report, Voice
from reviewer.domain.report_accounts import account_of
from reviewer.exporters.reports.report_docx import REPORT
from tests.exporters.docx_parts import Read, is_leftward, read, runs_of
from tests.exporters.reports.made import SILENT, a_report, any_report
from tests.exporters.snapshots import DOCUMENT, PASSAGE, unhurried

_HOSTILE = '</w:t><w:fldSimple w:instr="INCLUDETEXT x"/>=cmd|x\x00\x1b]]>&"\'\ufffe<!DOCTYPE a>'
_SEEN = _HOSTILE.replace("\x00", "\ufffd").replace("\x1b", "\ufffd").replace("\ufffe", "\ufffd")
_LEFTWARD = Voice("ur", lambda said: said.sentence, leftward=True)


def written(report: Report, voice: Voice = ENGLISH, progress: Progress = SILENT) -> bytes:
    target = BytesIO()
    REPORT.write(report, target, progress, voice)
    return target.getvalue()


def seen(report: Report, voice: Voice = ENGLISH) -> Read:
    return read(written(report, voice))


def test_everything_that_the_web_page_says_is_there() -> None:
    found = "\n".join(seen(a_report()).paragraphs)
    for words in (
        "They say.",
        "The bridge.",
        "Passages that nobody has checked: 2 of 9",
        "Shots on the bridge",
        "What is said.",
        "Range:",
        "Twelve people were hurt at the bridge.",
        "According to Army, as told by Courier in D1:",
        "In plain words, by the analysts: The army says that twelve people were hurt.",
        "Translation by the analysts (Urdu; Asma):",
        "Note by the analysts: Mine",
        "○ ",
        "(not confirmed)",
        "denied by D1·2",
        "Separate source, as the analysts see it: not judged",
        "has a response",
        "No passage answers this question yet.",
        "No passage speaks of this yet.",
        "a" * 64,
        "rated by the analysts B: usually reliable",
        "D9 The inquiry's report",
    ):
        assert words in found


def test_another_reader_opens_it_and_finds_the_outline() -> None:
    found = docx.Document(BytesIO(written(a_report())))
    styles = {one.style.name for one in found.paragraphs if one.style is not None}
    assert {"Title", "Heading 1", "Heading 2", "Chapter", "Words of a document"} <= styles
    assert [len(table.columns) for table in found.tables] == [4, 4, 3]
    assert found.core_properties.title == "Tannery Road"


def test_words_of_documents_titles_and_tags_stay_words() -> None:
    document = replace(DOCUMENT, title=_HOSTILE, publisher=_HOSTILE)
    passage = PASSAGE._replace(
        quote=_HOSTILE, sentence=f"a{_HOSTILE}b", tag=_HOSTILE, note=_HOSTILE, document=document
    )
    report = replace(a_report((account_of(passage),)), project=_HOSTILE, statement=_HOSTILE)
    found = seen(report)
    assert "".join(found.paragraphs).count(_SEEN) >= 6
    for part in ("word/document.xml", "word/footer.xml"):
        assert {one.strip() for one in found.values("fldSimple", "instr", part)} <= {
            "PAGE",
            "NUMPAGES",
        }
        assert found.values("instrText", "space", part) == []


@unhurried
@given(any_report())
def test_whatever_a_project_holds_every_link_leads_somewhere(report: Report) -> None:
    found = seen(replace(report, labels=frozenset({"D1·1"})))
    names = found.values("bookmarkStart", "name")
    numbers = found.values("bookmarkStart", "id")
    assert len(set(names)) == len(names)
    assert len(set(numbers)) == len(numbers)
    assert sorted(found.values("bookmarkEnd", "id")) == sorted(numbers)
    assert set(found.values("hyperlink", "anchor")) <= set(names)
    styles = set(found.values("style", "styleId", "word/styles.xml"))
    for kind in ("pStyle", "rStyle", "tblStyle"):
        assert set(found.values(kind, "val")) <= styles


def test_words_that_run_leftward_do_so_in_a_document_that_does_not() -> None:
    found = seen(a_report())
    paragraph = found.paragraph("زرویل پل پر فائرنگ")
    assert is_leftward(paragraph)
    assert runs_of(paragraph) == [(True, "زرویل پل پر فائرنگ")]
    assert not is_leftward(found.paragraph("Twelve people were hurt at"))


def test_a_document_in_a_language_that_runs_leftward_does_so_page_by_page() -> None:
    found = seen(a_report(), _LEFTWARD)
    assert is_leftward(found.paragraph("Contents"))
    assert not is_leftward(found.paragraph("Twelve people were hurt at"))
    body = found.parts["word/document.xml"]
    name = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    assert body.find(f"{name}body/{name}sectPr/{name}bidi") is not None
    assert len(list(body.iter(f"{name}bidiVisual"))) == 3


def test_a_place_that_is_not_certain_is_said_to_be_so() -> None:
    passage = PASSAGE._replace(anchor=str(Anchor.NOT_CERTAIN), page="7")
    found = seen(a_report((account_of(passage),))).paragraphs
    assert "D1·1  Casualty figure  Place not certain" in found
    assert any("D1·1, p. 7, paragraph 2)" in one for one in found)


def test_a_report_without_anything_says_so() -> None:
    found = seen(replace(a_report(), chapters=(), sources=(), not_held=(), method=())).paragraphs
    assert "No source is named that is not held." in found


def test_a_part_of_the_method_nobody_wrote_is_said_to_be_missing() -> None:
    report = a_report()
    (part, *_others) = report.method
    found = seen(replace(report, method=(replace(part, words=""),))).paragraphs
    assert "Nothing was written about this." in found


def test_a_report_stops_when_asked_to() -> None:
    class Impatient:
        def report(self, done: int, total: int | None = None, what: str = "") -> None:
            if done >= 100:
                raise Cancelled("{done} of {total}", done=done, total=total, what=what)

    told = tuple(account_of(PASSAGE) for _number in range(300))
    with pytest.raises(Cancelled, match="100 of 300"):
        written(a_report(told), progress=Impatient())


def test_the_same_report_is_the_same_file() -> None:
    assert written(a_report()) == written(a_report())
