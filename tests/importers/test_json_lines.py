"""Our own JSON Lines, line by line."""

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reviewer.domain.project_lines import AddedWords, Line, PassageLine, Refused
from reviewer.importers.json_lines import lines as read


def line(**values: object) -> bytes:
    wanted: dict[str, object] = {"document": "a.txt", "tag": "Denial", "start": 0, "end": 5}
    return json.dumps(wanted | values).encode() + b"\n"


def only(*lines: bytes) -> Line | Refused:
    (found,) = read(lines)
    return found


def reason(given_line: bytes) -> str:
    found = only(given_line)
    assert isinstance(found, Refused)
    return str(found.problem)


def test_a_line_says_document_place_tag_and_note() -> None:
    found = only(line(quote="Fünf", note=" mine ", other="passed over"))
    assert found == PassageLine(1, "", ("a.txt",), "Denial", 0, 5, "Fünf", AddedWords("mine"))


def test_a_line_may_say_it_in_plain_words_and_in_another_language() -> None:
    given = {"statement": " They say five. ", "translation": "five", "translator": "Asma"}
    found = only(line(**given, translation_language="en"))
    assert isinstance(found, PassageLine)
    assert (found.words.statement, found.words.translation) == ("They say five.", "five")
    assert (found.words.translation_language, found.words.translator) == ("en", "Asma")
    assert reason(line(translation=" ", translator="Asma")) == (
        "There is “translator”, but no “translation”."
    )
    assert reason(line(statement=5)) == "“statement” is not a text."


def test_lines_are_counted_from_one_and_blank_ones_count() -> None:
    found = list(read([line(), b"\n", b"  \r\n", b"nonsense\n", line()]))
    assert [one.number for one in found] == [1, 4, 5]
    assert [type(one) for one in found] == [PassageLine, Refused, PassageLine]


def test_a_byte_order_mark_at_the_head_is_dropped() -> None:
    assert isinstance(only(b"\xef\xbb\xbf" + line()), PassageLine)


def test_a_byte_order_mark_further_down_is_no_json() -> None:
    assert [type(one) for one in read([line(), b"\xef\xbb\xbf" + line()])] == [PassageLine, Refused]


def test_null_is_as_if_it_were_not_there() -> None:
    found = only(line(start=None, end=None, quote="x", note=None))
    assert found == PassageLine(1, "", ("a.txt",), "Denial", None, None, "x")


def test_a_name_that_no_tag_can_have_is_said_of_its_line() -> None:
    assert "201 characters" in reason(line(tag="x" * 201))
    assert reason(line(tag="\u0001")) == "A tag needs a name."
    found = only(line(tag="Night\u0001raid"))
    assert isinstance(found, PassageLine)
    assert found.tag == "Night raid"


@pytest.mark.parametrize(
    ("key", "longest"),
    [
        ("note", 100_000),
        ("statement", 10_000),
        ("translation", 100_000),
        ("translation_language", 200),
        ("translator", 200),
    ],
)
def test_words_that_are_too_long_are_said_of_their_line(key: str, longest: int) -> None:
    values = {"translation": "پل", key: "x" * longest}
    assert isinstance(only(line(**values)), PassageLine)
    values[key] += "x"
    assert f"{longest + 1} characters; at most {longest} fit" in reason(line(**values))


def test_a_tag_s_spaces_are_single() -> None:
    found = only(line(tag="  Casualty \t figure "))
    assert isinstance(found, PassageLine)
    assert found.tag == "Casualty figure"


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"document": None}, "“document” is missing"),
        ({"checked_by": "Lina", "checked_at": "yesterday"}, "a moment is written as 2026-03-14"),
        ({"checked_by": "Lina", "checked_at": "2026-03-14T09:00:00"}, "a moment is written as"),
        ({"checked_by": "L", "checked_at": "0001-01-01T00:00:00+23:00"}, "a moment is written as"),
        ({"document": ""}, "“document” is missing"),
        ({"tag": " \n"}, "“tag” is missing"),
        ({"document": 7}, "“document” is not a text"),
        ({"tag": ["Denial"]}, "“tag” is not a text"),
        ({"start": None}, "go together"),
        ({"end": None}, "go together"),
        ({"start": None, "end": None}, "does not say where"),
        ({"start": None, "end": None, "quote": ""}, "does not say where"),
        ({"start": "0"}, "“start” is not a whole number"),
        ({"start": True}, "“start” is not a whole number"),
        ({"end": 5.0}, "“end” is not a whole number"),
        ({"note": "\ud83d"}, "“note” holds half a character"),
        ({"document": "\udcff"}, "“document” holds half a character"),
    ],
)
def test_what_a_line_lacks_is_said(values: dict[str, object], words: str) -> None:
    assert words in reason(line(**values))


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (b"{", "not JSON: "),
        (b'{"document": "a"} x', "at character 19"),
        (b"[1]", "not an object"),
        (b'"a"', "not an object"),
        (b"\xff\xfe{", "not UTF-8"),
        (b'{"start": ' + b"9" * 5000 + b"}", "not JSON that can be read"),
        (b"[" * 100_000, "not JSON"),
    ],
)
def test_what_is_no_json_is_said(raw: bytes, words: str) -> None:
    assert words in reason(raw)


@given(st.lists(st.binary(max_size=40)))
def test_no_bytes_at_all_are_a_fault_of_ours(lines: list[bytes]) -> None:
    numbers = [one.number for one in read(lines)]
    assert numbers == sorted(set(numbers))


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.just("a"), inner),
    max_leaves=3,
)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.fixed_dictionaries(
        {}, optional=dict.fromkeys(("document", "tag", "start", "end", "quote", "note"), anything)
    )
)
def test_whatever_stands_in_a_line_is_a_line_or_a_sentence(values: dict[str, object]) -> None:
    found = only(json.dumps(values).encode())
    assert isinstance(found, PassageLine) or (isinstance(found, Refused) and str(found.problem))
