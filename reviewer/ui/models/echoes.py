"""Echoes as a list and the margin show them: where a sentence stands again, and how nearly."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from reviewer.domain.echoes import Echo, EchoPlace, NearDocument, differing_words
from reviewer.domain.passages import first_words
from reviewer.domain.progress import Progress
from reviewer.domain.query_hits import one_line
from reviewer.domain.sentences import sentences
from reviewer.domain.spans import Span
from reviewer.environment.translation import _, counted
from reviewer.ui.models.nearness import near_words
from reviewer.ui.models.where_else import MOST_SHOWN, Elsewhere
from reviewer.ui.text.echo_margin import EchoMark
from reviewer.ui.wording import isolated
from reviewer.workspace.operations.echoes import NearPair
from reviewer.workspace.project import Workspace

MOST_ROWS = 500
_MOST_NAMED = 6  # documents in a tip
_MOST_CHANGES = 3
_MOST_LOOKED_AT = 200  # sentences at the top of a text


@dataclass(frozen=True, slots=True)
class Found:
    """What was found of a document: its echoes, and the documents that share much of it."""

    echoes: tuple[Echo, ...] = ()
    near: tuple[NearDocument, ...] = ()


def look(project: Path, document: int, progress: Progress) -> Found:
    """Look for the echoes of a document, in a worker; raises ``Cancelled`` and ``NotFound``."""
    with Workspace.open(project, only_read=True) as workspace:
        progress.report(0)
        near = tuple(workspace.echoes.near(document))
        progress.report(0)
        return Found(tuple(workspace.echoes.echoes(document)), near)


def look_for_near(project: Path, documents: Sequence[int], progress: Progress) -> list[NearPair]:
    """Look which of several documents share much of an earlier one, in a worker."""
    found: list[NearPair] = []
    with Workspace.open(project, only_read=True) as workspace:
        for document in sorted(workspace.documents.listed(documents)):
            progress.report(0)
            found += workspace.echoes.near_among([document])
    return found


def echo_marks(workspace: Workspace, echoes: Iterable[Echo]) -> list[EchoMark]:
    """Return what the margin shows of echoes, each with what is told of it."""
    several = list(echoes)
    named = {place.document for echo in several for place in echo.places[:_MOST_NAMED]}
    labels = {one: workspace.documents.get(one).label for one in named}
    return [
        EchoMark(
            echo.span,
            echo.documents,
            any(place.exact for place in echo.places),
            _tip(echo, labels),
        )
        for echo in several
    ]


def _tip(echo: Echo, labels: Mapping[int, str]) -> str:
    """Return in which documents a sentence stands too: “also in D4, D7 (nearly word for word)”."""
    named = [
        labels[place.document]
        if place.exact
        else _("{document} (nearly word for word)").format(document=labels[place.document])
        for place in echo.places[:_MOST_NAMED]
    ]
    more = echo.documents - len(named)
    if more:
        named.append(counted("{count} more", "{count} more", more))
    return _("also in {documents}").format(documents=_(", ").join(named))


def echo_rows(workspace: Workspace, document: int, echoes: Iterable[Echo]) -> list[Elsewhere]:
    """Return a row for each place where a sentence of a document stands again, in order here."""
    words = workspace.documents.text(document)
    origins = workspace.origins.groups()
    wanted = [(echo.span, place) for echo in echoes for place in echo.places][:MOST_ROWS]
    rows: dict[int, Elsewhere] = {}
    # By documents, so that the text of each is read once.
    for at in sorted(range(len(wanted)), key=lambda at: wanted[at][1].document):
        span, place = wanted[at]
        about = workspace.documents.get(place.document)
        other = place.span.of(workspace.documents.text(place.document))
        reasons = [_how(place, span.of(words), other)]
        if _share(origins, document, place.document):
            reasons.append(_("one origin"))
        rows[at] = Elsewhere(
            place.document,
            place.span,
            about.label,
            about.title,
            one_line(other[:MOST_SHOWN]),
            _(" · ").join(reasons),
        )
    return [rows[at] for at in range(len(wanted))]


def near_rows(workspace: Workspace, document: int, near: Iterable[NearDocument]) -> list[Elsewhere]:
    """Return a row for each document that shares much of one."""
    origins = workspace.origins.groups()
    rows = []
    for one in near:
        about = workspace.documents.get(one.document)
        reasons = [near_words(one)]
        if _share(origins, document, one.document):
            reasons.append(_("one origin"))
        words = one_line(workspace.documents.text(one.document)[:MOST_SHOWN])
        rows.append(
            Elsewhere(
                one.document,
                _beginning(workspace, one.document),
                about.label,
                about.title,
                words,
                _(" · ").join(reasons),
            )
        )
    return rows


def near_sentence(workspace: Workspace, pairs: Sequence[NearPair]) -> str:
    """Return what is told after an import of documents that are nearly the same as others."""
    first = pairs[0]
    here = workspace.documents.get(first.document)
    there = workspace.documents.get(first.near.document)
    words = _(
        "“{name}” is nearly the same as {label} “{other}” ({shared} of {of} phrases)."
    ).format(
        name=isolated(first_words(here.title, 40)),
        label=there.label,
        other=isolated(first_words(there.title, 40)),
        shared=first.near.nearness.shared,
        of=first.near.nearness.of,
    )
    if len(pairs) > 1:
        words += " " + counted(
            "So is {count} more of the documents that came in.",
            "So are {count} more of the documents that came in.",
            len(pairs) - 1,
        )
    return words


def pair_rows(workspace: Workspace, pairs: Iterable[NearPair]) -> list[Elsewhere]:
    """Return a row for each document that came in and is nearly the same as an earlier one."""
    rows = []
    for one in pairs:
        about = workspace.documents.get(one.document)
        other = workspace.documents.get(one.near.document)
        called = f"{other.label} {isolated(other.title)}"
        reasons = _("as {document}: {how}").format(document=called, how=near_words(one.near))
        words = one_line(workspace.documents.text(one.document)[:MOST_SHOWN])
        rows.append(
            Elsewhere(
                one.document,
                _beginning(workspace, one.document),
                about.label,
                about.title,
                words,
                reasons,
            )
        )
    return rows


def _beginning(workspace: Workspace, document: int) -> Span:
    """Return the first sentence that is no furniture; of a text without one its first letter."""
    text = workspace.documents.text(document)
    hidden = [piece.span for piece in workspace.documents.furniture(document)]
    for span in islice(sentences(text, Span(0, len(text) or 1)), _MOST_LOOKED_AT):
        if not any(span.touches(piece) for piece in hidden):
            return span
    return Span(0, 1)


def _share(origins: Mapping[int, str], one: int, other: int) -> bool:
    return one in origins and origins[one] == origins.get(other)


def _how(place: EchoPlace, here: str, there: str) -> str:
    if place.exact:
        return _("word for word")
    mine, theirs = differing_words(here, there)
    if not mine or not theirs:
        return _("nearly word for word")
    return _("nearly word for word: here “{here}”, there “{there}”").format(
        here=isolated(_several(mine, here)), there=isolated(_several(theirs, there))
    )


def _several(spans: Sequence[Span], words: str) -> str:
    named = [first_words(span.of(words), 30) for span in spans[:_MOST_CHANGES]]
    return " … ".join(named)
