"""Mails and web archives (MIME) taken apart by the standard library, with few copies of them.

Its own ways to take a file's bytes make a text of them first, four times their size.
"""

from binascii import a2b_base64
from contextlib import suppress
from email import policy
from email.feedparser import BytesFeedParser
from email.message import Message

_PIECE = 8_192  # bytes, as the library takes them itself
_LONGEST_HEAD = 1_000_000  # bytes


def message_of(data: bytes) -> Message:
    """Return a mail or an archive of what lies in it.

    Raises ``RecursionError`` where parts lie too deep in each other.
    """
    parser: BytesFeedParser[Message] = BytesFeedParser(policy=policy.compat32)
    view = memoryview(data)
    for start in range(0, len(data), _PIECE):
        parser.feed(bytes(view[start : start + _PIECE]))
    return parser.close()


def head_alone(data: bytes) -> Message:
    """Return a mail of which only the head is asked about."""
    return message_of(data[:_LONGEST_HEAD])


def content_of(part: Message) -> bytes | None:
    """Return the bytes that a part holds; ``None`` for one that holds parts.

    Raises ``ValueError`` or ``LookupError`` where they are written in a way that cannot be.
    """
    if str(part.get("content-transfer-encoding", "")).lower() == "base64":
        with suppress(ValueError, LookupError):  # then the library finds out what is amiss
            payload = part.get_payload()
            if isinstance(payload, str) and payload.isascii():
                return a2b_base64(payload)
    data = part.get_payload(decode=True)
    return data if isinstance(data, bytes) else None


def let_go(part: Message) -> None:
    """Forget what a part holds, once it was read."""
    part.set_payload("")
