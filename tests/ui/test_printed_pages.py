"""Pages printed to PDF: what is copied out of them is what was written."""

import re

import pypdfium2
import pytest

from reviewer.ui.printed_pages import printed

WRITTEN = {
    "Latin": "Twelve people were hurt, “he said”; it’s an office, 27–30.",
    "Arabic": "قال المتحدث إن اثني عشر شخصا أصيبوا، ولم يقتل أحد في الإسلام آباد.",
    "Urdu": "زرویل پل پر فائرنگ سے ۲۵ افراد ہلاک ہوئے، ڈیڑھ لاکھ ٹھنڈے گھوڑے، ژالہ باری (۱۱)۔",
    "Persian": "گزارش چاپ شد که ۲۷ نفر کشته شدند؛ پژوهش",
}


def text_of(data: bytes) -> str:
    document = pypdfium2.PdfDocument(data)
    words = " ".join(page.get_textpage().get_text_range() for page in document)
    return re.sub(r"\s+", " ", words)


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("script", WRITTEN)
@pytest.mark.parametrize("heavy", [False, True])
def test_words_are_copied_as_they_were_written(script: str, heavy: bool) -> None:
    words = WRITTEN[script]
    turned = "ltr" if script == "Latin" else "rtl"
    style = (
        "font-family: 'Reviewer Sans', 'Reviewer Naskh Print';"
        f"font-weight: {'bold' if heavy else 'normal'}"
    )
    data = printed(f'<body><p dir="{turned}" style="{style}">{words}</p></body>')
    assert words in text_of(data)


@pytest.mark.usefixtures("qapp")
def test_every_page_has_its_title_and_its_number() -> None:
    data = printed("<title>Tannery Road</title><body>" + "<p>line</p>" * 200 + "</body>")
    document = pypdfium2.PdfDocument(data)
    assert len(document) > 2
    for number, page in enumerate(document, 1):
        found = " ".join(page.get_textpage().get_text_range().split())
        assert f"Tannery Road {number}" in found


@pytest.mark.usefixtures("qapp")
def test_what_is_added_goes_on_where_the_last_ended() -> None:
    def body(words: str) -> str:
        return f"<body>{''.join(f'<p>{words}{line}</p>' for line in range(30))}</body>"

    several = pypdfium2.PdfDocument(printed(body("one"), body("two"), body("three")))
    alone = pypdfium2.PdfDocument(printed(body("one") + body("two") + body("three")))
    assert len(several) == len(alone)
    pages = [page.get_textpage().get_text_range() for page in several]
    assert "one29" in pages[0]
    assert "two0" in pages[0]
    assert sum("three29" in page for page in pages) == 1
