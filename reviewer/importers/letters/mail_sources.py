"""The own bytes of a mail that lies in another, as they stand in its file.

The standard library can only write a mail anew, with other line ends and other folds; what is kept
as an original has to be what was sent.
"""

import re
from email.message import Message

from reviewer.importers.mime import head_alone

_KIND = re.compile(rb"^content-type:[ \t]*(?:\r?\n[ \t]+)?\"?message/rfc822", re.I | re.MULTILINE)
_HEAD_END = re.compile(rb"\r?\n\r?\n")


class Sources:
    """Finds mails in the bytes of the mail they lie in, in the order they stand there."""

    def __init__(self, data: bytes) -> None:
        """Look through the whole file's ``data``."""
        self._data = data
        self._place = 0

    def of(self, inner: Message, boundary: str | None) -> bytes:
        """Return the bytes of a mail; ``boundary`` parts it from what follows it."""
        for kind in _KIND.finditer(self._data, self._place):
            begin = _HEAD_END.search(self._data, kind.end())
            if begin is None:
                break
            end = self._end(begin.end(), boundary)
            found = self._data[begin.end() : end]
            if _is(found, inner):
                self._place = end
                return found
        return written(inner, "\r\n" if b"\r\n" in self._data else "\n")

    def _end(self, place: int, boundary: str | None) -> int:
        if not boundary:
            return len(self._data)
        line = re.compile(rb"\r?\n--" + re.escape(boundary.encode("utf-8", "surrogateescape")))
        found = line.search(self._data, place)
        return found.start() if found else len(self._data)


def _is(source: bytes, inner: Message) -> bool:
    """Say whether bytes are those of a mail: their head is the same."""
    read = head_alone(source)
    return [*map(_line, read.raw_items())] == [*map(_line, inner.raw_items())]


def _line(header: tuple[str, object]) -> tuple[str, str]:
    return header[0], " ".join(str(header[1]).split())


def written(mail: Message, linesep: str = "\n") -> bytes:
    """Return a mail written anew; never raises."""
    try:
        return mail.as_bytes(policy=mail.policy.clone(linesep=linesep))
    except (ValueError, LookupError, TypeError, AttributeError):
        payload = mail.get_payload()
        return payload.encode("utf-8", "surrogateescape") if isinstance(payload, str) else b""
