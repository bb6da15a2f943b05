"""What a person should know of how a PDF was read: pages without text, letters out of order.

Letters are never put right here: what seems wrong may be what the page prints. It is said, and the
picture of the page shows what stands there.
"""

import re
from collections.abc import Iterator, Sequence

from reviewer.domain.incoming import Remark
from reviewer.domain.words import N_

_MOST_NAMED = 12  # pages that are named one by one
_FEWEST_WORDS = 30  # in Arabic letters before anything is said of them
_ARABIC_WORD = re.compile("[\u0620-\u064a\u066e-\u06d3\u06fa-\u06ff\ufb50-\ufdff\ufe70-\ufefc]+")
_TURNED_LAM_ALEF = re.compile("(?<![\u0620-\u06d3])[وفبكل]?\u0627[\u0623\u0625\u0622\u0627]\u0644")
_MOST_FRAGMENTS = 0.12  # of the words may be single letters, which hardly a word is
SCAN = N_(
    "“{name}” has no text: its pages are pictures, as a scanner makes them, or empty. To have "
    "their text recognised, install the program Tesseract (on Debian: tesseract-ocr, and for Urdu "
    "tesseract-ocr-urd), then import the file with recognition of text."
)
SCAN_TO_RECOGNISE = N_(
    "“{name}” has no text: its pages are pictures, as a scanner makes them, or empty. Import it "
    "with recognition of text; Tesseract is there for it."
)
WITHOUT_TEXT = N_("Pages without text, perhaps pictures of pages: {pages}.")


def without_text(pages: Sequence[int]) -> Iterator[Remark]:
    """Tell of pages without any text."""
    if pages:
        yield Remark(WITHOUT_TEXT, {"pages": _named(pages)})


def damaged(pages: Sequence[int]) -> Iterator[Remark]:
    """Tell of pages that could not be opened."""
    if pages:
        yield Remark(
            N_("Pages left out because the file is damaged there: {pages}."),
            {"pages": _named(pages)},
        )


def unknown(count: int) -> Iterator[Remark]:
    """Tell of characters of which the file does not say what they are."""
    if count:
        yield Remark(
            N_("Characters of which the file does not say what they are, shown as �: {count}."),
            {"count": count},
        )


def of_letters(text: str) -> Iterator[Remark]:
    """Tell of letters that seem to stand in another order than they are read in."""
    words = _ARABIC_WORD.findall(text)
    if len(words) < _FEWEST_WORDS:
        return
    single = sum(len(word) == 1 and word != "و" for word in words)
    if single > _MOST_FRAGMENTS * len(words):
        yield Remark(
            N_(
                "Most words fell into pieces, as in a PDF in Nastaliq letters, whose text no "
                "program can read well. Compare with the page before you quote."
            )
        )
    if turned := len(_TURNED_LAM_ALEF.findall(text)):
        yield Remark(
            N_(
                "Words in which alef seems to stand before lam, though it is read after it: "
                "{count}. They are left as the file has them; compare with the page."
            ),
            {"count": turned},
        )


def of_form(filled: int, hidden: int, *, unread: bool) -> Iterator[Remark]:
    """Tell where what is filled in in a form stands, and what of it was not read."""
    if filled:
        yield Remark(
            N_("Fields of its form that are filled in, each on a line behind its page: {count}."),
            {"count": filled},
        )
    if hidden:
        yield Remark(
            N_("Filled-in fields left out because the file hides them: {count}."),
            {"count": hidden},
        )
    if unread:
        yield Remark(N_("The file has a form: not all that is filled in there was read."))


def recognised(pages: Sequence[int]) -> Iterator[Remark]:
    """Tell of pages whose text was recognised."""
    if pages:
        yield Remark(
            N_(
                "Pages whose text was recognised in their pictures, so that letters may be wrong: "
                "{pages}. Compare with the page before you quote."
            ),
            {"pages": _named(pages)},
        )


def _named(pages: Sequence[int]) -> str:
    """Return page numbers as they are written in a list: ``2, 5–9``."""
    runs: list[list[int]] = []
    for page in pages:
        if runs and page == runs[-1][1] + 1:
            runs[-1][1] = page
        else:
            runs.append([page, page])
    named = [str(first) if first == last else f"{first}–{last}" for first, last in runs]
    return ", ".join(named[:_MOST_NAMED]) + (", …" if len(named) > _MOST_NAMED else "")
