"""Links in words: what one says as a sentence, what stands at its other end, and its short sign."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from reviewer.domain.actors import ChainMember
from reviewer.domain.counterparts import Counterpart
from reviewer.domain.errors import NotAllowed, NotFound
from reviewer.domain.links import (
    LINK_TYPE_LABELS,
    Link,
    LinkedEnd,
    LinkType,
    SourceToFind,
    check_type,
    guessed_type,
)
from reviewer.domain.passages import first_words
from reviewer.domain.query_hits import one_line
from reviewer.domain.spans import Span
from reviewer.domain.tags import RecordKind
from reviewer.environment.translation import N_, _, filled
from reviewer.ui.models.dates import shown
from reviewer.ui.models.where_else import MOST_SHOWN, Elsewhere
from reviewer.ui.wording import isolated, isolated_values
from reviewer.workspace.project import Workspace

SIGNS = {
    LinkType.DENIES: "×",
    LinkType.REJECTS_IN_GENERAL: "~×",
    LinkType.CONTRADICTS: "≠",
    LinkType.CORROBORATES: "+",
    LinkType.REPEATS: "″",
    LinkType.RETRACTS: "↩",
    LinkType.UPDATES: "↑",
    LinkType.COUNTS_WITHIN: "<",
    LinkType.SAME_FIGURE: "=",
}
"""What stands for a type where there is no room for its words."""

SENTENCES = {
    LinkType.DENIES: N_("{passage} denies {other}"),
    LinkType.REJECTS_IN_GENERAL: N_("{passage} rejects {other} in general"),
    LinkType.CONTRADICTS: N_("{passage} and {other} cannot both hold"),
    LinkType.CORROBORATES: N_("{passage} supports {other}"),
    LinkType.REPEATS: N_("{passage} repeats {other}"),
    LinkType.RETRACTS: N_("{passage} takes {other} back"),
    LinkType.UPDATES: N_("{passage} is a newer count of {other}"),
    LinkType.COUNTS_WITHIN: N_("{passage} is part of {other}"),
    LinkType.SAME_FIGURE: N_("{passage} and {other}: same people, told again"),
}


def link_sentence(workspace: Workspace, link: Link) -> str:
    """Return what a link says, as in "D7·2 denies D4·12"; raises ``NotFound``."""
    passage = workspace.passages.label(link.from_passage)
    if link.to_passage is not None:
        other = workspace.passages.label(link.to_passage)
    else:
        found = workspace.documents.get(link.to_document or 0)
        other = f"{found.label} “{isolated(first_words(found.title, 40))}”"
    return _(SENTENCES[link.type]).format(passage=passage, other=other)


def sign_words(kind: LinkType) -> str:
    """Return the short sign of a type so that it stands in a sentence of any direction unturned."""
    return f"\u2066{SIGNS[kind]}\u2069"


def end_words(end: LinkedEnd) -> str:
    """Return what stands at the other end: its number and its first words in quotation marks."""
    words = end.quote if end.passage is not None else end.document_title
    return f"{end.label} “{isolated(first_words(words, 60))}”"


def linked_rows(workspace: Workspace, ends: Sequence[LinkedEnd]) -> list[Elsewhere]:
    """Return the other ends of a passage's links as rows; a source not held stands as itself."""
    known = workspace.passages.listed([end.passage for end in ends if end.passage is not None])
    rows = []
    for end in ends:
        span = known[end.passage].span if end.passage in known else Span(0, 1)
        words = _(end.words) if end.passage is not None else _("a source not in this project")
        rows.append(
            Elsewhere(
                *(end.document, span, end.label, end.document_title),
                *(one_line(end.quote[:MOST_SHOWN]), words, end.passage, end.link),
            )
        )
    return rows


def passage_rows(
    workspace: Workspace, passages: Sequence[int], reasons: Mapping[int, str] | None = None
) -> list[Elsewhere]:
    """Return passages as rows in this order; those that are gone are left out.

    Where nothing is said of one, its tag is.
    """
    known, said = workspace.passages.listed(passages), reasons or {}
    return [
        Elsewhere(
            *(row.document, row.span, row.label, row.document_title),
            *(one_line(row.quote[:MOST_SHOWN]), said.get(row.id, row.tag_name), row.id),
        )
        for row in (known[one] for one in passages if one in known)
    ]


def counterpart_rows(workspace: Workspace, found: Sequence[Counterpart]) -> list[Elsewhere]:
    """Return likely counterparts as rows, each with its reasons in words."""
    reasons = {
        one.passage: " · ".join(
            filled(reason.template, isolated_values(reason.values)) for reason in one.reasons
        )
        for one in found
    }
    return passage_rows(workspace, [one.passage for one in found], reasons)


def speaker_of(workspace: Workspace, passage: int) -> str:
    """Return the name of who says a passage, as filed or else as printed; empty where not named."""
    chain = workspace.records.of(passage).entered.get("chain")
    members = (
        [one for one in chain if isinstance(one, ChainMember)] if isinstance(chain, tuple) else []
    )
    if not members:
        return ""
    actor = members[-1].actor
    if actor is None:
        return members[-1].printed
    try:
        return workspace.actors.get(actor).name
    except NotFound:
        return ""


def source_words(source: SourceToFind, *, labelled: bool = True) -> str:
    """Return what is known of a source beside its title, behind its number if it is labelled."""
    number = source.label if labelled else ""
    parts = [number, source.publisher, source.author, shown(source.posted)]
    return " · ".join(isolated(part) for part in parts if part)


def fitting_types(workspace: Workspace, link: Link) -> list[LinkType]:
    """Return the types a link may have between its ends, whichever way round."""
    start = record_of(workspace, link.from_passage)
    end = None if link.to_passage is None else record_of(workspace, link.to_passage)
    return [one for one in LinkType if _fits(one, start, end)]


def types_for_source(workspace: Workspace, passage: int) -> list[LinkType]:
    """Return the types a link from a passage to a source not held may have, likeliest first."""
    start = record_of(workspace, passage)
    guessed = guessed_type(start)
    fitting = [one for one in LinkType if _fits(one, start, None)]
    return sorted(fitting, key=lambda one: one is not guessed)


def types_between(workspace: Workspace, one: int, other: int) -> list[LinkType]:
    """Return the types a link of two passages may have, whichever way round."""
    start, end = record_of(workspace, one), record_of(workspace, other)
    return [kind for kind in LinkType if _fits(kind, start, end)]


def typed_row(row: Elsewhere, kind: LinkType) -> Elsewhere:
    """Return a row that says as what it would be linked."""
    words = _("would be linked as: {type}").format(type=_(LINK_TYPE_LABELS[kind]))
    reasons = _(" · ").join(part for part in (words, row.reasons) if part)
    return replace(row, reasons=reasons, type=kind)


def record_of(workspace: Workspace, passage: int) -> RecordKind:
    """Return which record a passage carries, by its tag; raises ``NotFound``."""
    return workspace.tags.get(workspace.passages.get(passage).tag).record


def passage_words(workspace: Workspace, passage: int, characters: int = 60) -> str:
    """Return a passage's number and its first words in quotation marks; raises ``NotFound``."""
    found = workspace.passages.get(passage)
    words = isolated(first_words(found.quote, characters))
    return f"{workspace.passages.label(passage)} “{words}”"


def _fits(kind: LinkType, start: RecordKind, end: RecordKind | None) -> bool:
    for one, other in ((start, end), (end, start)):
        if one is not None:
            try:
                check_type(kind, one, other)
            except NotAllowed:
                continue
            return True
    return False
