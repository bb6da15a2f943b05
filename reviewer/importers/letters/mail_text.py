"""How a mail becomes text: its head as printed, its words, and what it repeats of earlier mails.

What is repeated stays: it is marked as a part, so that nobody takes the words of another for the
sender's. It is told by the marks mail programs put there: ``>`` before lines, and the line or the
head that introduces an earlier mail, after which all the rest is that mail.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from reviewer.domain.incoming import PartKind, Reading
from reviewer.domain.reading.captures import Rule
from reviewer.domain.spans import Span
from reviewer.importers.letters import mail_headers
from reviewer.importers.writing import Writing

_QUOTE = re.compile(r"\s{0,3}>")
_INTRODUCES = re.compile(
    r"\s*[-_* ]{2,}\s*(?:original message|forwarded message|forwarded by .{1,80}|message d'origine"
    r"|ursprüngliche nachricht|weitergeleitete nachricht|mensaje original|mensaje reenviado"
    r"|messaggio originale|oorspronkelijk bericht|исходное сообщение|الرسالة الأصلية|اصل پیغام)"
    r"\s*[-_* ]{2,}\s*"
    r"|\s*(?:begin forwarded message|inizio messaggio inoltrato|début du message réexpédié)\s*:\s*",
    re.IGNORECASE,
)
_WROTE = re.compile(
    r"\s*(?:on|le|am|el|il|op|em|в|في|بتاریخ)\b.{5,250}"
    r"(?:wrote|a écrit|schrieb.{0,80}|escribió|ha scritto|schreef.{0,80}|escreveu|написал\(?а?\)?"
    r"|كتب.{0,80}|نے لکھا)\s*[:：]\s*",
    re.IGNORECASE,
)
_HEADED = re.compile(
    r"\s*\*?(from|sent|date|to|cc|subject|von|gesendet|datum|an|betreff|de|envoyé|date|à|objet"
    r"|enviado|fecha|para|asunto|da|inviato|data|a|oggetto|van|verzonden|aan|onderwerp"
    r"|от|отправлено|дата|кому|тема|من|تاريخ|إلى|الموضوع)\s*:\*?\s*\S.*",
    re.IGNORECASE,
)
_MAY_BEGIN = re.compile("[-_*:：]")
_LONGEST = 400  # code points of a line that introduces an earlier mail
_LEAST_HEADED = 3  # such lines below each other are the head of a mail
_LONGEST_INTRODUCTION = 2  # lines that "On … wrote:" may go over


def write_head(writing: Writing, head: Iterable[tuple[str, str]]) -> list[Reading]:
    """Write the head of a mail, a line each, and read it."""
    found: dict[str, tuple[str, Span]] = {}
    for name, words in head:
        span = writing.line(f"{name}: {words}")
        if span is not None:
            found.setdefault(name, (words, Span(span.start + len(name) + 2, span.end)))
    writing.blank()
    return list(_readings(found))


def write_body(writing: Writing, lines: Iterable[str]) -> None:
    """Write the words of a mail, with what it repeats of earlier ones as parts."""
    number = 0
    for quoted, piece in _pieces(list(lines)):
        if not quoted:
            _write(writing, piece)
            continue
        number += 1
        part = writing.begin(PartKind.QUOTED_MAIL, number=number)
        _write(writing, piece)
        writing.end(part)


def unfolded(text: str, *, without_space: bool = False) -> Iterator[str]:
    """Join lines that a mail program broke for others (RFC 3676); ``>`` keeps lines apart.

    ``without_space``: the space at the end of a broken line belongs to the break.
    """
    waiting, depth = "", -1
    for line in text.splitlines():
        marks = len(line) - len(line.lstrip(">"))
        words = line[marks:].removeprefix(" ")
        if depth not in (-1, marks):
            yield _marked(depth, waiting)
            waiting = ""
        depth = marks
        if words.endswith(" ") and words != "-- ":
            waiting += words[:-1] if without_space else words
        else:
            yield _marked(marks, waiting + words)
            waiting, depth = "", -1
    if depth != -1:
        yield _marked(depth, waiting)


def _marked(depth: int, words: str) -> str:
    return f"{'>' * depth} {words}" if depth else words


def _readings(found: dict[str, tuple[str, Span]]) -> Iterator[Reading]:
    rule = Rule.MAIL_HEADER
    if "Subject" in found:
        words, span = found["Subject"]
        yield Reading("title", words, words, span, rule)
    if "From" in found:
        words, span = found["From"]
        yield Reading("author", mail_headers.sender(words), words, span, rule)
    if "Date" in found:
        words, span = found["Date"]
        yield Reading("posted", mail_headers.moment(words), words, span, rule)


def _write(writing: Writing, lines: Sequence[str]) -> None:
    for there, piece in groupby(lines, key=lambda line: bool(line.strip())):
        if there:
            writing.line("\n".join(line.rstrip() for line in piece))
        else:
            writing.blank()


def _pieces(lines: list[str]) -> Iterator[tuple[bool, list[str]]]:
    """Give the lines of a mail, and those that it repeats, in turn."""
    own: list[str] = []
    place = 0
    while place < len(lines):
        if _begins(lines, place):
            yield False, own
            yield True, lines[place:]
            return
        if _QUOTE.match(lines[place]):
            end = _end_of_quote(lines, place)
            before = _introduction(own)
            yield False, own[: len(own) - before]
            yield True, own[len(own) - before :] + lines[place:end]
            own, place = [], end
        else:
            own.append(lines[place])
            place += 1
    yield False, own


def _begins(lines: list[str], place: int) -> bool:
    """Say whether an earlier mail begins at a line, and goes on to the end."""
    line = lines[place]
    if len(line) > _LONGEST or not _MAY_BEGIN.search(line):
        return False
    if _INTRODUCES.fullmatch(line):
        return True
    if _WROTE.fullmatch(line):
        following = [one for one in lines[place + 1 : place + 4] if one.strip()][:1]
        return bool(following) and not _QUOTE.match(following[0])
    return _HEADED.fullmatch(line) is not None and _is_head(lines[place : place + 6])


def _is_head(lines: list[str]) -> bool:
    """Say whether lines are the head of a mail, as a mail program repeats it."""
    heads = [_HEADED.fullmatch(one) for one in lines if one.strip() and len(one) <= _LONGEST]
    return len({match[1].casefold() for match in heads[:4] if match}) >= _LEAST_HEADED


def _end_of_quote(lines: list[str], place: int) -> int:
    end = place
    while place < len(lines) and (_QUOTE.match(lines[place]) or not lines[place].strip()):
        place += 1
        if lines[place - 1].strip():
            end = place
    return end


def _introduction(own: list[str]) -> int:
    """Return how many lines before a quote say whose it is."""
    blank = next((count for count, line in enumerate(reversed(own)) if line.strip()), len(own))
    for count in range(1, _LONGEST_INTRODUCTION + 1):
        lines = own[len(own) - blank - count : len(own) - blank]
        if len(lines) == count and _WROTE.fullmatch(" ".join(lines)[:400]):
            return count + blank
    return 0
