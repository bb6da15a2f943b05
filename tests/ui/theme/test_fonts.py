"""The shipped faces load, cover the scripts and are the ones that draw."""

import pytest
from PySide6.QtGui import QFont, QFontInfo, QFontMetricsF, QRawFont, QTextLayout

from reviewer.environment import resources
from reviewer.ui.theme.fonts import (
    NASKH,
    NASTALIQ,
    SANS,
    SERIF,
    arabic_font,
    interface_font,
    load_fonts,
    reading_font,
)

pytestmark = pytest.mark.usefixtures("qapp")

FOLDER = resources.find("fonts")
URDU = "آابپتٹثجچحخدڈذرڑزژسشصضطظعغفقکگلمنںوہۂۃھءیئےۓؤ،؛؟۔٪۰۱۲۳۴۵۶۷۸۹ًٌٍَُِّْٰٔ"
ARABIC = "ابتثجحخدذرزسشصضطظعغفقكلمنهويىةءآأؤإئ،؛؟٠١٢٣٤٥٦٧٨٩ًٌٍَُِّْـ"
LATIN_1 = "".join(map(chr, [*range(0x20, 0x7F), *range(0xA0, 0x100)])).replace("\xad", "")
READING_MARKS = "ĀāČčĐđĞğİıŁłŃńŐőŘřŞşŠšŪūŻżŽžǧḤḥṢṣṬṭẒẓʿʾ‘’‚“”„‹›–—…·•←→€№"


def _face(name: str) -> QRawFont:
    face = QRawFont(str(FOLDER / f"{name}.ttf"), 16)
    assert face.isValid()
    return face


def _drawn_by(text: str, font: QFont) -> list[str]:
    """Return the families that draw ``text``, in the order they are used."""
    layout = QTextLayout(text, font)
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    return [run.rawFont().familyName() for run in layout.glyphRuns()]


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("ReviewerNastaliq-Regular", URDU),
        ("ReviewerNaskh-Regular", URDU + ARABIC),
        ("ReviewerNaskh-Bold", URDU + ARABIC),
        ("ReviewerNaskhPrint-Regular", URDU + ARABIC),
        ("ReviewerNaskhPrint-Bold", URDU + ARABIC),
        ("ReviewerSans-Regular", LATIN_1 + READING_MARKS),
        ("ReviewerSans-Medium", LATIN_1 + READING_MARKS),
        ("ReviewerSans-Bold", LATIN_1 + READING_MARKS),
        ("ReviewerSerif-Regular", LATIN_1 + READING_MARKS),
        ("ReviewerSerif-Italic", LATIN_1 + READING_MARKS),
        ("ReviewerSerif-Bold", LATIN_1 + READING_MARKS),
    ],
)
def test_a_face_has_every_letter_it_is_there_for(name: str, letters: str) -> None:
    face = _face(name)
    assert [letter for letter in letters if not face.supportsCharacter(ord(letter))] == []


def test_the_families_are_known_to_qt_under_our_own_names() -> None:
    assert {SANS, SERIF, NASTALIQ, NASKH} <= load_fonts()
    assert QFontInfo(interface_font()).family() == SANS
    assert QFontInfo(reading_font()).family() == SERIF


@pytest.mark.parametrize("weight", [QFont.Weight.Normal, QFont.Weight.Medium, QFont.Weight.Bold])
def test_each_weight_of_the_interface_is_a_drawing_of_its_own(weight: QFont.Weight) -> None:
    load_fonts()
    named = {QFont.Weight.Normal: "Regular", QFont.Weight.Medium: "Medium"}
    assert QRawFont.fromFont(interface_font(weight=weight)).styleName() == named.get(weight, "Bold")


def test_an_urdu_document_is_drawn_in_nastaliq_and_its_latin_words_in_the_serif() -> None:
    load_fonts()
    assert set(_drawn_by("اسکول", reading_font(language="ur-PK"))) == {NASTALIQ}
    assert set(_drawn_by("UNICEF", reading_font(language="ur"))) == {SERIF}


def test_an_arabic_document_is_drawn_in_naskh() -> None:
    load_fonts()
    assert set(_drawn_by("المدرسة", arabic_font("ar"))) == {NASKH}
    assert set(_drawn_by("المدرسة", reading_font(language="ar_EG"))) == {NASKH}


def test_urdu_words_in_a_latin_document_are_nastaliq_and_in_a_list_naskh() -> None:
    load_fonts()
    assert NASTALIQ in _drawn_by("He said ہاں and left", reading_font(language="en"))
    assert NASKH in _drawn_by("انٹرویو", interface_font())


def test_the_nastaliq_is_drawn_larger_than_its_size_so_that_one_size_serves_a_line() -> None:
    assert _face("ReviewerNastaliq-Regular").unitsPerEm() == pytest.approx(1000 / 1.45, abs=1)
    assert arabic_font("ur", 20).pixelSize() == 20


def test_digits_in_a_column_have_one_width() -> None:
    load_fonts()
    column = QFontMetricsF(interface_font(tabular=True))
    assert column.horizontalAdvance("1111") == column.horizontalAdvance("8888")
    running = QFontMetricsF(interface_font())
    assert running.horizontalAdvance("1111") < running.horizontalAdvance("8888")


def test_each_family_has_its_licence_beside_it_and_all_stay_small() -> None:
    files = list(FOLDER.glob("*.ttf"))
    for family in {path.stem.partition("-")[0] for path in files}:
        licence = FOLDER / f"OFL-{family.replace('Reviewer', 'Reviewer-')}.txt"
        assert "SIL OPEN FONT LICENSE" in licence.read_text(encoding="utf-8")
    assert sum(path.stat().st_size for path in files) < 3_000_000
