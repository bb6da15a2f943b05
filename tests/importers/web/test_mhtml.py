"""A page saved as one file is found among what was saved with it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewer.domain.errors import Unreadable
from reviewer.domain.incoming import EncodingBasis, Incoming
from reviewer.importers import take_bytes
from reviewer.importers.originals import restore
from tests.importers.pages import article, page, read_as, taken

MAIN = page(f"<h1>A raid in the old town</h1>{article()}")
FRAME = page("<p>Buy a new car today.</p>")


def part(kind: str, content: bytes, *head: str) -> bytes:
    lines = "".join(f"{line}\r\n" for line in (f"Content-Type: {kind}", *head))
    return b"--edge\r\n" + lines.encode() + b"\r\n" + content + b"\r\n"


def archive(*parts: bytes, head: str = "", kind: str = "") -> bytes:
    first = (
        f"From: <Saved by Blink>\r\n{head}MIME-Version: 1.0\r\n"
        f'Content-Type: multipart/related; type="text/html"; boundary="edge"{kind}\r\n\r\n'
    )
    return first.encode() + b"".join(parts) + b"--edge--\r\n"


WHERE = "Snapshot-Content-Location: https://paper.example/raid\r\n"
WHEN = "Date: Sat, 14 Nov 2020 10:00:05 GMT\r\n"
GOOD = archive(
    part("text/html", FRAME, "Content-Location: https://ads.example/frame"),
    part("text/html", MAIN, "Content-Location: https://paper.example/raid"),
    part("image/png", b"iVBORw0KGgo=", "Content-Transfer-Encoding: base64"),
    head=WHERE + WHEN,
)


def test_the_page_that_the_head_names_is_read_and_its_frames_are_counted() -> None:
    found = taken(GOOD, "page.mhtml")
    assert "raided a workshop" in found.text
    assert "Buy a new car" not in found.text
    assert [remark.values["count"] for remark in found.remarks] == [1]
    assert restore(found.original, found.text) == GOOD


def test_the_head_says_where_and_when_it_was_saved() -> None:
    found = taken(GOOD, "page.mht")
    assert found.url == "https://paper.example/raid"
    assert (found.captured.words, found.captured.edtf) == (
        "Sat, 14 Nov 2020 10:00:05 GMT",
        "2020-11-14T10:00:05Z",
    )
    assert {rule for _, _, rule in read_as(found, "captured")} == {"saved_from"}


def test_the_part_that_the_archive_starts_with_is_the_page() -> None:
    data = archive(
        part("text/html", FRAME, "Content-ID: <frame@x>"),
        part("text/html", MAIN, "Content-ID: <main@x>"),
        kind='; start="<main@x>"',
    )
    assert "raided a workshop" in taken(data, "page.mhtml").text


def test_without_any_word_of_it_the_first_page_is_the_page() -> None:
    data = archive(part("text/html", MAIN), part("text/html", FRAME))
    found = taken(data, "page.mhtml")
    assert "raided a workshop" in found.text
    assert found.url == ""


def test_the_subject_is_the_title_of_a_page_that_has_none() -> None:
    data = archive(part("text/html", page(article())), head="Subject: =?utf-8?q?Ra=C3=AFd?=\r\n")
    assert read_as(taken(data, "page.mhtml"), "title")[-1] == ("Raïd", "Raïd", "saved_from")


def test_the_encoding_that_the_part_names_is_believed() -> None:
    words = "ذكرت الشرطة أن ثلاثة رجال اعتقلوا مساء الخميس"
    data = archive(part("text/html; charset=windows-1256", f"<p>{words}</p>".encode("cp1256")))
    found = taken(data, "page.mhtml")
    assert words in found.text
    assert (found.encoding, found.encoding_basis) == ("windows-1256", EncodingBasis.DECLARED)


def test_the_encoding_that_a_person_chose_counts() -> None:
    data = archive(part("text/html; charset=utf-8", "<p>Привет всем</p>".encode("koi8-r")))
    assert "Привет всем" in taken(data, "page.mhtml", "koi8-r").text


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"no archive at all",
        archive(part("image/png", b"x")),
        archive(part("text/html", b"")),
        archive(part("text/html", MAIN))[:120],
    ],
)
def test_an_archive_without_a_page_is_refused(data: bytes) -> None:
    with pytest.raises(Unreadable, match="holds no web page"):
        taken(data, "page.mhtml")


def test_archives_in_archives_without_end_are_refused() -> None:
    data = b"Content-Type: message/rfc822\n\n" * 5_000 + b"Content-Type: text/html\n\n<p>a</p>"
    with pytest.raises(Unreadable):
        taken(data, "page.mhtml")


@settings(max_examples=40)
@given(st.lists(st.tuples(st.integers(0, len(GOOD)), st.binary(max_size=6)), max_size=6))
def test_a_damaged_archive_is_read_or_refused(changes: list[tuple[int, bytes]]) -> None:
    broken = bytearray(GOOD)
    for place, piece in changes:
        broken[place : place + 20] = piece
    try:
        found = list(take_bytes(bytes(broken), "page.mhtml"))
    except Unreadable:
        return
    assert all(isinstance(one, Incoming) for one in found)
