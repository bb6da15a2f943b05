"""What a reader in another process sends is made into what it should be, or into nothing."""

import json
import os
import pickle
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typing_extensions import override

from reviewer.domain.errors import Unreadable
from reviewer.domain.incoming import Enclosed, Incoming, LeftOut, Reading, Remark
from reviewer.domain.interchange import Brought, Doubt, GivenRow
from reviewer.domain.reading.captures import Rule
from reviewer.domain.spans import Span
from reviewer.importers import guarded
from reviewer.importers.guarded import Packer, Unpacker, Wish, answer, beat
from tests.builders import an_incoming


@pytest.fixture(autouse=True)
def no_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave this process the time it has."""
    monkeypatch.setattr(guarded, "_let_run", lambda _patience: None)


class Heard:
    """The other end of a line."""

    def __init__(self) -> None:
        self.parts: list[bytes] = []

    def send_bytes(self, buf: bytes, /) -> None:
        self.parts.append(buf)

    def recv_bytes(self) -> bytes:
        raise EOFError


def answered(wish: Wish) -> list[bytes]:
    heard = Heard()
    answer(wish, heard)
    return heard.parts


def test_whoever_waits_for_a_large_file_is_told_that_its_reading_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(guarded, "SECONDS_BETWEEN_BEATS", 0.0)
    marked = '<PlainTextSelection startPosition="0" endPosition="3"/>' * 500
    source = f"<TextSource><PlainTextContent>One</PlainTextContent>{marked}</TextSource>"
    file = tmp_path / "study.qde"
    file.write_text(f"<Project><Sources>{source}</Sources></Project>", "utf-8")
    kinds = [part[:1] for part in answered(Wish(file, file.name, as_work=True))]
    assert kinds.index(guarded.GIVEN) > 1_000
    assert set(kinds[:1_000]) == {guarded.BEAT}
    assert kinds[-1] == guarded.ENDED


def test_whoever_waits_for_many_files_is_told_of_each(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(guarded, "SECONDS_BETWEEN_BEATS", 0.0)
    for number in range(30):
        (tmp_path / f"{number}.txt").write_text("The army said so.", "utf-8")
        (tmp_path / f"{number}.ann").write_text("T1\tActor 4 8\tarmy\n", "utf-8")
    kinds = [part[:1] for part in answered(Wish(tmp_path, "study", as_work=True))]
    assert kinds.index(guarded.GIVEN) == kinds.count(guarded.BEAT) == 60


def full() -> Incoming:
    return replace(
        an_incoming("One page."),
        readings=(Reading("title", "One", "One", Span(0, 3), Rule.HEADING),),
        remarks=(Remark("{count} lost", {"count": 3}),),
    )


@pytest.mark.parametrize(
    "found",
    [
        full(),
        Enclosed("a.txt", b"Words", attached=True),
        LeftOut("b.pdf", Unreadable("“{name}” is locked.", name="b.pdf")),
    ],
)
def test_what_was_found_comes_out_as_it_went_in(found: Incoming | Enclosed | LeftOut) -> None:
    again = Unpacker().taken(Packer().pack(found))
    assert repr(again) == repr(found)


def test_an_original_that_many_share_goes_out_once() -> None:
    packer, unpacker = Packer(), Unpacker()
    data = os.urandom(50_000)
    rows = [replace(an_incoming(f"Row {n}.", original=data), part=f"row {n}") for n in range(5)]
    packed = [packer.pack(row) for row in rows]
    assert [len(one) > 50_000 for one in packed] == [True, False, False, False, False]
    assert [unpacker.taken(one) for one in packed] == rows


def test_a_problem_comes_out_in_words() -> None:
    problem = Unreadable("“{name}”: {reason}, {count}", name="a", reason=OSError("no"), count=3)
    again = Unpacker().problem(Packer().pack(problem))
    assert type(again) is Unreadable
    assert (str(again), again.values) == (
        "“a”: no, 3",
        {"name": "a", "reason": "no", "count": 3},
    )


class Runs:
    """What a stranger would like to be made of his bytes."""

    @override
    def __reduce__(self) -> tuple[object, ...]:
        return os.mkdir, ("made",)


@pytest.mark.parametrize(
    "sent",
    [Runs(), [Runs()], Path("a"), 4, None, {"a": an_incoming}, Rule, Unreadable("no")],
    ids=repr,
)
def test_anything_else_is_refused_unmade(
    sent: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(ValueError, match=r".*"):
        Unpacker().taken(pickle.dumps(sent))
    assert list(tmp_path.iterdir()) == []


def test_a_problem_must_be_one() -> None:
    with pytest.raises(ValueError, match="Enclosed"):
        Unpacker().problem(pickle.dumps(Enclosed("a", b"")))


@pytest.mark.parametrize(
    "name", ["os.system", "text.normalise", "errors.re", "incoming.StrEnum", "text.re.compile"]
)
def test_nothing_is_reached_through_our_own_modules(name: str) -> None:
    module, _, rest = name.partition(".")
    reached = f"\x80\x04\x8c\x80reviewer.domain.{module}".encode("latin-1")
    asked = b"\x80\x04" + _word(f"reviewer.domain.{module}") + _word(rest) + b"\x93."
    assert reached
    with pytest.raises(ValueError, match=r".*"):
        Unpacker().taken(asked)


def _word(words: str) -> bytes:
    return b"\x8c" + bytes([len(words)]) + words.encode()


@given(st.binary(max_size=200) | st.lists(st.integers(0, 10_000)).map(lambda at: _changed(at)))  # noqa: PLW0108 - it is written below
def test_bytes_of_any_kind_are_made_into_what_they_should_be_or_refused(packed: bytes) -> None:
    try:
        found = Unpacker().taken(packed)
    except ValueError:
        return
    assert isinstance(found, Incoming | Enclosed | LeftOut)


def _changed(places: list[int]) -> bytes:
    packed = bytearray(Packer().pack(full()))
    for place in places:
        packed[place % len(packed)] ^= 1 + place % 255
    return bytes(packed)


def test_a_wish_is_answered_piece_by_piece_and_ended(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("One page.")
    for wish in (Wish(file, "a.txt"), Wish(b"One page.", "a.txt")):
        page, ended = answered(wish)
        found = Unpacker().taken(page[1:])
        assert isinstance(found, Incoming)
        assert (page[:1], found.text, ended) == (guarded.TAKEN, "One page.", guarded.ENDED)


def test_a_refusal_a_fault_and_a_want_of_memory_end_an_answer(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    (refused,) = answered(Wish(b"", "a.txt"))
    assert "is empty" in str(Unpacker().problem(refused[1:]))

    def fails(fault: BaseException) -> Iterator[bytes]:
        def take(*_: object, **__: object) -> Iterator[bytes]:
            raise fault
            yield b""

        monkeypatch.setattr("reviewer.importers.take_bytes", take)
        return iter(answered(Wish(b"x", "a.txt")))

    assert next(fails(MemoryError())) == guarded.NO_MEMORY
    told = next(fails(ZeroDivisionError("a word of the file")))
    assert told.startswith(guarded.FAULT + b"ZeroDivisionError")
    assert b"test_guarded" in told
    assert b"word" not in told


def test_beats_go_out_now_and_then(monkeypatch: pytest.MonkeyPatch) -> None:
    moments = iter([0.0, 0.1, 0.6, 0.6, 0.7, 1.2, 1.2])
    monkeypatch.setattr("reviewer.importers.guarded.time.monotonic", lambda: next(moments))
    monkeypatch.setattr(guarded, "_alive", guarded._nothing)
    beat()
    heard = Heard()
    guarded._beating_on(heard, 10)
    for _ in range(4):
        beat()
    assert heard.parts == [guarded.BEAT] * 2


@pytest.mark.parametrize(
    "found",
    [
        GivenRow({"row": "tag", "name": "Harm"}),
        [GivenRow([("row", "tag")])],  # type: ignore[arg-type]
        [Doubt("{count} lost", 3)],  # type: ignore[arg-type]
        [Brought("a", "words")],  # type: ignore[arg-type]
        ["words"],
    ],
)
def test_work_of_another_program_is_what_it_should_be_or_nothing(found: object) -> None:
    with pytest.raises(ValueError, match=r"list|GivenRow"):
        Unpacker().given(pickle.dumps(found))


def test_rows_of_work_come_by_the_hundred_and_long_documents_by_few(tmp_path: Path) -> None:
    texts = ("The army said so. " * 8_000, "The army denied it. " * 8_000, "The army left.")
    lines = ({"text": text, "label": [[4, 8, "Actor"]] * 150} for text in texts)
    file = tmp_path / "study.jsonl"
    file.write_text("\n".join(map(json.dumps, lines)), "utf-8")
    parts = [
        Unpacker().given(part[1:])
        for part in answered(Wish(file, file.name, as_work=True))
        if part[:1] == guarded.GIVEN
    ]
    kinds = [Counter(type(one) for one in part) for part in parts]
    assert kinds[0] == {Brought: 2}
    assert [(kind[Brought], kind[GivenRow]) for kind in kinds[1:3]] == [(1, 199), (0, 200)]


@pytest.mark.parametrize("reader", ["", "doccano"])
def test_work_is_read_by_whom_it_is_said_to_be_for_or_by_whom_knows_it(
    reader: str, tmp_path: Path
) -> None:
    file = tmp_path / "study.jsonl"
    file.write_text(json.dumps({"text": "The army said so.", "label": [[4, 8, "Actor"]]}), "utf-8")
    (brought, row) = Wish(file, file.name, as_work=True, reader=reader).given()
    assert isinstance(brought, Brought)
    assert isinstance(row, GivenRow)


def test_work_is_not_read_by_another_than_it_is_said_to_be_for(tmp_path: Path) -> None:
    file = tmp_path / "study.jsonl"
    file.write_text(json.dumps({"text": "The army said so.", "label": [[4, 8, "Actor"]]}), "utf-8")
    with pytest.raises(Unreadable, match="brat"):
        list(Wish(file, file.name, as_work=True, reader="brat").given())
