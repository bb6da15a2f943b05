"""``reviewer search``: find words in a project, each hit with the words around it."""

from collections.abc import Callable, Iterator
from itertools import chain, islice
from pathlib import Path

import click

from reviewer.cli.codes import CannotStart, ExitCode
from reviewer.cli.given import GivenPath
from reviewer.cli.printing import say, say_json, say_table
from reviewer.cli.progress import watched
from reviewer.domain.progress import Progress
from reviewer.domain.queries import BadQuery, parse
from reviewer.domain.search import HIT_KIND_LABELS, Hit, HitKind
from reviewer.environment.translation import _, counted
from reviewer.workspace.project import Workspace

MOST = 50
_ROOM = 40  # code points shown on either side

_HELP = """\
Find QUERY in PROJECT: every hit on one line, with the words around it, best document first.

\b
Words are found wherever they stand; capitals, accents and Arabic letter
forms do not matter.
  salt store           both words          "salt store"         the phrase
  salt OR store        at least one        salt NOT store       not the other
  tann*                words that begin so  (a OR b) c           in groups
  a NEAR/5 b           at most five words between; also NEAR(a b, 5)

\b
--in says where to look: in the documents' text, in passages (their words,
notes, statements, translations and what is entered of them), in notes (of
documents and of the project, and titles), in the register (the names of
actors and events), or in all of these. Nothing is changed. Works while a
window has the project open. Exit code 2 when QUERY cannot be read.

\b
--json prints one object:
  format      1
  project     path of the project file
  query       as given
  documents   how many documents the query fits in their text
  more        whether there are more hits than were asked for
  hits        one object a hit:
    kind      text, title, document_note, quote, passage_note, statement,
              translation, record, actor, event or project_note
    document  uid and label (D4), null where it is in none
    passage   label (D4·12), null where it is in none
    start, end  code points in the words that were searched: of the
              document's text, or of the note, title and so on
    before, words, after   the hit and what stands around it
"""


@click.command("search", help=_HELP, short_help="Find words in a project.")
@click.argument("project", type=GivenPath())
@click.argument("query")
@click.option(
    "--in",
    "where",
    type=click.Choice(("text", "passages", "notes", "register", "all")),
    default="text",
    help="Where to look; in the text if not said.",
)
@click.option(
    "--most", type=click.IntRange(min=0), default=MOST, help=f"So many hits; {MOST}, 0 for all."
)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def search(project: Path, query: str, *, where: str, most: int, as_json: bool) -> ExitCode:
    """Find words in a project."""
    try:
        parse(query)
    except BadQuery as fault:
        raise CannotStart(fault.template, **fault.values) from fault
    with Workspace.open(project, only_read=True) as workspace:
        with watched(_("Searching")) as progress:
            every = _hits(workspace, query, where, progress)
            found = list(islice(every, most + 1)) if most else list(every)
            count = workspace.search.search(query).count()
        hits, more = (found[:most], len(found) > most) if most else (found, False)
        if as_json:
            values = [_values(workspace, hit) for hit in hits]
            say_json(
                {
                    "format": 1,
                    "project": str(project),
                    "query": query,
                    "documents": count,
                    "more": more,
                    "hits": values,
                }
            )
        else:
            _report(workspace, hits, count, more=more)
    return ExitCode.DONE


def _hits(workspace: Workspace, query: str, where: str, progress: Progress) -> Iterator[Hit]:
    places: dict[str, Callable[[], Iterator[Hit]]] = {
        "text": lambda: workspace.search.search(query).hits(progress),
        "passages": lambda: workspace.search.in_passages(query, progress),
        "notes": lambda: chain(
            workspace.search.in_titles_and_notes(query, progress),
            workspace.search.in_journal(query),
        ),
        "register": lambda: workspace.search.in_register(query),
    }
    wanted = places.values() if where == "all" else (places[where],)
    return chain.from_iterable(ask() for ask in wanted)


def _report(workspace: Workspace, hits: list[Hit], documents: int, *, more: bool) -> None:
    if hits:
        say_table(
            (_("Place"), "", _("Words")),
            [
                (
                    _place(workspace, hit),
                    _end_of(hit.before.rstrip()),
                    f"[{hit.words}]{_beginning_of(hit.after)}",
                )
                for hit in hits
            ],
            right={1},
        )
        say("")
    shown = counted("{count} hit", "{count} hits", len(hits))
    of = counted("{count} document fits", "{count} documents fit", documents)
    say(f"{shown}; {of}.")
    if more:
        say(_("There are more hits: --most 0 shows all of them."))


def _place(workspace: Workspace, hit: Hit) -> str:
    label = _passage(workspace, hit) or _document(workspace, hit) or ""
    if hit.kind is HitKind.TEXT:
        return label
    return f"{label} {_(HIT_KIND_LABELS[hit.kind])}".strip()


def _document(workspace: Workspace, hit: Hit) -> str | None:
    return None if hit.document is None else workspace.documents.get(hit.document).label


def _passage(workspace: Workspace, hit: Hit) -> str | None:
    return None if hit.passage is None else workspace.passages.label(hit.passage)


def _values(workspace: Workspace, hit: Hit) -> dict[str, object]:
    document = None if hit.document is None else workspace.documents.get(hit.document)
    return {
        "kind": hit.kind.value,
        "document": document and {"uid": document.uid, "label": document.label},
        "passage": _passage(workspace, hit),
        "start": hit.span.start,
        "end": hit.span.end,
        "before": hit.before,
        "words": hit.words,
        "after": hit.after,
    }


def _end_of(words: str) -> str:
    return words if len(words) <= _ROOM else words[-_ROOM:].partition(" ")[2]


def _beginning_of(words: str) -> str:
    return words if len(words) <= _ROOM else words[:_ROOM].rpartition(" ")[0]
