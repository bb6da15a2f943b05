"""Protected names are replaced wherever they stand in whole words."""

from dataclasses import replace

import pytest

from reviewer.domain.actors import Actor, ActorKind
from reviewer.domain.edtf import WrittenDate
from reviewer.domain.exported import ExportedName, ExportedRecord
from reviewer.domain.protecting import Noticing, Protection
from reviewer.domain.spans import Span
from reviewer.domain.tags import RecordKind

SHIREEN = Actor(3, "u", "Shireen Kol", ActorKind.PERSON, protected=True, names=("S. Kol", "شیریں"))
OPEN = Actor(4, "v", "Army", ActorKind.ORGANISATION)


def test_every_name_of_a_protected_actor_becomes_its_number() -> None:
    hidden = Protection([SHIREEN, OPEN])
    assert (
        hidden.words("shireen\nKOL and S. Kol of the Army, شیریں")
        == "[A3] and [A3] of the Army, [A3]"
    )
    assert hidden.words("Shireen Kolar") == "Shireen Kolar"
    assert hidden.count() == 3
    assert Protection([OPEN]).count() == 0


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Jon Straße", "Jon Straße, JON STRASSE, jon strasse"),
        ("İlhan", "İlhan, ilhan, i̇lhan"),
        ("Ali", "Ali, Alı, ALİ"),
        ("Sıla", "Sıla, Sila"),
    ],
)
def test_letters_that_change_with_their_case_hide_no_name(name: str, text: str) -> None:
    hidden = Protection([replace(SHIREEN, name=name)])
    several = text.count(",") + 1
    assert hidden.words(text) == ", ".join(["[A3]"] * several)
    assert hidden.text(text).text == ", ".join(["[A3]"] * several)


def test_what_is_noted_of_a_protected_actor_is_left_out() -> None:
    told = replace(SHIREEN, note="The baker of the mill.")
    others = replace(OPEN, note="Arrested Shireen Kol.")
    hidden = Protection([told, others])
    assert hidden.of(told).note == ""
    assert hidden.of(others).note == "Arrested [A3]."


def test_protected_actors_that_are_named_are_noticed_and_nothing_is_changed() -> None:
    other = Actor(5, "w", "Noor", ActorKind.PERSON, protected=True, names=("S. Kol",))
    noticing = Noticing([SHIREEN, OPEN, other])
    assert noticing.of("The Army of Shireen Kolar") == "The Army of Shireen Kolar"
    assert noticing.named == 0
    told = replace(OPEN, note="Arrested shireen kol.")
    assert noticing.of(told) is told
    assert noticing.named == 1
    assert noticing.of("S. Kol, of whom there are two") == "S. Kol, of whom there are two"
    assert noticing.named == 2
    assert noticing.words("Noor") == "Noor"
    assert noticing.of(SHIREEN) is SHIREEN
    assert Noticing([OPEN]).words("Army") == "Army"


def test_names_are_found_however_deep_they_lie() -> None:
    record = ExportedRecord(
        RecordKind.FIGURE,
        {"event_date": WrittenDate("the day of Shireen Kol", "2019")},
        chain=(ExportedName("Shireen Kol", "she"),),
    )
    hidden = Protection([SHIREEN]).of(record)
    assert hidden.kind is RecordKind.FIGURE
    assert hidden.chain == (ExportedName("[A3]", "she"),)
    assert hidden.entered["event_date"] == WrittenDate("the day of [A3]", "2019")


def test_what_is_no_words_stays_as_it_is() -> None:
    hidden = Protection([SHIREEN]).of(SHIREEN)
    assert (hidden.id, hidden.kind, hidden.protected) == (3, ActorKind.PERSON, True)
    assert (hidden.name, hidden.names) == ("[A3]", ("[A3]", "[A3]"))
    record = ExportedRecord(RecordKind.FIGURE, {"low": 27, "high": None})
    assert Protection([SHIREEN]).of(record).entered == {"low": 27, "high": None}


def test_where_nobody_is_protected_nothing_is_touched() -> None:
    assert Protection([OPEN]).words("Army") == "Army"
    assert Protection([OPEN]).of(OPEN) is OPEN


def test_a_whole_text_keeps_its_lines_and_knows_where_its_places_are_now() -> None:
    text = "He met Shireen\nKol and S. Kol. She left."
    hidden = Protection([SHIREEN]).text(text)
    assert hidden.text == "He met [A3]\n and [A3]. She left."

    def now(words: str) -> str:
        start = text.index(words)
        return hidden.place(Span(start, start + len(words))).of(hidden.text)

    assert now("She left") == "She left"
    assert now("He met") == "He met"
    assert now("Shireen\nKol") == "[A3]\n"
    assert now("Kol and") == "[A3]\n and"
    assert now("met Shir") == "met [A3]\n"
    assert now("S. Kol.") == "[A3]."
    assert now("met ") == "met "
    assert hidden.at(0) == 0


def test_a_text_without_protected_names_is_itself() -> None:
    hidden = Protection([OPEN]).text("The Army")
    assert hidden.text == "The Army"
    assert hidden.place(Span(4, 8)) == Span(4, 8)
    assert Protection([SHIREEN]).text("The Army").text == "The Army"
