"""Mails are taken apart as the standard library does it, and what a part holds is the same."""

import base64
from email import message_from_bytes, policy
from email.message import EmailMessage, Message

from hypothesis import given, settings
from hypothesis import strategies as st

from reviewer.importers.mime import content_of, head_alone, let_go, message_of

LINES = st.lists(
    st.sampled_from(
        [
            *("From: a", "Subject: b", "Content-Type: multipart/mixed; boundary=x", "--x", "--x--"),
            *("", "words", "Content-Transfer-Encoding: base64", "d29yZHM=", "d29y ZHM", "zw\x80r"),
            *("Content-Type: message/rfc822", "QQ==QQ==", "Q", "QU", "Content-Type: text/plain"),
            *(
                "Content-Transfer-Encoding: quoted-printable",
                "Content-Type: text/plain; charset=\0",
            ),
        ]
    ),
    max_size=30,
)


def told(mail: Message) -> list[object]:
    """Return all that a mail and its parts are."""
    return [
        (part.get_content_type(), list(part.raw_items()), content(part)) for part in mail.walk()
    ]


def content(part: Message) -> bytes | None:
    data = part.get_payload(decode=True)
    return data if isinstance(data, bytes) else None


@settings(max_examples=80, deadline=None)
@given(LINES, st.sampled_from(["\n", "\r\n", "\r"]), st.integers(0, 4))
def test_a_mail_is_what_the_library_makes_of_its_bytes(
    lines: list[str], end: str, before: int
) -> None:
    filler = b"X-More: " + b"z" * (8_150 * before) + b"\n"
    data = filler + end.join(lines).encode("latin-1")
    library = message_from_bytes(data, policy=policy.compat32)
    mail = message_of(data)
    assert told(mail) == told(library)
    assert [content_of(part) for part in mail.walk()] == [content(part) for part in library.walk()]


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=300), st.binary(max_size=6), st.integers(0, 400))
def test_bytes_come_out_of_base64_as_the_library_takes_them_out(
    data: bytes, noise: bytes, place: int
) -> None:
    written = base64.encodebytes(data)
    written = written[:place] + noise + written[place:]
    mail = message_of(b"Content-Transfer-Encoding: Base64\n\n" + written)
    assert content_of(mail) == content(mail)


def test_of_a_mail_whose_head_is_asked_about_the_head_is_whole() -> None:
    data = b"Subject: a\nFrom: b\n\n" + b"words\n" * 300_000
    assert list(head_alone(data).raw_items()) == [("Subject", "a"), ("From", "b")]


def test_a_part_that_was_let_go_holds_nothing_and_is_what_it_was() -> None:
    mail = EmailMessage()
    mail.set_content("Words.")
    mail.add_attachment(b"bytes", maintype="image", subtype="png", filename="a.png")
    for part in message_of(bytes(mail)).walk():
        if not part.is_multipart():
            kind = part.get_content_type()
            let_go(part)
            assert (part.get_content_type(), content_of(part)) == (kind, b"")
