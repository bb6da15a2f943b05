"""Mails that Outlook saved: head, words and attachments as in other mails."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reviewer.domain.errors import Unreadable
from reviewer.domain.incoming import Enclosed, Incoming, PartKind, Taken
from reviewer.importers.letters.outlook import IMPORTER
from reviewer.importers.originals import restore
from tests.importers.packing import parts


def take(folder: Path, name: str) -> list[Taken]:
    return list(IMPORTER.take((folder / "msg" / f"{name}.msg").read_bytes(), f"{name}.msg"))


def mails(found: list[Taken]) -> list[Incoming]:
    return [one for one in found if isinstance(one, Incoming)]


def test_a_mail_is_read_as_other_mails_are(real_fixtures: Path) -> None:
    (found,) = mails(take(real_fixtures, "testMSG"))
    assert found.text.startswith(
        "From: Jukka Zitting <jukka.zitting@gmail.com>\nTo: tika-dev@lucene.apache.org\n"
        "Date: 2009-01-29T19:16:40Z\nSubject: MIME registry use cases\n\nHi,\n\nAs discussed"
    )
    assert (found.title, found.author) == ("MIME registry use cases", "Jukka Zitting")
    assert found.posted.edtf == "2009-01-29T19:16:40Z"


def test_the_head_that_was_sent_is_kept_as_printed(real_fixtures: Path) -> None:
    (found,) = mails(take(real_fixtures, "testMSG_forwarded"))
    assert "\nDate: Wed, 7 Dec 2011 16:30:39 -0800\n" in found.text
    assert found.posted.edtf == "2011-12-07T16:30:39-08:00"
    ((_, _, words),) = parts(found, PartKind.QUOTED_MAIL)
    assert words.startswith("From: Paul Allan Hill\nSent:")
    assert words.endswith("Original Body")


def test_words_of_other_code_pages_are_decoded(real_fixtures: Path) -> None:
    (found,) = mails(take(real_fixtures, "testMSG_chinese"))
    assert found.title == "Alfresco MSG format testing ( MSG 格式測試 )"
    assert "中文測試" in found.text


def test_attachments_follow_the_mail(real_fixtures: Path) -> None:
    found = take(real_fixtures, "testMSG_att_doc")
    assert [(one.name, one.attached) for one in found if isinstance(one, Enclosed)] == [
        ("test-unicode.doc", True),
        ("pj1.txt", True),
    ]


def test_a_mail_in_a_mail_is_a_document_beside_it(real_fixtures: Path) -> None:
    found = take(real_fixtures, "testMSG_att_msg")
    outer, inner = mails(found)
    assert (outer.part, inner.part) == ("", "attachment 1")
    assert (outer.title, inner.title) == ("test email", "Test Attachment")
    assert outer.original is inner.original
    data = (real_fixtures / "msg" / "testMSG_att_msg.msg").read_bytes()
    assert restore(inner.original, inner.text) == data
    assert (outer.attached, inner.attached) == (False, True)
    assert [(one.name, one.of_part) for one in found if isinstance(one, Enclosed)] == [
        ("smbprn.00009008.KdcPjl.pdf", "")
    ]


@pytest.mark.parametrize("data", [b"", b"words", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000)])
def test_what_is_no_such_mail_is_refused(data: bytes) -> None:
    with pytest.raises(Unreadable, match=r"“raid\.msg” cannot be unpacked"):
        list(IMPORTER.take(data, "raid.msg"))


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.tuples(st.integers(0, 20_479), st.integers(0, 255)), max_size=8),
    st.integers(1, 20_480),
)
def test_mutated_mails_are_read_or_refused(
    real_fixtures: Path, changes: list[tuple[int, int]], end: int
) -> None:
    data = bytearray((real_fixtures / "msg" / "testMSG.msg").read_bytes())
    for place, byte in changes:
        data[place] = byte
    try:
        list(IMPORTER.take(bytes(data[:end] if end % 3 == 0 else data), "raid.msg"))
    except Unreadable:
        return
