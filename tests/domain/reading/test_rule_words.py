"""Every rule that reads something can be named in words."""

import pytest

from reviewer.domain.allegations import Wording
from reviewer.domain.reading import rule_words as told
from reviewer.domain.reading.acts import _PATTERNS
from reviewer.domain.reading.harms import Form
from reviewer.domain.reading.number_tables import default_table
from reviewer.domain.reading.quantities import Basis
from reviewer.domain.reading.records import read_record
from reviewer.domain.reading.rule_words import rule_words
from reviewer.domain.sentences import sentences
from reviewer.domain.spans import Span
from reviewer.domain.tags import RecordKind
from reviewer.environment.resources import seed

UNKNOWN = "a rule that this version of the program does not know"
KINDS = (RecordKind.FIGURE, RecordKind.ALLEGATION, RecordKind.RESPONSE)


@pytest.mark.parametrize(
    "rule",
    [
        *(f"number.{one}" for one in Basis),
        *(f"harm.{one}" for one in Form),
        *(f"accused.{one}" for one in _PATTERNS),
        *(f"wording.{one}" for one in Wording if one not in (Wording.NONE, Wording.ASSERTED)),
    ],
)
def test_every_rule_of_a_closed_list_has_words_of_its_own(rule: str) -> None:
    words = rule_words(rule)
    assert words != UNKNOWN
    assert list(told._WORDS.values()).count(words) == 1


def test_every_rule_that_reads_something_in_the_sample_has_words() -> None:
    met = set()
    for path in sorted(seed("sample").iterdir()):
        text = path.read_text("utf-8", "replace")
        for sentence in sentences(text, Span(0, len(text))):
            for kind in KINDS:
                met |= {one.rule for one in read_record(kind, text, sentence, default_table())}
    assert {rule for rule in met if rule_words(rule) == UNKNOWN} == set()
    assert len(met) > 30


def test_kinds_of_act_and_of_answer_share_their_words() -> None:
    assert rule_words("act.killing") == rule_words("act.torture")
    assert rule_words("response.retraction") != rule_words("response.denied")


@pytest.mark.parametrize("rule", ["", "number", "a.rule.of.tomorrow"])
def test_a_rule_of_another_version_is_said_to_be_unknown(rule: str) -> None:
    assert rule_words(rule) == UNKNOWN
