"""What the window says of work of another program: before it comes in, and what became of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reviewer.domain.interchange import Doubt
from reviewer.domain.project_lines import Refused
from reviewer.environment.translation import _, counted, filled
from reviewer.ui.wording import isolated, isolated_values, one_line, sentence
from reviewer.workspace.operations.interchange import TakenWork
from reviewer.workspace.reading_work import OtherWork
from reviewer.workspace.taking.prospect import ComingDocument, ComingTag, Prospect


@dataclass(frozen=True, slots=True)
class WorkRow:
    """A document or a tag: its name, how many passages, and what becomes of it."""

    name: str
    passages: int
    becomes: str


def document_rows(documents: Sequence[ComingDocument], *, over: bool = False) -> list[WorkRow]:
    """Return the documents, those that come first; ``over`` says that they did."""
    rows = []
    for one in sorted(documents, key=lambda one: bool(one.here)):
        name = one_line(one.title or one.name or one.here)
        here = _("is here already: {label}").format(label=isolated(one.here))
        rows.append(WorkRow(name, one.passages, here if one.here else _comes(over=over)))
    return rows


def tag_rows(tags: Sequence[ComingTag], *, over: bool = False) -> list[WorkRow]:
    """Return the tags, those that come first."""
    return [
        WorkRow(one_line(one.name), one.passages, _becomes(one, over=over))
        for one in sorted(tags, key=lambda one: one.here)
    ]


def _becomes(tag: ComingTag, *, over: bool) -> str:
    if tag.here:
        return _("is there already")
    if not tag.comes:
        return (
            _("did not come in: none of its passages could")
            if over
            else _("does not come: none of its passages can")
        )
    if tag.refused and not tag.passages:
        return (
            _("came in, without its passages")
            if over
            else _("comes, without its passages: they cannot")
        )
    return _comes(over=over)


def _comes(*, over: bool) -> str:
    return _("came in") if over else _("comes")


def prospect_in_words(prospect: Prospect) -> str:
    """Return what would come, in counts on one line."""
    here = sum(bool(one.here) for one in prospect.documents)
    known = sum(one.here for one in prospect.tags)
    words = [
        _with_known(
            counted("{count} document", "{count} documents", len(prospect.documents)), here
        ),
        _with_known(counted("{count} tag", "{count} tags", len(prospect.tags)), known),
        counted("{count} passage", "{count} passages", prospect.passages),
        *_more(prospect.links, prospect.events),
    ]
    words += _doubtful(prospect.not_certain)
    refused = len(prospect.refused)
    if refused:
        words.append(counted("{count} cannot come in", "{count} cannot come in", refused))
    return " · ".join(words)


def _with_known(words: str, known: int) -> str:
    if not known:
        return words
    there = counted("{count} is there already", "{count} are there already", known)
    return _("{things} ({known})").format(things=words, known=there)


def _more(links: int, events: int) -> Iterator[str]:
    if links:
        yield counted("{count} link", "{count} links", links)
    if events:
        yield counted("{count} event", "{count} events", events)


def _doubtful(not_certain: int) -> Iterator[str]:
    if not_certain:
        yield counted("{count} place not certain", "{count} places not certain", not_certain)


def outcome_in_words(found: TakenWork) -> str:
    """Return what became of it, in counts on one line."""
    came = sum(one.document is not None for one in found.outcomes)
    made = found.taken.made
    words = [
        counted("{count} document came in", "{count} documents came in", came),
        counted("{count} passage", "{count} passages", len(found.taken.passages)),
        *_more(made.get("link", 0), made.get("event", 0)),
    ]
    joined = len(found.joined)
    if joined:
        words.insert(1, counted("{count} was here already", "{count} were here already", joined))
    words += _doubtful(len(found.not_certain))
    left = len(_left(found))
    if left:
        words.append(counted("{count} did not come in", "{count} did not come in", left))
    return " · ".join(words)


def _left(found: TakenWork) -> list[str]:
    files = [sentence(one.problem) for one in found.outcomes if one.problem is not None]
    return [*files, *(sentence(one.problem) for one in found.taken.refused)]


def doubts_in_words(doubts: Sequence[Doubt]) -> list[str]:
    """Return what was chosen between readings and what is not taken over, a sentence each."""
    return [_placed(one.at, filled(one.message, isolated_values(one.values))) for one in doubts]


def refused_in_words(work: OtherWork, refused: Sequence[Refused]) -> list[str]:
    """Return why some of it cannot come in, each with where it stands in the file."""
    return [
        _placed(
            work.at(one.number) or _("row {number}").format(number=one.number),
            sentence(one.problem),
        )
        for one in refused
    ]


def kept_in_words(count: int) -> list[str]:
    """Return what is to be known of documents that are here, and of which work says otherwise."""
    if not count:
        return []
    return [
        counted(
            "Of {count} document that is here it says something else: how far it was read, its "
            "dates or its source. Yours stands.",
            "Of {count} documents that are here it says something else: how far they were read, "
            "their dates or their sources. Yours stands.",
            count,
        )
    ]


def not_certain_in_words(count: int, *, over: bool = False) -> list[str]:
    """Return what is to be known of passages whose place is not certain; ``over``: they are in."""
    if not count:
        return []
    if over:
        return [
            counted(
                "{count} passage came in with other words than stand at its place. It is “Place "
                "not certain” until somebody has looked at it.",
                "{count} passages came in with other words than stand at their places. They are "
                "“Place not certain” until somebody has looked at them.",
                count,
            )
        ]
    return [
        counted(
            "{count} passage came with other words than stand at its place. It comes in as “Place "
            "not certain”, with the words it came with, to be looked at.",
            "{count} passages came with other words than stand at their places. They come in as "
            "“Place not certain”, with the words they came with, to be looked at.",
            count,
        )
    ]


def problems_in_words(work: OtherWork, found: TakenWork) -> list[str]:
    """Return what did not come in, once it was tried."""
    files = [sentence(one.problem) for one in found.outcomes if one.problem is not None]
    return [*files, *refused_in_words(work, found.taken.refused)]


def _placed(at: str, words: str) -> str:
    return f"{isolated(at)}: {words}" if at else words
