"""``reviewer tag``: tag passages from a JSON Lines file, the good lines as one step."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import click

from reviewer.cli.analyst import identity
from reviewer.cli.codes import CannotStart, ExitCode
from reviewer.cli.given import GivenPath
from reviewer.cli.lines import Refused, Wish, wishes
from reviewer.cli.names import Documents, Tags
from reviewer.cli.printing import complain, say, say_json, sentence
from reviewer.cli.progress import watched
from reviewer.cli.projects import open_to_write
from reviewer.domain.anchors import anchor, holds, place_of
from reviewer.domain.codebooks import same_name
from reviewer.domain.errors import NotAllowed, NotFound, ReviewerError
from reviewer.domain.offsets import is_boundary
from reviewer.domain.passages import first_words
from reviewer.domain.progress import Progress
from reviewer.domain.spans import Span
from reviewer.domain.words import N_
from reviewer.environment.translation import _, counted
from reviewer.workspace.operations.passages import Tagging
from reviewer.workspace.project import Workspace

_HELP = """\
Tag passages of PROJECT as FILE says (- is standard input). The good lines are one change, which
one undo takes back; a bad line is reported with its number and leaves the others be: exit code 1.

\b
FILE is JSON Lines in UTF-8, one passage a line:
  document      uid, SHA-256 of the text or of the file, original name, or
                title, tried in that order; it must mean one document
  start, end    the place in code points, the end not included
  quote         the words; alone where they stand once in the document,
                or with start and end, and then they must stand there
  tag           name of the tag
  note          your own words, if you like
  statement     what the passage says, in plain words, if you like
  translation, translation_language, translator
                a translation, its language (a code as ur, or a name), and
                whose it is, if you like

Other keys are passed over. Places are kept exactly, and it is said where one cuts a character
that is made of several code points.

\b
--json prints one object:
  format      1
  project     path of the project file
  tagged      one object a passage, in order of line:
    line, passage (D4·12), uid
    cuts      whether it begins or ends inside a character
  refused     line and problem of each line that was not used
  made_tags   names of the tags that were made
"""
_LINES_BETWEEN_REPORTS = 200


@dataclass(slots=True)
class _Placed:
    """A line whose place was found."""

    wish: Wish
    document: int
    span: Span
    cuts: bool
    passage: int = 0


@dataclass(slots=True)
class _Work:
    """What became of the lines until now."""

    placed: list[_Placed] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)
    made_tags: list[str] = field(default_factory=list)


@click.command("tag", help=_HELP, short_help="Tag passages from a JSON Lines file.")
@click.argument("project", type=GivenPath())
@click.argument("file", type=GivenPath())
@click.option("--analyst", metavar="NAME", help="Whose work this is.")
@click.option("--make-tags", is_flag=True, help="Make the tags that are not there yet.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def tag(
    project: Path, file: Path, *, analyst: str | None, make_tags: bool, as_json: bool
) -> ExitCode:
    """Tag passages from a file."""
    who = identity(analyst)
    read = list(wishes(_lines(file)))
    work = _Work(refused=[one for one in read if isinstance(one, Refused)])
    with open_to_write(project, who) as workspace:
        with watched(_("Looking up")) as progress:
            _Places(workspace, work, make_tags=make_tags).find(
                [one for one in read if isinstance(one, Wish)], progress
            )
        _tag(workspace, work)
        values = _object(workspace, project, work) if as_json else {}
    _complain(work)
    if as_json:
        say_json(values)
    else:
        _report(project, work)
    return ExitCode.REFUSED if work.refused else ExitCode.DONE


def _lines(file: Path) -> list[bytes]:
    """Read the file before the project is opened, in case it is the project."""
    if str(file) == "-":
        if sys.stdin is None:
            raise CannotStart(N_("Standard input is closed."))
        return sys.stdin.buffer.readlines()
    with file.open("rb") as lines:
        return lines.readlines()


class _Places:
    """Finds each line's place, one document after another, so that a text is read once."""

    def __init__(self, workspace: Workspace, work: _Work, *, make_tags: bool) -> None:
        self._workspace = workspace
        self._work = work
        self._make_tags = make_tags
        self._tags = Tags(workspace)

    def find(self, read: Sequence[Wish], progress: Progress) -> None:
        """Sort lines into those whose place was found and those that are refused."""
        documents = Documents(self._workspace, {wish.document for wish in read})
        by_document: dict[int, list[Wish]] = {}
        for wish in read:
            try:
                self._check_tag(wish.tag)
                by_document.setdefault(documents.called(wish.document), []).append(wish)
            except ReviewerError as problem:
                self._work.refused.append(Refused(wish.number, problem))
        done = 0
        for document, here in by_document.items():
            self._find_in(document, here, progress, done, len(read))
            done += len(here)

    def _find_in(
        self, document: int, here: Sequence[Wish], progress: Progress, done: int, total: int
    ) -> None:
        text = self._workspace.documents.text(document)
        taken = self._taken(document)
        for count, wish in enumerate(here):
            if count % _LINES_BETWEEN_REPORTS == 0:
                progress.report(done + count, total)
            try:
                self._work.placed.append(self._placed(wish, document, text, taken))
            except ReviewerError as problem:
                self._work.refused.append(Refused(wish.number, problem))

    def _placed(
        self, wish: Wish, document: int, text: str, taken: dict[tuple[Span, int | str], str]
    ) -> _Placed:
        span = _span(wish, text)
        words = anchor(text, span).quote
        if not words.strip():
            raise NotAllowed(N_("Only blank space stands there: there are no words to tag."))
        key = (span, self._tags.called(wish.tag) or same_name(wish.tag))
        if key in taken:
            raise NotAllowed(
                N_("“{words}” has this tag already ({by})."),
                words=first_words(words, 40),
                by=taken[key],
            )
        taken[key] = _("line {number}").format(number=wish.number)
        cuts = not (is_boundary(text, span.start) and is_boundary(text, span.end))
        return _Placed(wish, document, span, cuts)

    def _taken(self, document: int) -> dict[tuple[Span, int | str], str]:
        """Return the places that have a tag already, with what says so."""
        label = self._workspace.documents.get(document).label
        return {
            (passage.span, passage.tag): f"{label}·{passage.number}"
            for passage in self._workspace.passages.on(document)
        }

    def _check_tag(self, name: str) -> None:
        if self._tags.called(name) is None and not self._make_tags:
            raise NotFound(
                N_("There is no tag “{name}”. Make it in the codebook, or give --make-tags."),
                name=name,
            )


def _span(wish: Wish, text: str) -> Span:
    if wish.start is None or wish.end is None:
        return place_of(text, wish.quote or "")
    span = Span(wish.start, wish.end)
    if wish.quote is not None and not holds(text, span, wish.quote):
        raise NotAllowed(
            N_("“{quote}” does not stand at {start} to {end}; “{words}” does."),
            quote=first_words(wish.quote),
            start=span.start,
            end=span.end,
            words=first_words(text[span.start : span.end]),
        )
    return span


def _tag(workspace: Workspace, work: _Work) -> None:
    """Write every line that has its place down, and the tags it needs, as one step."""
    work.placed.sort(key=lambda one: (one.document, one.wish.number))
    if not work.placed:
        return
    with workspace.history.step("passages.tag_many", {"count": len(work.placed)}):
        tags = _made(workspace, work)
        passages = workspace.passages.tag_many(
            [
                Tagging(one.document, one.span, tags[one.wish.tag], one.wish.note)
                for one in work.placed
            ]
        )
        for one, passage in zip(work.placed, passages, strict=True):
            one.passage = passage
            _detail(workspace, passage, one.wish)
    work.placed.sort(key=lambda one: one.wish.number)


def _detail(workspace: Workspace, passage: int, wish: Wish) -> None:
    if wish.statement:
        workspace.details.set_statement(passage, wish.statement)
    if wish.translation:
        workspace.details.set_translation(
            passage, wish.translation, wish.translation_language, wish.translator
        )


def _made(workspace: Workspace, work: _Work) -> dict[str, int]:
    """Return the tags by name, making those that are missing, in order of line."""
    tags: dict[str, int] = {}
    made: dict[str, int] = {}
    for one in sorted(work.placed, key=lambda one: one.wish.number):
        name = one.wish.tag
        known = None if name in tags else workspace.tags.named(name)
        if known is not None:
            tags[name] = known.id
        elif name not in tags:
            key = same_name(name)
            if key not in made:
                made[key] = workspace.tags.add(name)
                work.made_tags.append(name)
            tags[name] = made[key]
    return tags


def _complain(work: _Work) -> None:
    work.refused.sort(key=lambda one: one.number)
    for one in work.refused:
        complain(
            _("Line {number}: {problem}").format(number=one.number, problem=sentence(one.problem))
        )
    for placed in work.placed:
        if placed.cuts:
            complain(
                _("Line {number}: tagged as it says, but it cuts a character in two.").format(
                    number=placed.wish.number
                )
            )


def _report(project: Path, work: _Work) -> None:
    say(
        _("{passages} tagged in “{name}”, {refused}.").format(
            passages=counted("{count} passage", "{count} passages", len(work.placed)),
            name=project.name,
            refused=counted("{count} line refused", "{count} lines refused", len(work.refused)),
        )
    )
    if work.made_tags:
        say(_("Tags made: {names}").format(names=", ".join(work.made_tags)))


def _object(workspace: Workspace, project: Path, work: _Work) -> dict[str, object]:
    work.refused.sort(key=lambda one: one.number)
    return {
        "format": 1,
        "project": str(project),
        "tagged": [
            {
                "line": one.wish.number,
                "passage": workspace.passages.label(one.passage),
                "uid": workspace.passages.get(one.passage).uid,
                "cuts": one.cuts,
            }
            for one in work.placed
        ],
        "refused": [{"line": one.number, "problem": str(one.problem)} for one in work.refused],
        "made_tags": work.made_tags,
    }
