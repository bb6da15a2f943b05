"""What an answer does."""

import pytest

from reviewer.domain.reading.plain_words import plain
from reviewer.domain.reading.responses import response_readings
from reviewer.domain.spans import Span


def read(text: str) -> dict[str, str]:
    found = list(response_readings(text, plain(text), Span(0, len(text))))
    assert all(one.span and one.span.of(text) for one in found)
    assert len({one.field for one in found}) == len(found)
    return {one.field: one.value for one in found}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("He denied that any exit was locked.", "deny_act"),
        ("No one was killed in the search.", "deny_act"),
        ("The Army rejects these charges.", "deny_act"),
        ("The charge is rejected.", "deny_act"),
        ("وزارت نے تردید کی", "deny_act"),
        ("The League had no role in it.", "deny_responsibility"),
        ("It was not us.", "deny_responsibility"),
        ("He denied involvement.", "deny_responsibility"),
        ("We withdraw what we said.", "retraction"),
        ("The charges were retracted by the Army.", "retraction"),
        ("The Front accepted responsibility.", "accept_responsibility"),
        ("He regrets the deaths.", "accept_responsibility"),
        ("He would not comment.", "no_comment"),
        ("The Ministry declined to comment.", "no_comment"),
        ("The talk is baseless.", "dismissal"),
        ("A bundle of inventions.", "dismissal"),
        ("The League distances itself from him.", "dissociation"),
        ("He lost his life in a quarrel.", "alternative_explanation"),
        ("Why was it not shown before?", "rhetorical_question"),
        ("It rained.", ""),
        ("We withdraw nothing, and deny it.", ""),
    ],
)
def test_the_kind_is_told_by_its_words(text: str, kind: str) -> None:
    assert read(text).get("response_kind", "") == kind


def test_a_blanket_rejection_is_whole_and_strong() -> None:
    found = read("SHM categorically denies all the fabricated charges made by the Minister.")
    assert found == {
        "response_kind": "deny_act",
        "strength_cue": "categorically",
        "scope": "whole",
        "what_is_denied": "all the fabricated charges made by the Minister",
    }


@pytest.mark.parametrize(
    ("text", "scope", "denied"),
    [
        ("The allegation of receiving arms is denied.", "part", "The allegation of receiving arms"),
        ("He denied that any exit was locked.", "part", "any exit was locked"),
        ("The party denies sending men.", "", "sending men"),
        ("It denies any claims of arson.", "part", "any claims of arson"),
        ("It denies any claims.", "whole", "any claims"),
        ("It denies all the charges made by the Minister of arms.", "whole", None),
        ("The charge of arson is denied, and all the other charges.", "", "The charge of arson"),
        ("He denied that it rained; she denied that it snowed.", "part", ""),
    ],
)
def test_what_is_denied_and_how_much_is_read(text: str, scope: str, denied: str | None) -> None:
    found = read(text)
    assert found.get("scope", "") == scope
    assert denied is None or found.get("what_is_denied", "") == denied
