"""Documents with passages as text documents: comments at the words, crossing ones too."""

from dataclasses import replace
from io import BytesIO

import docx
from hypothesis import given

from reviewer.domain.annotated import Annotated
from reviewer.domain.report import ENGLISH, Voice
from reviewer.domain.spans import Span
from reviewer.exporters.annotated.annotated_docx import ANNOTATED
from tests.exporters.annotated.made import TEXT, annotated, any_annotated, one_of_each
from tests.exporters.docx_parts import Read, is_leftward, read, words_of
from tests.exporters.reports.made import HELD, SILENT
from tests.exporters.snapshots import unhurried

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_HOSTILE = '</w:t><w:fldSimple w:instr="x"/>]]>"\'&=cmd|'


def written(made: Annotated, voice: Voice = ENGLISH) -> bytes:
    target = BytesIO()
    ANNOTATED.write(made, target, SILENT, voice)
    return target.getvalue()


def seen(made: Annotated, voice: Voice = ENGLISH) -> Read:
    return read(written(made, voice))


def text_of(found: Read) -> str:
    """Return the words of the document itself."""
    lines = [
        words_of(one)
        for one in found.body.iter(f"{_W}p")
        if (style := one.find(f"{_W}pPr/{_W}pStyle")) is not None
        and style.get(f"{_W}val") in {"Words", "Line"}
    ]
    return "\n".join(lines)


def commented(found: Read) -> dict[str, str]:
    """Return the words under each comment, by its number."""
    open_now: list[str] = []
    words: dict[str, str] = {}
    for one in found.body.iter():
        number = one.get(f"{_W}id") or ""
        if one.tag == f"{_W}commentRangeStart":
            open_now.append(number)
            words[number] = ""
        elif one.tag == f"{_W}commentRangeEnd":
            open_now.remove(number)
        elif one.tag == f"{_W}t":
            for inside in open_now:
                words[inside] += one.text or ""
    assert open_now == []
    return words


def test_comments_lie_over_their_words_whatever_crosses_them() -> None:
    made = one_of_each()
    found = commented(seen(made))
    assert found["0"] == "Twelve people were hurt."
    assert found["1"] == found["2"] == "people were hurt.Nobody came"
    assert found["3"] == "زرویل پل"
    assert found["4"] == "hurt.Nobody came, he said.p. 3زرو"  # a page begins between
    assert "5" not in found


def test_comments_say_what_is_known_and_who_wrote_it() -> None:
    found = docx.Document(BytesIO(written(one_of_each())))
    first = next(iter(found.comments))
    assert first.author == "Noor"
    assert first.initials == "D1·1"
    assert first.paragraphs[0].text == "D1·1 · Allegation"
    told = "\n".join(one.text for one in first.paragraphs)
    for words in (
        "According to Army, as told by Courier in D1:",
        "(not confirmed)",
        "denied by D1·2",
        "Asma",
    ):
        assert words in told


@unhurried
@given(any_annotated())
def test_whatever_a_document_holds_it_is_whole_and_its_words_are_its_own(made: Annotated) -> None:
    found = seen(made)
    assert text_of(found) == made.text.replace("\x07", "\ufffd")
    for index, words in commented(found).items():
        place = made.places[int(index)]
        assert place is not None
        under = place.of(made.text).replace("\x07", "\ufffd")
        assert words == under.replace("\n", "").replace("\t", "")
    names = found.values("bookmarkStart", "name")
    numbers = found.values("bookmarkStart", "id")
    assert len(set(names)) == len(names)
    assert len(set(numbers)) == len(numbers)
    assert set(found.values("hyperlink", "anchor")) <= set(names)
    notes = found.values("comment", "id", "word/comments.xml")
    assert sorted(found.values("commentReference", "id")) == sorted(notes)
    styles = set(found.values("style", "styleId", "word/styles.xml"))
    assert set(found.values("rStyle", "val")) <= styles


def test_hostile_words_are_words() -> None:
    document = replace(HELD.document, title=_HOSTILE, language='x"><', publisher=_HOSTILE)
    held = replace(HELD, document=document)
    made = annotated(_HOSTILE, [Span(0, 9)], held=held, note=_HOSTILE)
    found = seen(made)
    assert text_of(found) == _HOSTILE
    assert found.values("fldSimple", "instr") == []
    assert found.values("lang", "val", "word/document.xml") == []
    assert _HOSTILE in "".join(words_of(one) for one in found.parts["word/comments.xml"])


def test_lines_are_numbered_by_the_word_processor_and_run_their_own_way() -> None:
    document = replace(HELD.document, language="ur")
    found = seen(replace(one_of_each(), held=replace(HELD, document=document)))
    paragraph = found.paragraph("فائرنگ")
    assert is_leftward(paragraph)
    assert set(found.values("lang", "bidi")) == {"ur"}
    assert found.values("pStyle", "val").count("Words") == 4
    assert found.values("pStyle", "val").count("Line") == 2
    assert found.values("rStyle", "val").count("Furniture") == 1


def test_a_passage_without_a_certain_place_is_told_behind_the_others() -> None:
    found = seen(one_of_each())
    lines = found.paragraphs
    assert lines.index("Place not certain") < lines.index("D1·6  Unknown")
    assert "D1·1 ↑  Allegation" in lines


def test_a_document_without_passages_says_so() -> None:
    found = seen(annotated(), Voice("ur", lambda said: said.sentence, leftward=True))
    assert "Nothing is tagged in this document yet." in found.paragraphs
    assert text_of(found) == TEXT
