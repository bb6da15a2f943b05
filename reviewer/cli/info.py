"""``reviewer info``: what is in a project."""

from collections.abc import Iterator
from pathlib import Path

import click

from reviewer.cli.codes import ExitCode
from reviewer.cli.given import GivenPath
from reviewer.cli.printing import say, say_json, say_table
from reviewer.domain.documents import REVIEW_STATUS_LABELS, Document, DocumentRow
from reviewer.domain.edtf import DateBasis, WrittenDate
from reviewer.domain.snapshot import PassageFilter
from reviewer.domain.steps import Step
from reviewer.environment.clock import local_time
from reviewer.environment.translation import _, counted, filled
from reviewer.workspace.project import Workspace

_HELP = """\
Say what is in PROJECT: its documents, tags, analysts and how far the work has come.

The table is for people; --json has everything. Nothing is changed. Works while a window has the
project open.

\b
--json prints one object:
  format        1
  project       path of the project file
  documents     one object a document, in order of number:
    uid, label (D4), title, original_name, media_type, author, publisher,
    url, language, note
    posted, captured    words as printed, edtf, basis (unambiguous,
                        ambiguous, settled, site, entered, or empty)
    imported_at         UTC
    words, characters   of the text; characters are code points
    text_sha256, original_sha256
    encoding            how the file's bytes were read
    encoding_basis      mark, zero_pattern, strict, damaged, declared,
                        guessed or chosen
    review_status       unread, reading, done or set_aside
    set_aside_reason, second_look
    furniture           start, end (code points) and kind of each span
    passages            how many
  tags          uid, name, key, definition, record, passages
  analysts      uid and name of everyone who has worked here
  counts        documents, passages, tags, analysts, actors, events,
                questions, links, sources_to_find, unconfirmed (passages with
                readings nobody confirmed), and review_status: how many
                documents have each
"""
_AT_ONCE = 500  # documents asked for by one question
_RIGHT = {1, 2, 3}
_FIRST = 12  # characters of a fingerprint that tell files apart at a glance


@click.command("info", help=_HELP, short_help="Say what is in a project.")
@click.argument("project", type=GivenPath())
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def info(project: Path, *, as_json: bool) -> ExitCode:
    """Say what is in a project."""
    with Workspace.open(project, only_read=True) as workspace:
        if as_json:
            say_json(_object(workspace, project))
        else:
            _report(workspace)
    return ExitCode.DONE


def _report(workspace: Workspace) -> None:
    say(_summary(workspace))
    cut = workspace.history.cut_short()
    if cut is not None:
        say(_not_finished(cut))
    if workspace.documents.count():
        say("")
        say_table(_header(), list(map(_cells, _documents(workspace))), right=_RIGHT)
    say("")
    counts = workspace.tags.counts()
    say_table(
        (_("Key"), _("Passages"), _("Tag"), _("Definition")),
        [
            (tag.key, f"{counts.get(tag.id, 0):,}", tag.name, " ".join(tag.definition.split()))
            for tag in workspace.tags.all()
        ],
        right={1},
    )
    say("")
    say(
        _(
            "Actors {actors}, events {events}, questions {questions}, links {links}, sources to "
            "find {sources_to_find}, passages not confirmed {unconfirmed}"
        ).format(**_carried(workspace))
    )
    say(_("Analysts: {names}").format(names=", ".join(one.name for one in workspace.analysts())))


def _summary(workspace: Workspace) -> str:
    statuses = ", ".join(
        f"{count:,} {_(REVIEW_STATUS_LABELS[status]).lower()}"
        for status, count in workspace.documents.counts_by_status().items()
        if count
    )
    documents = counted("{count} document", "{count} documents", workspace.documents.count())
    passages = counted("{count} passage", "{count} passages", workspace.passages.count())
    states = f" ({statuses})" if statuses else ""
    return f"{workspace.name}: {documents}{states}, {passages}"


def _not_finished(step: Step) -> str:
    words = _("Not finished: {step}, {when}. It was cut short, or goes on just now in a window.")
    done = filled(step.words, dict(step.arguments))
    return words.format(step=done, when=local_time(step.at))


def _header() -> tuple[str, ...]:
    return (
        _("Document"),
        _("Words"),
        _("Passages"),
        _("Furniture"),
        _("Status"),
        _("Published"),
        _("Text"),
        _("File"),
        _("File name"),
        _("Title"),
    )


def _cells(found: "_Found") -> tuple[str, ...]:
    values, row = found
    furniture = values["furniture"]
    return (
        row.label,
        f"{row.words:,}",
        f"{row.passages:,}",
        str(len(furniture)) if isinstance(furniture, list) else "",
        _(REVIEW_STATUS_LABELS[row.review_status]),
        _published(row.posted),
        str(values["text_sha256"])[:_FIRST],
        str(values["original_sha256"])[:_FIRST],
        str(values["original_name"]),
        row.title,
    )


def _published(date: WrittenDate) -> str:
    if date.basis is DateBasis.AMBIGUOUS:
        return _("{words} (ambiguous)").format(words=date.words)
    return date.edtf or date.words


_Found = tuple[dict[str, object], DocumentRow]


def _documents(workspace: Workspace) -> Iterator[_Found]:
    """Give every listed document's JSON object, with its row of the list."""
    ids = workspace.documents.ids()
    for start in range(0, len(ids), _AT_ONCE):
        rows = workspace.documents.listed(ids[start : start + _AT_ONCE])
        for document in ids[start : start + _AT_ONCE]:
            row = rows[document]
            yield _document(workspace, workspace.documents.get(document), row), row


def _document(workspace: Workspace, document: Document, row: DocumentRow) -> dict[str, object]:
    facts = workspace.documents.facts(document.id)
    return {
        "uid": document.uid,
        "label": document.label,
        "title": document.title,
        "original_name": document.original_name,
        "media_type": document.media_type,
        "author": document.author,
        "publisher": document.publisher,
        "url": document.url,
        "language": document.language,
        "note": document.note,
        "posted": _date(document.posted),
        "captured": _date(document.captured),
        "imported_at": document.imported_at,
        "words": row.words,
        "characters": facts.length if facts else 0,
        "text_sha256": facts.sha256 if facts else "",
        "original_sha256": workspace.documents.original_sha256(document.id),
        "encoding": facts.encoding if facts else "",
        "encoding_basis": facts.encoding_basis.value if facts else "",
        "review_status": document.review_status.value,
        "set_aside_reason": document.set_aside_reason,
        "second_look": document.second_look,
        "furniture": [
            {"start": piece.span.start, "end": piece.span.end, "kind": piece.kind.value}
            for piece in workspace.documents.furniture(document.id)
        ],
        "passages": row.passages,
    }


def _date(date: WrittenDate) -> dict[str, str]:
    return {"words": date.words, "edtf": date.edtf, "basis": date.basis.value}


def _object(workspace: Workspace, project: Path) -> dict[str, object]:
    counts = workspace.tags.counts()
    tags = workspace.tags.all()
    analysts = workspace.analysts()
    statuses = workspace.documents.counts_by_status()
    return {
        "format": 1,
        "project": str(project),
        "documents": [values for values, _row in _documents(workspace)],
        "tags": [
            {
                "uid": tag.uid,
                "name": tag.name,
                "key": tag.key,
                "definition": tag.definition,
                "record": tag.record.value,
                "passages": counts.get(tag.id, 0),
            }
            for tag in tags
        ],
        "analysts": [{"uid": analyst.uid, "name": analyst.name} for analyst in analysts],
        "counts": {
            "documents": workspace.documents.count(),
            "passages": workspace.passages.count(),
            "tags": len(tags),
            "analysts": len(analysts),
            **_carried(workspace),
            "review_status": {status.value: count for status, count in statuses.items()},
        },
    }


def _carried(workspace: Workspace) -> dict[str, int]:
    events = workspace.events.all()
    return {
        "actors": len(workspace.actors.all()),
        "events": len(events),
        "questions": sum(len(workspace.events.questions(event.id)) for event in events),
        "links": len(workspace.links.all()),
        "sources_to_find": len(workspace.links.sources_to_find()),
        "unconfirmed": len(workspace.passages.ids(PassageFilter(unconfirmed=True))),
    }
