"""Sentences and words, by rules of our own, and the steps by which a selection grows and shrinks.

A sentence never crosses a line end. It ends at a full stop, question or exclamation mark or an
ellipsis with what closes behind it, in Latin or Arabic script, unless the stop belongs to an
abbreviation, an initial or a number, or a small letter follows. Whether a stop ends a sentence is
told from a few words around it: asking at one place never reads the whole of a long paragraph.
"""

import re
import unicodedata
from collections.abc import Iterator
from itertools import chain

from reviewer.domain.offsets import is_boundary, next_boundary, widen
from reviewer.domain.paragraphs import line_span, paragraph_span
from reviewer.domain.spans import Span

_STOPS = re.compile(r"(?P<stops>[.!?…۔؟।。！？]+)(?P<closers>[\"'”’»›)\]}]*)")
_MARKS = frozenset(".!?…۔؟।。！？\"'”’»›)]}")  # whatever _STOPS can match
_FINAL = frozenset("۔؟।。！？")  # not part of abbreviations, so what follows does not matter
_NEEDS_NO_SPACE = frozenset("。！？")
_OPENERS = "\"'“”‘’«‹([{¿¡„"
_NEXT = re.compile(rf"\s*[{re.escape(_OPENERS)}]*")
_NEXT_WORD = re.compile(r"[^\W_]+\.?")
_GOES_ON = frozenset(",;:)]}")
_NOT_IN_PROSE = frozenset(".@/\\_=&")
_CLAUSE_EDGE = re.compile(r"[,;:،؛][\"'”’»)]*(?=\s)|\s[-–—](?=\s)|—|\s(?=\()|\)(?=\s)")
_HYPHENS = re.compile("[-–—/]")
_SPACE = re.compile(r"\s")
_CLAUSE_TRIM = " \t\u00a0,;:،؛–—-"
_LOOK_AROUND = 40  # code points: no abbreviation is longer
_WINDOW = 160  # code points looked back over at a time when a sentence's start is searched


def _words(listing: str) -> frozenset[str]:
    return frozenset(listing.split())


# Followed by a name or a number, never by the next sentence.
_NEVER_LAST = _words(
    """mr mrs ms messrs mx dr prof rev fr hon pres gov sen rep amb supt insp det
    gen lt col maj brig capt cpt cmdr cdr adm sgt cpl pvt pfc spc cmdt comdr wg sqn flt
    vs cf viz ca approx esp incl resp dist tehs mt"""
)
_BEFORE_NUMBERS = _words(
    """no nos nr art arts fig figs para paras pp p vol vols ch cl reg ref tel ext rs
    jan feb mar apr jun jul aug sep sept oct nov dec"""
)
# Last only where the word behind them is one that begins sentences.
_SELDOM_LAST = _words("jr sr inc ltd co corp bros st ave dept univ govt rd hq al ft sec")
_BEGINNERS = _words(
    """a an the this that these those there here he she it they we you his her its their our
    in on at by for from with without under over during after before when while where since
    until as if but and or so yet according although though however meanwhile moreover
    despite no not some many several most more all both each another other others one two
    three what who why how earlier later today yesterday asked police officials witnesses
    residents nobody nothing none everyone"""
)
_AFTER_CLOCK = _words(
    """monday tuesday wednesday thursday friday saturday sunday january february march april
    may june july august september october november december mon tue wed thu fri sat sun
    jan feb mar apr jun jul aug sep sept oct nov dec est edt pst pdt gmt utc pkt
    ist local"""
)
_SHORTENED = _NEVER_LAST | _BEFORE_NUMBERS | _SELDOM_LAST
_CLOCK = frozenset({"a.m", "p.m"})
_LATIN_SHORT = frozenset({"e.g", "i.e"})

_BULLET = re.compile(r"(?:\(?(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,5})[.)]|[-*•‣–—]|#{1,6}|>)\s+(?=\S)")
_JOINS_LETTERS = frozenset("'’-‐‑")
_JOINS_DIGITS = frozenset(".,:٫٬")
_INVISIBLE = frozenset("\u00ad\u200c\u200d\u2060")


def sentence_at(text: str, position: int) -> Span | None:
    """Return the sentence at ``position``, without white space around it; ``None`` on a blank line.

    A caret right behind a full stop still stands in its sentence. The number or bullet that begins
    a line is the list's, not the sentence's.
    """
    line = paragraph_span(text, position)
    if line is None:
        return None
    start, end = _edges(text, position, line)
    found = _trimmed(text, start, end)
    if found is None:  # in the white space at the end of the line
        start, end = _edges(text, len(line.of(text).rstrip()) + line.start, line)
        found = _trimmed(text, start, end)
    if found and start == line.start:
        bullet = _BULLET.match(text, found.start, found.end)
        found = Span(bullet.end(), found.end) if bullet else found
    return found and widen(text, found)


def sentences(text: str, span: Span) -> Iterator[Span]:
    """Yield the sentences that share a character with ``span``, in order."""
    position = span.start
    while position < span.end:
        if line := paragraph_span(text, position):
            yield from _sentences_of(text, line, Span(position, span.end))
        position = line_span(text, position)[1] + 1


def sentence_around(text: str, span: Span) -> Span:
    """Return the sentence, or the run of sentences, that holds all the words of ``span``."""
    words = _trimmed(text, span.start, span.end)
    if words is None:
        return span
    first = sentence_at(text, words.start) or words
    start = min(first.start, words.start)
    if words.end <= first.end:
        return Span(start, first.end)
    return Span(start, max(first.end, _sentence_end(text, words.end - 1)))


def word_at(text: str, position: int) -> Span | None:
    """Return the word at ``position`` or ending there; ``None`` where there is none.

    Hyphens and apostrophes inside a word and marks inside a number belong to it.
    """
    if not _in_word(text, position):
        position -= 1
        if not _in_word(text, position):
            return None
    start, end = position, position + 1
    while _in_word(text, start - 1):
        start -= 1
    while _in_word(text, end):
        end += 1
    if not any(map(str.isalnum, text[start:end])):
        return None  # marks and joiners alone, as in a row of emoji
    return widen(text, Span(start, end))


def whole_words(text: str, span: Span) -> Span:
    """Return ``span`` with the words and numbers whole that its ends cut through."""
    return widen(text, _words_around(text, span))


def grow(text: str, span: Span) -> Span:
    """Return the next bigger selection: words, clause, sentence, more sentences, paragraph.

    Further sentences are taken behind the selection first, then before it. What is a whole
    paragraph, or several, stays as it is.
    """
    words = _trimmed(text, span.start, span.end)
    if words is None:
        return sentence_at(text, span.start) or span
    held = widen(text, words)
    for bigger in (_words_around, _clause_around, sentence_around, _more_sentences):
        found = widen(text, bigger(text, held))
        if found != held:
            return found
    return held


def shrink(text: str, span: Span, anchor: int) -> Span:
    """Return the next smaller selection around ``anchor``: the steps of ``grow``, backwards.

    Never empty: what is one word, or less, stays as it is.
    """
    words = _trimmed(text, span.start, span.end)
    if words is None:
        return span
    held = widen(text, words)
    anchor = min(max(anchor, held.start), held.end - 1)
    for smaller in (_one_paragraph, _fewer_sentences, _clause_at, _word_in):
        found = smaller(text, held, anchor)
        if found and found != held and held.start <= found.start and found.end <= held.end:
            return widen(text, found)
    return held


def _trimmed(text: str, start: int, end: int) -> Span | None:
    """Return the stretch without white space at its ends; ``None`` when nothing is left."""
    words = text[start:end]
    end -= len(words) - len(words.rstrip())
    start += len(words) - len(words.lstrip())
    return Span(start, end) if start < end else None


def _sentence_end(text: str, position: int) -> int:
    """Return where the sentence of the visible character at ``position`` ends."""
    line = Span(*line_span(text, position))
    end = _first_end(text, position, line)
    if text[end - 1].isspace():  # of the line
        end = position + len(text[position:end].rstrip())
    return end if is_boundary(text, end) else next_boundary(text, end)


def _edges(text: str, position: int, line: Span) -> tuple[int, int]:
    """Return where the sentence at ``position`` starts and ends, white space included."""
    last = position - text[position : position + 1].isspace()  # where the one before may end
    return _last_end(text, last, line), _first_end(text, last, line)


def _last_end(text: str, last: int, line: Span) -> int:
    low = high = last
    if text[last - 1 : last] in _MARKS:  # a run of stops may reach beyond
        space = _SPACE.search(text, last, line.end)
        high = space.start() if space else line.end
    while low > line.start:
        low = _aligned(text, low - _WINDOW, line.start)
        for stop in reversed(list(_STOPS.finditer(text, low, high))):
            if stop.end() <= last and _is_end(text, stop, line):
                return stop.end()
        high = low
    return line.start


def _first_end(text: str, last: int, line: Span) -> int:
    for stop in _STOPS.finditer(text, _aligned(text, last, line.start), line.end):
        if stop.end() > last and _is_end(text, stop, line):
            return stop.end()
    return line.end


def _sentences_of(text: str, line: Span, wanted: Span) -> Iterator[Span]:
    start, _ = _edges(text, wanted.start, line)
    for end in chain(_ends(text, start, line), [line.end]):
        found = _trimmed(text, start, end)
        if found and found.touches(wanted):
            yield widen(text, found)
        start = end
        if start >= wanted.end:
            return


def _aligned(text: str, position: int, start: int) -> int:
    """Return a place at or before ``position`` where no run of stops is cut, or ``start``."""
    while position > start and text[position - 1] in _MARKS:
        position -= 1
    return max(position, start)


def _ends(text: str, low: int, line: Span) -> Iterator[int]:
    """Yield where sentences end from ``low`` on, but for the end of the line."""
    for stop in _STOPS.finditer(text, low, line.end):
        if _is_end(text, stop, line):
            yield stop.end()


def _is_end(text: str, stop: re.Match[str], line: Span) -> bool:
    """Say whether a sentence ends here; at the end of the line there is nothing left to end."""
    end = stop.end()
    if end == line.end:
        return False
    if text[end] == " " and text[end + 1 : end + 2].isupper() and _ends_plainly(text, stop.start()):
        return True
    if not text[end].isspace():
        return _runs_on(text, stop, line)
    if not text[max(line.start, stop.start() - _LOOK_AROUND) : stop.start()].strip():
        return False  # a bullet or an ellipsis at the start of a line
    if not _FINAL.isdisjoint(stop["stops"]):
        return True
    space = _NEXT.match(text, stop.end(), line.end)
    begin = space.end() if space else line.end
    following = text[begin : begin + 1] if begin < line.end else ""
    if following.islower() or following in _GOES_ON:
        return False
    return stop["stops"] != "." or not _is_abbreviation(text, stop.start(), begin, line)


def _ends_plainly(text: str, stop: int) -> bool:
    """Say whether a word stands before ``stop`` that is short for no other: most sentences' end."""
    low = max(0, stop - _LOOK_AROUND)
    word = text[max(low, text.rfind(" ", low, stop) + 1) : stop]
    return len(word) > 1 and word.isalpha() and word.lower() not in _SHORTENED


def _runs_on(text: str, stop: re.Match[str], line: Span) -> bool:
    """Say whether a sentence ends here although no white space follows, as in "peace.The"."""
    mark, after = stop["stops"], text[stop.end()]
    if mark[-1] in _NEEDS_NO_SPACE:
        return True
    before = _token_before(text, stop.start(), line)
    if not before or not after.isalpha():
        return False
    rest = text[stop.end() : min(stop.end() + _LOOK_AROUND, line.end)].split(None, 1)[0]
    if mark in _FINAL:  # not in an abbreviation spelt with stops: ایم۔کیو۔ایم
        return mark not in before and mark not in rest.rstrip(mark)
    if stop["closers"]:
        return after.isupper()
    word = before[-3:]
    prose = len(word) == 3 and word.isalpha() and word.islower()
    return prose and after.isupper() and _NOT_IN_PROSE.isdisjoint(before + rest.rstrip(".,;:!?"))


def _token_before(text: str, position: int, line: Span) -> str:
    """Return what stands before ``position`` without white space in it, its last 40 characters."""
    near = text[max(line.start, position - _LOOK_AROUND) : position]
    return near.split()[-1] if near and not near[-1].isspace() else ""


def _is_abbreviation(text: str, stop: int, begin: int, line: Span) -> bool:
    """Say whether the full stop at ``stop`` only shortens a word; ``begin``: what comes next."""
    token = _token_before(text, stop, line)
    word = token.lstrip(_OPENERS)
    if not word.isalpha():
        word = _HYPHENS.split(word)[-1]
    elif len(word) > 1 and word.lower() not in _SHORTENED:
        return False
    if word.replace(".", "").isdigit():  # the number of a point in a list
        return text[line.start : stop].strip() == token
    match = _NEXT_WORD.match(text[begin : begin + _LOOK_AROUND])
    following = match[0].lower() if match else ""
    if len(word) == 1:
        return not word.isupper() or following not in _BEGINNERS
    if "." in word:
        return _is_dotted(word.lower(), following)
    return _is_known(word.lower(), following)


def _is_dotted(word: str, following: str) -> bool:
    if any(len(part) > 3 or not part.isalpha() for part in word.split(".")):
        return False
    if word in _CLOCK:
        return following.rstrip(".") in _AFTER_CLOCK
    return word in _LATIN_SHORT or following not in _BEGINNERS


def _is_known(word: str, following: str) -> bool:
    if word in _NEVER_LAST:
        return True
    if word in _BEFORE_NUMBERS:
        return following[:1].isdigit()
    return word in _SELDOM_LAST and following not in _BEGINNERS


def _following(text: str, span: Span) -> Span | None:
    """Return the sentence behind ``span`` in the same paragraph."""
    rest = _trimmed(text, span.end, line_span(text, span.end)[1])
    return rest and sentence_at(text, rest.start)


def _in_word(text: str, position: int) -> bool:
    if not 0 <= position < len(text):
        return False
    character = text[position]
    if character.isalnum() or character == "_" or character in _INVISIBLE:
        return True
    if unicodedata.category(character)[0] == "M":
        return True
    before, after = text[position - 1 : position], text[position + 1 : position + 2]
    if character in _JOINS_LETTERS:
        return before.isalnum() and after.isalnum()
    return character in _JOINS_DIGITS and before.isdigit() and after.isdigit()


def _words_around(text: str, span: Span) -> Span:
    start, end = span.start, span.end
    while _in_word(text, start) and _in_word(text, start - 1):
        start -= 1
    while _in_word(text, end - 1) and _in_word(text, end):
        end += 1
    return Span(start, end)


def _clause_around(text: str, span: Span) -> Span:
    sentence = sentence_around(text, span)
    edges = [edge.end() for edge in _CLAUSE_EDGE.finditer(text, sentence.start, sentence.end)]
    start = max((edge for edge in edges if edge <= span.start), default=sentence.start)
    end = min((edge for edge in edges if edge >= span.end), default=sentence.end)
    while start < span.start and text[start] in _CLAUSE_TRIM:
        start += 1
    while end > span.end and text[end - 1] in _CLAUSE_TRIM:
        end -= 1
    return Span(start, end)


def _more_sentences(text: str, span: Span) -> Span:
    start, _ = line_span(text, span.start)
    _, end = line_span(text, span.end - 1)
    if "\n" in span.of(text):
        return _trimmed(text, start, end) or span
    if following := _following(text, span):
        return Span(span.start, following.end)
    if before := _trimmed(text, start, span.start):
        previous = sentence_at(text, before.end - 1) or before
        return Span(previous.start, span.end)
    return span


def _one_paragraph(text: str, held: Span, anchor: int) -> Span | None:
    if "\n" not in held.of(text):
        return None
    line = paragraph_span(text, anchor) or paragraph_span(text, held.start) or held
    return _trimmed(text, max(line.start, held.start), min(line.end, held.end))


def _fewer_sentences(text: str, held: Span, anchor: int) -> Span | None:
    """Take the first sentence off ``held``, a part of one paragraph, or else the last."""
    kept = sentence_at(text, anchor) or held
    if held.start < kept.start:
        first = sentence_at(text, held.start) or kept
        second = _following(text, first) or kept
        return Span(min(second.start, kept.start), held.end)
    last = sentence_at(text, held.end - 1)
    if last and last.start >= kept.end:
        return _trimmed(text, held.start, last.start)
    return kept


def _clause_at(text: str, held: Span, anchor: int) -> Span | None:
    word = _word_in(text, held, anchor)
    return word and _clause_around(text, word)


def _word_in(text: str, held: Span, anchor: int) -> Span | None:
    """Return the word at ``anchor``, or else the first word of ``held``."""
    if word := word_at(text, anchor):
        return word
    for position in range(held.start, held.end):
        if _in_word(text, position):
            return word_at(text, position)
    return None
