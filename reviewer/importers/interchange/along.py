"""What went along unseen in a stranger's file, and is back: ``exporters/interchange/along.py``.

Nothing of it is believed more than the rest of the file: rows come out as they stand and are looked
at where they are taken in. What the other program shows wins over what went along: a passage that
was moved there has its new place, and one that was taken away there does not come back.
"""

import json
from collections import Counter, defaultdict, deque
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import suppress

from reviewer.domain.errors import Unreadable
from reviewer.domain.interchange import Doubt, GivenRow
from reviewer.domain.links import LINK_TYPE_LABELS, REVERSE_LABELS, LinkType
from reviewer.domain.words import N_, Template, one_or_many
from reviewer.importers import shown
from reviewer.importers.decoding import decode

OURS = "reviewer"
_LONGEST_NAME = 100  # code points of a relation's name, and of the words it leads to
_DEEPEST = 12  # lists and objects in each other, in a row of ours
_SURE_NAMES = frozenset(("document", "document_uid", "text_sha256", "original_sha256"))
_PLACE = frozenset(("row", "tag", "start", "end", "quote", *_SURE_NAMES))
_OF_ONE_RECORD = frozenset(("record", "settled", "chain", "accused", "victims", "fields", "events"))
_NO_JSON = N_("“{name}” is no JSON that can be read. Get it again from where it came from.")
_CHANGED = one_or_many(
    "{count} passage that went out was moved, tagged anew or taken away: what was said of it "
    "is not taken over.",
    "{count} passages that went out were moved, tagged anew or taken away: what was said of "
    "them is not taken over.",
)
_RETAGGED = one_or_many(
    "{count} passage was tagged anew: the details of its old tag are left out.",
    "{count} passages were tagged anew: the details of their old tags are left out.",
)
NO_KIND = one_or_many(
    "{count} relation “{name}”: no kind of link is called so here. It stands in the note of "
    "the passage it starts from.",
    "{count} relations “{name}”: no kind of link is called so here. They stand in the notes of "
    "the passages they start from.",
)

Values = Mapping[str, object]
_NOTHING: Values = {}
_LONGEST_KEY = 200  # code points
MOST_LOOKED_AT = 20_000_000  # bytes of a file whose first value is a long one
_LOOKED_AT = 500  # values by which the kind of a file is told
_FIRST_PIECE = 64_000  # bytes
_CUT = 50  # characters at the end of a piece that a value must not come near
_BEFORE = " \t\r\n,"


def parsed(data: bytes, name: str) -> object:
    """Return what a file of JSON holds; raises ``Unreadable`` with its ``name``."""
    try:
        found: object = json.loads(decode(data, shown(name)).text)
    except (ValueError, RecursionError) as fault:
        raise Unreadable(_NO_JSON, name=shown(name)) from fault
    return found


def first_values(data: bytes) -> Iterator[object]:
    """Give the first values in a file, of which only the beginning need be there.

    Whoever has seen enough pays for no more: the bytes are looked at a piece at a time.
    """
    decoder, at, size = json.JSONDecoder(), 0, _FIRST_PIECE
    left = _LOOKED_AT
    while left:
        text = data[:size].decode("utf-8", "ignore")
        at = at or len(text) - len(text.lstrip(_BEFORE + "\ufeff["))
        whole = size >= len(data)
        with suppress(ValueError, RecursionError):
            while left:
                value, end = decoder.raw_decode(text, at)
                if not whole and end > len(text) - _CUT:
                    break  # it may be a part of a number only
                yield value
                left -= 1
                at = end
                while text[at : at + 1] in tuple(_BEFORE):
                    at += 1
        if whole:
            return
        size *= 8


def remarks(value: Values) -> Iterator[str]:
    """Give what else a file says of a text, a line each: nothing of it has a place of its own."""
    for key, one in value.items():
        if isinstance(one, dict) and is_flat(one):
            yield from remarks(one)
        elif one not in (None, "", []) and is_flat(one):
            yield f"{key}: {one if isinstance(one, str) else json.dumps(one, ensure_ascii=False)}"


def objects(value: object) -> list[Values]:
    """Return the objects in a list; nothing where it is no list."""
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def inner(value: object, key: str) -> Values:
    """Return an object in an object; an empty one where there is none."""
    found = value.get(key) if isinstance(value, Mapping) else None
    return found if isinstance(found, dict) else {}


def words(value: object) -> str:
    """Return a text that has words; empty for anything else."""
    return value if isinstance(value, str) and not value.isspace() else ""


def number(value: object) -> int | None:
    """Return a whole number; ``None`` for anything else, yes and no among it."""
    return value if isinstance(value, int) and not isinstance(value, bool) else None


class Tally:
    """Counts doubts of one kind, so that a thousand of them are one sentence."""

    def __init__(self) -> None:
        self._counts: Counter[tuple[Template, tuple[tuple[str, str | int], ...], str]] = Counter()

    def add(
        self,
        message: Template,
        at: str = "",
        *,
        count: int = 1,
        values: Mapping[str, object] = _NOTHING,
    ) -> None:
        """Count; ``message`` may say ``{count}`` and ``values``, ``at`` is where it stood."""
        told = ((key, one if isinstance(one, int) else str(one)) for key, one in values.items())
        self._counts[(message, tuple(sorted(told)), at)] += count

    def doubts(self) -> Iterator[Doubt]:
        """Give what was counted, in the order in which it was first met."""
        for (message, values, at), count in self._counts.items():
            if count:
                yield Doubt(message, {**dict(values), "count": count}, at)


class Keys:
    """What documents are called in rows: their uid where it went along, and no two alike."""

    def __init__(self) -> None:
        self.taken: set[str] = set()

    def new(self, wanted: object, otherwise: str) -> str:
        """Return what a document is called; ``otherwise`` is its own place in the file."""
        otherwise = otherwise[:_LONGEST_KEY]
        key = words(wanted)[:_LONGEST_KEY] or otherwise
        while key in self.taken:
            key = otherwise if key != otherwise else f"{key} +"
        self.taken.add(key)
        return key


class Passages:
    """Passages that went along, to be found again by start, end and tag."""

    def __init__(self, gone: Iterable[Values]) -> None:
        self._waiting: dict[tuple[object, ...], deque[Values]] = defaultdict(deque)
        for one in gone:
            place = (number(one.get("start")), number(one.get("end")), words(one.get("tag")))
            self._waiting[place].append(one)

    def take(self, start: int, end: int, tag: str) -> Values:
        """Return what is said of one that stands there still; each comes once."""
        found = self._waiting.get((start, end, tag))
        return found.popleft() if found else {}

    def doubt(self, tally: Tally) -> None:
        """Count those that nobody asked for."""
        tally.add(_CHANGED, count=sum(map(len, self._waiting.values())))


def passage(
    document: str, place: tuple[int, int], tag: str, said: Values, tally: Tally
) -> dict[str, object]:
    """Return the row of a passage, with what went along with it.

    Where it has another tag now, what only makes sense under its old one is left out.
    """
    kept = {key: value for key, value in said.items() if key not in _PLACE and is_flat(value)}
    if words(said.get("tag")) not in ("", tag) and _OF_ONE_RECORD.intersection(kept):
        tally.add(_RETAGGED)
        kept = {key: value for key, value in kept.items() if key not in _OF_ONE_RECORD}
    start, end = place
    own = {"row": "passage", "document": document, "tag": tag, "start": start, "end": end}
    return {**kept, **own}


def described(document: str, said: Values) -> dict[str, object]:
    """Return the row of a document that came along."""
    kept = {key: value for key, value in said.items() if key not in _PLACE and is_flat(value)}
    return {**kept, "row": "document", "document": document}


def rows(gone: object, documents: Collection[str], at: str) -> Iterator[GivenRow]:
    """Give rows that went along; those of ``documents`` that came call them by their keys."""
    for one in objects(gone):
        if not is_flat(one):
            continue
        uid = one.get("document_uid")
        if isinstance(uid, str) and uid in documents:
            kept = {key: value for key, value in one.items() if key not in _SURE_NAMES}
            yield GivenRow({**kept, "document": uid}, at)
        else:
            yield GivenRow(dict(one), at)


class Relations:
    """Links as another program has them: by names of its own, between passages of one text."""

    def __init__(self, text: str, tally: Tally, gone: object = None) -> None:
        self._text = text
        self._tally = tally
        self._said = {
            tuple(str(one.get(key)) for key in ("type", "from", "to")): one for one in objects(gone)
        }

    def link(
        self, name: object, start: dict[str, object], end: Values, at: str
    ) -> Iterator[GivenRow]:
        """Give a link between two passages' rows, where its name is that of a kind of ours.

        Any other relation is written into the note of the passage it starts from.
        """
        kind = link_called(words(name))
        if kind is None:
            called = " ".join(words(name).split())[:_LONGEST_NAME] or "?"
            self._tally.add(NO_KIND, values={"name": shown(called)})
            line = f"{called} → “{self._words(end)}”"
            start["note"] = "\n".join(filter(None, (words(start.get("note")), line)))
            return
        link, turned = kind
        one, other = (end, start) if turned else (start, end)
        ends = str(one["key"]), str(other["key"])
        said = self._said.get((str(link), *ends), {})
        kept = {key: value for key, value in said.items() if is_flat(value)}
        row = {"row": "link", "type": str(link), "from": ends[0], "to": ends[1]}
        yield GivenRow({**kept, **row}, at)

    def _words(self, row: Values) -> str:
        start, end = number(row.get("start")) or 0, number(row.get("end")) or 0
        return " ".join(self._text[start : min(end, start + _LONGEST_NAME)].split())


def link_called(name: str) -> tuple[LinkType, bool] | None:
    """Return the kind of link that a name means, and whether it is told from the other end."""
    return _CALLED.get(_plain(name))


def _plain(name: str) -> str:
    return "_".join(name.casefold().replace("-", " ").replace("_", " ").split())


_CALLED = {
    **{_plain(label): (kind, True) for kind, label in REVERSE_LABELS.items()},
    **{_plain(label): (kind, False) for kind, label in LINK_TYPE_LABELS.items()},
    **{str(kind): (kind, False) for kind in LinkType},
}


def is_flat(value: object, depth: int = 0) -> bool:
    """Say whether a value is as shallow as every value of ours."""
    if depth > _DEEPEST:
        return False
    if isinstance(value, dict):
        return all(is_flat(one, depth + 1) for one in value.values())
    return not isinstance(value, list) or all(is_flat(one, depth + 1) for one in value)
