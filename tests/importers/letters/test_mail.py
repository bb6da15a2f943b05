"""Mails: the head as printed, the words, attachments as files, and what is repeated marked."""

from base64 import b64encode
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewer.domain.errors import Unreadable
from reviewer.domain.incoming import Enclosed, EncodingBasis, Incoming, PartKind, Taken
from reviewer.domain.reading.captures import Rule
from reviewer.importers.letters.mail import IMPORTER
from tests.importers.packing import only, parts, told

HEAD = (
    "From: Noor Khan <noor@example.org>\r\nTo: desk@example.org\r\n"
    "Date: Wed, 4 Mar 2015 10:11:12 +0500\r\nSubject: The raid\r\nX-Mailer: none\r\n"
)
PRINTED = (
    "From: Noor Khan <noor@example.org>\nTo: desk@example.org\n"
    "Date: Wed, 4 Mar 2015 10:11:12 +0500\nSubject: The raid\n\n"
)


def take(source: str | bytes, name: str = "raid.eml", encoding: str | None = None) -> list[Taken]:
    data = source.encode() if isinstance(source, str) else source
    return list(IMPORTER.take(data, name, encoding=encoding))


def read(source: str | bytes) -> Incoming:
    return only(take(source))


def whole(*parts: str, kind: str = "mixed") -> str:
    inside = "".join(f"--B\r\n{part}\r\n" for part in parts)
    return f'{HEAD}Content-Type: multipart/{kind}; boundary="B"\r\n\r\n{inside}--B--\r\n'


def attached(found: list[Taken]) -> list[tuple[str, bytes]]:
    assert all(one.attached for one in found if isinstance(one, Enclosed))
    return [(one.name, one.data) for one in found if isinstance(one, Enclosed)]


def test_the_head_stands_at_the_top_and_is_read() -> None:
    found = read(f"{HEAD}\r\nTwo men\r\nwere held.\r\n\r\n\r\nNoor\r\n")
    assert found.text == f"{PRINTED}Two men\nwere held.\n\nNoor\n"
    assert (found.title, found.author) == ("The raid", "Noor Khan")
    assert (found.posted.edtf, found.posted.words) == (
        "2015-03-04T10:11:12+05:00",
        "Wed, 4 Mar 2015 10:11:12 +0500",
    )
    for reading in found.readings[:3]:
        assert reading.rule == Rule.MAIL_HEADER
        assert reading.span is not None
        assert found.text[reading.span.start : reading.span.end] == reading.words


@pytest.mark.parametrize(
    ("printed", "edtf"),
    [
        ("4 Mar 2015 10:11 GMT", "2015-03-04T10:11:00Z"),
        ("Wed, 4 Mar 2015 10:11:12 -0000", "2015-03-04T10:11:12"),
        ("Wed, 4 Mar 2015 10:11:12", "2015-03-04T10:11:12"),
        ("Wed, 4 Mar 2015 10:11:12 EST", "2015-03-04T10:11:12-05:00"),
        ("sometime in March", ""),
        ("Wed, 44 Mar 2015 10:11:12 +0500", ""),
    ],
)
def test_a_date_keeps_its_zone_and_one_that_cannot_be_read_its_words(
    printed: str, edtf: str
) -> None:
    found = read(f"Subject: x\nDate: {printed}\n\nTwo men")
    assert (found.posted.words, found.posted.edtf) == (printed, edtf)


@pytest.mark.parametrize(
    ("subject", "title"),
    [
        (b"=?utf-8?B?2LPZhA==?= =?utf-8?q?_raid?=", "سل raid"),
        (b"=?utf-8?B?2LM=?=\r\n =?utf-8?B?2YQ=?= x", "سل x"),
        (b"=?utf-8?B?2A==?= =?utf-8?B?sw==?=", "س"),
        (b"=?windows-1256?Q?=D3=E1?= (x)", "سل (x)"),
        (b"=?no-such-thing?Q?raid?=", "raid"),
        (b"=?utf-8?B?!?= raid", "raid"),
        ("Überfall".encode(), "Überfall"),
        ("Überfall".encode("cp1252"), "Überfall"),
    ],
)
def test_encoded_heads_are_decoded(subject: bytes, title: str) -> None:
    assert read(b"Subject: " + subject + b"\n\nTwo men").title == title


def test_plain_words_come_before_the_page_and_pictures_in_it_are_no_attachments() -> None:
    picture = "Content-Type: image/png\r\nContent-ID: <a>\r\n\r\nPNG"
    page = "Content-Type: text/html\r\n\r\n<p>Two <b>men</b></p><ul><li>held</li></ul>"
    plain = "Content-Type: text/plain\r\n\r\nPlain words"
    assert read(whole(plain, page, kind="alternative")).text == f"{PRINTED}Plain words\n"
    assert read(whole(page, picture, kind="related")).text.startswith(f"{PRINTED}Two men")
    assert attached(take(whole(picture, kind="related"))) == [("attachment 1.png", b"PNG")]


def test_attachments_follow_the_mail_under_their_names() -> None:
    data = b64encode(b"%PDF").decode()
    inner = f"{HEAD}\r\nThe first mail."
    found = take(
        whole(
            "Content-Type: text/plain\r\n\r\nSee these.",
            "Content-Type: application/pdf\r\nContent-Transfer-Encoding: base64\r\n"
            f"Content-Disposition: attachment; filename*=utf-8''%D8%B3.pdf\r\n\r\n{data}",
            'Content-Type: text/plain; name="=?utf-8?Q?=D9=84.txt?="\r\n\r\nnote',
            "Content-Type: text/html\r\nContent-Disposition: attachment\r\n\r\n<p>x",
            f"Content-Type: message/rfc822\r\n\r\n{inner}",
            "Content-Type: application/pgp-signature; name=s.asc\r\n\r\nsigned",
            "Content-Type: application/x-thing\r\n\r\nthing",
        )
    )
    assert isinstance(found[0], Incoming)
    assert found[0].text == f"{PRINTED}See these.\n"
    names = attached(found)
    assert [name for name, _ in names] == [
        *("س.pdf", "ل.txt", "attachment 3.html", "The raid.eml", "attachment 5.bin"),
    ]
    assert names[0][1] == b"%PDF"
    assert names[3][1] == inner.encode()
    assert read(names[3][1]).text == f"{PRINTED}The first mail.\n"


def test_a_mail_in_a_mail_keeps_its_own_bytes(real_fixtures: Path) -> None:
    folder = real_fixtures / "eml" / "mail"
    for name in (
        "attachment_emails__attachment_message_rfc822",
        "multipart_report_emails__multi_address_bounce2",
    ):
        data = (folder / f"{name}.eml").read_bytes()
        inner = [found for name, found in attached(take(data)) if name.endswith(".eml")]
        assert [one in data for one in inner] == [True]


def test_letters_are_read_as_declared_while_they_can_be_that() -> None:
    def said(charset: str, data: bytes) -> str:
        head = f"Subject: x\nContent-Type: text/plain; charset={charset}\n\n".encode()
        return read(head + data).text.partition("\n\n")[2].strip()

    assert said("windows-1256", "سلام".encode("cp1256")) == "سلام"
    assert said("iso-8859-1", "“so”".encode("cp1252")) == "“so”"
    assert said("unknown-8bit", "سلام سلام".encode()) == "سلام سلام"
    assert said("us-ascii", "café".encode("cp1252")) == "café"
    assert said("\"'utf-8'\"", "سلام".encode()) == "سلام"
    chosen = only(take(b"Subject: x\n\n" + "سلام".encode("cp1256"), encoding="windows-1256"))
    assert chosen.text.endswith("سلام\n")
    assert (chosen.encoding, chosen.encoding_basis) == ("windows-1256", EncodingBasis.CHOSEN)
    with pytest.raises(Unreadable, match="no such encoding"):
        take("Subject: x\n\nwords", encoding="nothing")


def test_lines_broken_for_mail_programs_are_joined_again() -> None:
    source = (
        "Subject: x\nContent-Type: text/plain; format=flowed\n\n"
        "Two men \nwere held.\n> They \n> came.\n>> No.\nEnd \n-- \nNoor\n"
    )
    assert (
        read(source).text
        == "Subject: x\n\nTwo men were held.\n> They came.\n>> No.\nEnd --\nNoor\n"
    )


@pytest.mark.parametrize(
    ("body", "quoted"),
    [
        (
            "Yes.\n\nOn 3 March, A wrote:\n> Is it so?\n>\n> A\n\nNoor",
            "On 3 March, A wrote:\n> Is it",
        ),
        (
            "Yes.\n\nOn Tue, 3 March 2015 at 10:10, Some\nName <a@b.c> wrote:\n\n> Is it?",
            "On Tue, 3",
        ),
        ("Yes.\n\n-----Original Message-----\nFrom: A\n\nIs it so?", "-----Original Message"),
        ("Yes.\n\nOn 3 March 2015, A wrote:\n\nIs it so?", "On 3 March 2015, A wrote:\n\nIs"),
        ("Yes.\n\nFrom: A\nSent: Monday\nTo: B\nSubject: x\n\nIs it so?", "From: A\nSent"),
        ("Yes.\n\nAm 3. März 2015 schrieb A:\n> Ist es so?", "Am 3. März 2015 schrieb A:\n> Ist"),
    ],
)
def test_what_is_repeated_of_earlier_mails_is_a_part(body: str, quoted: str) -> None:
    found = read(f"Subject: x\n\n{body}\n")
    ((number, _, words),) = parts(found, PartKind.QUOTED_MAIL)
    assert number == 1
    assert words.startswith(quoted)
    assert "Yes." not in words
    assert "Noor" not in words
    assert not found.furniture


def test_a_mail_that_only_speaks_of_others_repeats_nothing() -> None:
    body = "From: here on, all is quiet.\nTo: be fair, it is not.\n\nOn Monday he wrote: no.\n"
    assert parts(read(f"Subject: x\n\n{body}"), PartKind.QUOTED_MAIL) == []


def test_broken_heads_boundaries_and_encryption() -> None:
    assert read("From : a@b.c\nstray words\nSubject: x\n\nTwo men").text == (
        "From: a@b.c stray words\nSubject: x\n\nTwo men\n"
    )
    lost = f'{HEAD}Content-Type: multipart/mixed; boundary="C"\r\n\r\n--B\r\n\r\nTwo men\r\n--B--'
    assert "Two men" in read(lost).text
    assert read("Subject: x\nContent-Type: multipart/mixed\n\nTwo men").text.endswith("Two men\n")
    secret = read(whole("Content-Type: application/octet-stream\r\n\r\nxyz", kind="encrypted"))
    assert told(secret) == ["The words of the mail are encrypted; only its head was read."]


def test_a_mail_without_a_subject_is_called_by_its_first_line() -> None:
    assert read("From: a@b.c\n\nTwo men were held.\n").title == "Two men were held."


@pytest.mark.parametrize(
    "data", [b"", b"words\n\nand words", b"PK\x03\x04", b"<html>From: x</html>"]
)
def test_what_is_no_mail_is_refused(data: bytes) -> None:
    with pytest.raises(Unreadable, match=r"“raid\.eml” is no mail"):
        take(data)


def test_parts_that_lie_too_deep_in_each_other_are_refused() -> None:
    source = HEAD
    for depth in range(1500):
        source += f'Content-Type: multipart/mixed; boundary="B{depth}"\r\n\r\n--B{depth}\r\n'
    with pytest.raises(Unreadable, match="deeper than any"):
        take(source + "\r\nx")


GOOD = whole(
    "Content-Type: text/plain; charset=utf-8; format=flowed\r\n\r\nSee these. ",
    "Content-Type: text/html\r\n\r\n<p>x</p>",
    "Content-Type: image/png; name*0=a; name*1*=utf-8''b.png\r\nContent-ID: <a>\r\n"
    "Content-Transfer-Encoding: base64\r\n\r\nAAAA",
    f"Content-Type: message/rfc822\r\n\r\n{HEAD}\r\nx",
).encode()


@settings(deadline=None)  # what is imported when used comes with the first
@given(
    st.lists(
        st.tuples(
            st.integers(0, len(GOOD)),
            st.sampled_from(
                [b"", b"\r\n", b"--B", b";", b'"', b"=?utf-8?Q?=", b"\xff", b"'", b"*"]
            ),
            st.integers(0, 8),
        ),
        max_size=6,
    )
)
def test_mutated_mails_are_read_or_refused(changes: list[tuple[int, bytes, int]]) -> None:
    data = GOOD
    for place, words, cut in changes:
        data = data[:place] + words + data[place + cut :]
    try:
        take(data)
    except Unreadable:
        return


def test_every_real_mail_is_read(real_fixtures: Path) -> None:
    paths = sorted((real_fixtures / "eml").rglob("*.eml"))
    assert len(paths) > 50
    for path in paths:
        assert isinstance(take(path.read_bytes(), path.name)[0], Incoming)


@pytest.mark.parametrize("coding", ["8bit", "base64", "quoted-printable"])
@pytest.mark.parametrize("kind", ["text/plain", "image/png; name=a.png", "multipart/mixed"])
def test_a_charset_that_no_name_can_be_costs_no_mail(kind: str, coding: str) -> None:
    data = (
        b"From: a@example.org\nSubject: b\nContent-Type: multipart/mixed; boundary=x\n\n--x\n"
        b'Content-Type: %s; charset="\x00"\nContent-Transfer-Encoding: %s\n\nwords \xff\n--x--\n'
    ) % (kind.encode(), coding.encode())
    mail, *_attached = IMPORTER.take(data, "a.eml")
    assert isinstance(mail, Incoming)
    assert mail.title == "b"
