"""What a person is told of how a PDF was read."""

import pytest

from reviewer.importers.paged import pdf_doubts

URDU = "صوبائی ترجمان نے جمعرات کی شام اس الزام کی تردید کی کہ فوجیوں نے مظاہرین پر فائرنگ کی۔ " * 3
PIECES = "صو با ئی تر جما ن نے جمعر ا ت کی شا م ا س ا لز ا م کی تر د ید کی کہ فو جیو ں نے " * 3


def told(text: str) -> list[str]:
    return [one.message for one in pdf_doubts.of_letters(text)]


def test_whole_words_raise_no_doubt() -> None:
    assert told(URDU) == []
    assert told("Nothing here is in Arabic letters, but there are many words of it. " * 9) == []


def test_words_in_pieces_are_told() -> None:
    (message,) = told(PIECES)
    assert "Nastaliq" in message


def test_alef_before_lam_is_told_and_counted() -> None:
    (remark,) = pdf_doubts.of_letters(URDU + "قال اإلعالم إن األمن")
    assert remark.values == {"count": 2}


@pytest.mark.parametrize(
    ("pages", "named"),
    [([2], "2"), ([2, 3], "2–3"), ([1, 3, 4, 5, 9], "1, 3–5, 9"), (list(range(1, 60, 2)), "23, …")],
)
def test_pages_are_named_as_in_a_list(pages: list[int], named: str) -> None:
    (remark,) = pdf_doubts.without_text(pages)
    assert str(remark.values["pages"]).endswith(named)


def test_nothing_is_told_where_nothing_is_the_matter() -> None:
    assert [*pdf_doubts.damaged([]), *pdf_doubts.recognised([]), *pdf_doubts.unknown(0)] == []
    assert list(pdf_doubts.of_form(0, 0, unread=False)) == []
