"""Who says something in a sentence."""

import pytest

from reviewer.domain.reading.clauses import clauses, name_in
from reviewer.domain.reading.plain_words import plain
from reviewer.domain.spans import Span


def speakers(text: str) -> list[str]:
    return [
        one.speaker.of(text) if one.speaker else ("own" if one.own else "he" * one.pronoun or "?")
        for one in clauses(plain(text))
    ]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The Minister said nobody came.", "The Minister"),
        ("The Interior Minister, Mr Hashir Zohmar, said so.", "Hashir Zohmar"),
        ("The Interior Minister, Mr Hashir Zohmar, who flew there, said so.", "Hashir Zohmar"),
        ("Hashir Zohmar, who flew there, said so.", "Hashir Zohmar"),
        ("Ms Teshkar later also said so.", "Teshkar"),
        ("Chairman Imran Dost disclosed that.", "Imran Dost"),
        ("The founder and leader of SHM Roshan Orveli said so.", "Roshan Orveli"),
        ("A spokesman for the corps said so.", "A spokesman for the corps"),
        ("A report of the JIT revealed that.", "A report of the JIT"),
        ("Residents said so.", "Residents"),
        ("Police said so.", "Police"),
        ("some online sources pointed out that", "some online sources"),
        ("“It was cold,” said Mr Varr.", "Varr"),
        ("“It was cold,” said the owner of the mill.", "the owner of the mill"),
        ("Gates were shut and the police said so.", "the police"),
        ("According to the report, it was shut.", "the report"),
        ("It was shut, according to Nilofar Teshkar.", "Nilofar Teshkar"),
        ("The Minister's charge that squads came is new.", "The Minister"),
        ("He said so.", "he"),
        ("Through his lawyer he denied it.", "he"),
        ("We say again that he came.", "own"),
        ("In our release we also said so.", "own"),
        ("The men who came to Tarvesh on foot and said so.", "?"),
        ("The ruling party—Tarvesh League said so.", "?"),
        ("SSP Malir, Karachi Varr said so.", "?"),
        ("A fifth said so.", "?"),
        ("Put before the Court said so.", "?"),
        ("On Monday said so.", "?"),
        ("These, said so.", "?"),
        (", said so.", "?"),
        ("which was shut said so.", "?"),
        (
            "Ministry officials, asked about it, said a statement would follow.",
            "Ministry officials",
        ),
        ("محاذ کے مطابق وہ آئے۔", "محاذ"),
        ("ترجمان نے کہا کہ وہ آئے۔", "ترجمان"),
        ("انہوں نے کہا کہ وہ آئے۔", "he"),
    ],
)
def test_a_speaker_is_read(text: str, speaker: str) -> None:
    assert speakers(text) == [speaker]


@pytest.mark.parametrize(
    "text",
    [
        "It is said to be cold.",
        "Their claims are new.",
        "The Front claimed responsibility.",
        "The Front claimed two more attacks.",
        "the gates were also reported shut",
        "It happened according to the plan.",
        "according to which it was",
        "According to 12 of them.",
        "نے کہا",
        "ایک دو تین چار پانچ چھ سات آٹھ نو دس گیارہ نے کہا",
        "کل آئے",
    ],
)
def test_where_nobody_speaks_there_is_no_clause(text: str) -> None:
    assert speakers(text) == []


def test_a_name_is_read_without_its_title() -> None:
    text = "by Mr Roshan Orveli"
    found = name_in(text, Span(3, len(text)))
    assert found
    assert found.of(text) == "Roshan Orveli"
    assert name_in("he", Span(0, 2)) is None
    assert name_in("gate", Span(0, 4)) is None
