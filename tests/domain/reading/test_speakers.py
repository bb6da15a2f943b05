"""Who says so, from the page back to the speaker."""

import pytest

from reviewer.domain.reading.plain_words import plain
from reviewer.domain.reading.speakers import Place, chain
from reviewer.domain.sentences import sentence_around
from reviewer.domain.spans import Span


def told(text: str, passage: str = "") -> list[tuple[str, str]] | None:
    at = text.index(passage) if passage else 0
    span = Span(at, at + len(passage or text))
    found = chain(Place(text, plain(text), sentence_around(text, span), span))
    return [(one.printed, one.hedge) for one in found.members] if found else None


@pytest.mark.parametrize(
    ("text", "passage", "expected"),
    [
        ("At least 27 party workers were arrested", "", [("", "")]),
        ("The Minister said that 27 men were held.", "27 men were held", [("The Minister", "")]),
        ("The Minister said that 27 men were held.", "", [("The Minister", "")]),
        ("27 men were held, the police said on Monday.", "27 men were held", [("the police", "")]),
        ("27 men were held, the police said.", "", [("the police", "")]),
        ("Nobody was held, the ISPR said in a statement.", "", [("ISPR", "")]),
        (
            "“Nobody was held in the raid,” the army spokesman, Colonel Varr, said.",
            "Nobody was held",
            [("Colonel Varr", "")],
        ),
        ("“Nobody was held in the raid,” it had been told before, Varr said.", "", None),
        (
            "Teshkar said that the police told that 27 men were held.",
            "27 men",
            [("Teshkar", ""), ("the police", "")],
        ),
        ("41 men are believed to have been shot.", "", [("", "are believed to")]),
        ("27 men were reportedly held.", "", [("", "reportedly")]),
        ("Teshkar said 27 men were allegedly held.", "27 men", [("Teshkar", "allegedly")]),
        ("“27 men were held,” said Mr Varr.", "27 men were held", [("Varr", "")]),
        ("“27 men were held,” said Mr Varr.", "“27 men were held,”", [("Varr", "")]),
        ("Mr Varr said: “27 men were held. Nobody came.”", "Nobody came", [("Varr", "")]),
        ("Mr Varr came. He said 27 men were held.", "27 men were held", None),
        (
            "Mr Varr said it rained. He said 27 men were held.",
            "27 men were held",
            [("Varr", "")],
        ),
        (
            "Mr Varr said it rained. Ms Orvel said it did not. He said 27 men were held.",
            "27 men were held",
            None,
        ),
        ("The report said it rained. He said 27 men were held.", "27 men", None),
        ("The wardens arrested 27 men.", "", None),
        ("We know that 27 men were held.", "", None),
        ("We say that 27 men were held.", "27 men", None),
        ("“27 men were held,” we said.", "27 men were held", None),
        ("“27 men were held.” It rained.", "27 men were held", None),
        ("27 men were held, “and so it was", "so it was", None),
        ("Police said seven men died; the Ministry says 9 men died.", "", None),
        ("SHM denied it, SHM rejects and denies the rest, and so on.", "and so on", [("SHM", "")]),
        (
            "SHM denied what was said of it then and later and again, SHM rejects all of it.",
            "SHM rejects all of it",
            [("SHM", "")],
        ),
        ("Police said 7 died; 9 men were held.", "9 men were held", [("", "")]),
        ("Teshkar said it, and 27 men were held, the police said.", "27 men were held", None),
        ("Teshkar said it rained and the police said 27 men were held.", "27 men", None),
        ("A fifth said 27 men were held.", "27 men", None),
        ("محاذ کے مطابق ۲۷ کارکن گرفتار ہوئے۔", "۲۷ کارکن گرفتار", [("محاذ", "")]),
        ("۲۷ کارکن گرفتار ہوئے۔", "", [("", "")]),
    ],
)
def test_a_chain_is_read(text: str, passage: str, expected: list[tuple[str, str]] | None) -> None:
    assert told(text, passage) == expected
