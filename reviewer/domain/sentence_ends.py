"""Where sentences end: at a stop, unless it belongs to an abbreviation, an initial or a number.

A stop is a full stop, question or exclamation mark or an ellipsis with what closes behind it, in
Latin or Arabic script. Whether it ends a sentence is told from a few words around it: asking at one
place never reads the whole of a long line.
"""

import re
from collections.abc import Iterator

from reviewer.domain.paragraphs import Line

# "One and then any number" is found several times as fast as "one or more" (measured).
_STOPS = re.compile(r"(?P<stops>[.!?…۔؟।。！？][.!?…۔؟।。！？]*)(?P<closers>[\"'”’»›)\]}]*)")
_MARKS = frozenset(".!?…۔؟।。！？\"'”’»›)]}")  # whatever _STOPS can match
_FINAL = frozenset("۔؟।。！？")  # not part of abbreviations, so what follows does not matter
_NEEDS_NO_SPACE = frozenset("。！？")
_OPENERS = "\"'“”‘’«‹([{¿¡„"
_NEXT = re.compile(rf"\s*[{re.escape(_OPENERS)}]*")
_NEXT_WORD = re.compile(r"[^\W_]+\.?")
_GOES_ON = frozenset(",;:)]}")
_NOT_IN_PROSE = frozenset(".@/\\_=&")
_HYPHENS = re.compile("[-–—/]")
_SPACE = re.compile(r"\s")
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


def last_end(text: str, last: int, line: Line) -> int:
    """Return where the last sentence up to ``last`` ends, else where the line starts."""
    near = text.rfind(". ", max(line.start, last - _WINDOW), max(last, 0))
    plain = near >= 0 and text[near + 2 : near + 3].isupper() and _is_whole_word(text, near)
    if plain and _STOPS.search(text, near + 1, last) is None:
        return near + 1  # as most do, in half the time
    low = high = last
    if text[last - 1 : last] in _MARKS:  # a run of stops may reach beyond
        space = _SPACE.search(text, last, line.end)
        high = space.start() if space else line.end
    start = line.start
    while low > start:
        low = _aligned(text, low - _WINDOW, start)
        stops = list(_STOPS.finditer(text, low, high))
        while stops:
            stop = stops.pop()
            end = stop.end()
            if end <= last and _is_end(text, stop, line):
                return end
        high = low
    return start


def first_end(text: str, last: int, line: Line) -> int:
    """Return where the first sentence behind ``last`` ends, at the latest with the line."""
    stop = _STOPS.search(text, _aligned(text, last, line.start), line.end)
    while stop is not None:  # most often once: then a list of all would cost as much again
        end = stop.end()
        if end > last and _is_end(text, stop, line):
            return end
        stop = _STOPS.search(text, end, line.end)
    return line.end


def _aligned(text: str, position: int, start: int) -> int:
    """Return a place at or before ``position`` where no run of stops is cut, or ``start``."""
    while position > start:
        if text[position - 1] not in _MARKS:
            return position
        position -= 1
    return start


def ends(text: str, low: int, line: Line) -> Iterator[int]:
    """Yield where sentences end from ``low`` on, but for the end of the line."""
    for stop in _STOPS.finditer(text, low, line.end):
        if _is_end(text, stop, line):
            yield stop.end()


def _is_end(text: str, stop: re.Match[str], line: Line) -> bool:
    """Say whether a sentence ends here; at the end of the line there is nothing left to end."""
    end = stop.end()
    after = text[end : end + 2]
    if after.isupper() and after[0] == " " and _is_whole_word(text, stop.start()):
        return True  # as most do
    return end < line.end and _is_end_after_all(text, stop, line)


def _is_end_after_all(text: str, stop: re.Match[str], line: Line) -> bool:
    if not text[stop.end()].isspace():
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


def _is_whole_word(text: str, stop: int) -> bool:
    """Say whether what stands before ``stop`` is a word that is short for no other."""
    low = stop - _LOOK_AROUND if stop > _LOOK_AROUND else 0
    space = text.rfind(" ", low, stop)
    word = text[low if space < 0 else space + 1 : stop]
    return len(word) > 1 and word.isalpha() and word.lower() not in _SHORTENED


def _runs_on(text: str, stop: re.Match[str], line: Line) -> bool:
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


def _token_before(text: str, position: int, line: Line) -> str:
    """Return what stands before ``position`` without white space in it, its last 40 characters."""
    near = text[max(line.start, position - _LOOK_AROUND) : position]
    return near.split()[-1] if near and not near[-1].isspace() else ""


def _is_abbreviation(text: str, stop: int, begin: int, line: Line) -> bool:
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
