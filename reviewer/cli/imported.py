"""What became of an import: told as it goes, by kind and for likeness at its end, or as JSON."""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from reviewer.cli.came import made_beside
from reviewer.cli.printing import complain, say, say_json, sentence
from reviewer.cli.progress import watched
from reviewer.cli.tag import rows_of
from reviewer.cli.works import CameIn, say_what_came
from reviewer.domain.documents import KIND_LABELS
from reviewer.domain.errors import ReviewerError
from reviewer.domain.incoming import EncodingBasis
from reviewer.domain.progress import Progress
from reviewer.domain.words import N_
from reviewer.environment.translation import _, counted, filled
from reviewer.workspace.found import kinds_of
from reviewer.workspace.operations.echoes import NearPair
from reviewer.workspace.operations.imports import AlreadyIn, Outcome
from reviewer.workspace.project import Workspace
from reviewer.workspace.reading_files import OtherKind, is_project_lines
from reviewer.workspace.taking.outcome import Taken

MOST_NEAR = 20
"""Documents that are like others, named; the rest are counted."""

_UNSURE = {
    EncodingBasis.GUESSED: N_(
        "“{name}” was read as {encoding}, a guess from its bytes. If it reads wrong, undo and "
        "import it with --encoding."
    ),
    EncodingBasis.DAMAGED: N_(
        "“{name}” was read as {encoding}, but some of its bytes are none; they show as �."
    ),
}
_SAME_TEXT = N_("it has the same words as {label}, which came in another file.")
MOST_WORDS = 2_000_000
"""Words compared without being asked to, in some five seconds: of 600 documents of 20 KB."""

_LEAST_WORDS = 1_000  # a shorter document takes as long as one of so many
_AT_ONCE = 1_000  # documents asked about between two looks whether to stop
_NEARLY = 0.8  # of the phrases compared


@dataclass(slots=True)
class Report:
    """What became of the import until now.

    ``imported`` has what is printed of a document by its id, and is ``None`` where nothing is
    printed of each: it asks the project. ``same`` are documents whose text another has.
    """

    project: Path
    imported: dict[int, dict[str, object]] | None = None
    came: list[int] = field(default_factory=list)
    same: set[int] = field(default_factory=set)
    kinds: Counter[str] = field(default_factory=Counter)  # media types
    kinds_with_mail: Counter[str] = field(default_factory=Counter)
    refused: list[dict[str, object]] = field(default_factory=list)
    known: int = 0  # of those refused: the very same file is in the project already
    others: list[Path] = field(default_factory=list)
    hidden: int = 0
    of_pages: int = 0
    own_work: list[Path] = field(default_factory=list)
    taken: list[tuple[Path, Taken]] = field(default_factory=list)
    works: list[tuple[CameIn, dict[str, object]]] = field(default_factory=list)
    compared: bool = False
    stopped: bool = False
    unmade: bool = False  # the project was made for it, and is gone since nothing came in

    @property
    def is_clean(self) -> bool:
        """Whether nothing was refused."""
        if not all(came.is_clean for came, _values in self.works):
            return False
        return not self.refused and not any(taken.refused for _path, taken in self.taken)

    @property
    def brought(self) -> bool:
        """Whether anything came in."""
        return bool(self.came) or any(one.passages or one.made for one in self.all_taken)

    @property
    def all_taken(self) -> list[Taken]:
        """What became of lines of our own, and of those of other programs' work."""
        theirs = [came.found.taken for came, _values in self.works]
        return [one for _path, one in self.taken] + theirs

    def refuse(self, path: Path, problem: ReviewerError, called: str = "") -> None:
        """Tell of a file that does not come in."""
        complain(sentence(problem))
        self.refused.append(
            {"path": str(path), "called": called or path.name, "problem": str(problem)}
        )


def note(workspace: Workspace, outcome: Outcome, report: Report) -> None:
    """Tell what is to be told of one file, and note it."""
    if outcome.document is None:
        _note_problem(outcome, report)
        return
    report.came.append(outcome.document)
    if outcome.encoding_basis in _UNSURE:
        words = _(_UNSURE[outcome.encoding_basis])
        complain(words.format(name=outcome.called, encoding=outcome.encoding))
    remarks = [filled(remark.message, remark.values) for remark in outcome.remarks]
    if outcome.same_text_as:
        report.same.add(outcome.document)
        remarks.append(_(_SAME_TEXT).format(label=outcome.same_text_as))
    for remark in remarks:
        complain(_("“{name}”: {remark}").format(name=outcome.called, remark=remark))
    if report.imported is not None:
        report.imported[outcome.document] = _values(workspace, outcome, outcome.document)


def note_kinds(workspace: Workspace, report: Report) -> None:
    """Note of which kinds the documents are that came, and those that came with a mail."""
    rows = workspace.documents.listed(report.came).values()
    report.kinds = Counter(row.media_type for row in rows)
    report.kinds_with_mail = Counter(row.media_type for row in rows if row.parent)


def compare_all(workspace: Workspace, report: Report, *, wanted: bool | None) -> None:
    """Name the documents that came and say nearly the same as an earlier one.

    What was not compared before is compared first, and what that needs is written down. Where
    nobody said whether it is ``wanted``, it is done unless it takes long. Raises ``Cancelled``; the
    import stays as it is.
    """
    waiting = workspace.echoes.waiting()
    if wanted is None and report.came and _takes_long(workspace, {*waiting, *report.came}):
        complain(
            _(
                "Which of them say nearly the same was not looked for, because it takes long: "
                "--compare does it."
            )
        )
    elif wanted is not False:
        with watched(_("Comparing")) as progress:
            pairs = _near(workspace, report.came, waiting, progress)
        report.compared = True
        _tell_near(workspace, report, pairs)


def print_report(report: Report, *, as_json: bool) -> None:
    """Print what became of it all."""
    if report.others:
        complain(_others(report.others))
    if as_json:
        say_json(
            {
                "format": 1,
                "project": str(report.project),
                "imported": list((report.imported or {}).values()),
                "refused": report.refused,
                "stopped": report.stopped,
                "other_kinds": [str(path) for path in report.others],
                "hidden": report.hidden,
                "of_pages": report.of_pages,
                "taken_in": [_taken_in(path, taken) for path, taken in report.taken],
                "compared": report.compared,
                "works": [values for _came, values in report.works],
            }
        )
        return
    for came, _values_of_it in report.works:
        say_what_came(came)
    for path, taken in report.taken:
        _say_taken(path, taken)
    words = counted("{count} document", "{count} documents", len(report.came))
    say(
        _("{documents} imported into “{name}”, {refused}.").format(
            documents=words, name=report.project.name, refused=", ".join(_refused(report))
        )
    )
    for line in _kinds(report):
        say(line)
    if report.unmade:
        say(_("So no project was made."))


def _refused(report: Report) -> list[str]:
    """Return how many files and lines did not come in; of files none, where nothing was refused."""
    refused = len(report.refused) - report.known
    lines = sum(len(taken.refused) for taken in report.all_taken)
    told = [counted("{count} refused", "{count} refused", refused)] if refused or not lines else []
    if lines:
        told.append(counted("{count} line refused", "{count} lines refused", lines))
    if report.known:
        told.append(counted("{count} known already", "{count} known already", report.known))
    return told


def _say_taken(path: Path, taken: Taken) -> None:
    passages = counted("{count} passage", "{count} passages", len(taken.passages))
    things = ", ".join([passages, *made_beside(taken, documents_too=True)])
    say(_("{things} taken in from “{name}”.").format(things=things, name=path.name))


def _values(workspace: Workspace, outcome: Outcome, document: int) -> dict[str, object]:
    found, mail = workspace.documents.get(document), workspace.documents.parent(document)
    return {
        "path": str(outcome.path),
        "called": outcome.called,
        "part": outcome.part,
        "document": found.label,
        "uid": found.uid,
        "title": found.title,
        "encoding": outcome.encoding,
        "encoding_basis": outcome.encoding_basis,
        "same_text_as": outcome.same_text_as,
        "remarks": [one.message.format(**one.values) for one in outcome.remarks],
        "came_with": workspace.documents.get(mail).label if mail else "",
        "near": None,
    }


def _note_problem(outcome: Outcome, report: Report) -> None:
    if isinstance(outcome.problem, OtherKind):
        report.others.append(outcome.path.parent / outcome.called)
    elif is_project_lines(outcome.problem) and outcome.called == outcome.path.name:
        report.own_work.append(outcome.path)
    elif outcome.problem is not None:
        report.known += isinstance(outcome.problem, AlreadyIn)
        report.refuse(outcome.path, outcome.problem, outcome.called)


def _takes_long(workspace: Workspace, documents: Collection[int]) -> bool:
    rows = workspace.documents.listed(list(documents)).values()
    return sum(max(row.words, _LEAST_WORDS) for row in rows) > MOST_WORDS


def _near(
    workspace: Workspace, came: Sequence[int], waiting: Sequence[int], progress: Progress
) -> list[NearPair]:
    def each() -> Iterator[int]:
        for done, document in enumerate(waiting):
            progress.report(done, len(waiting))
            yield document

    for part in workspace.echoes.printed_parts(each()):
        workspace.echoes.write(part)
    pairs: list[NearPair] = []
    several = sorted(came)
    for done in range(0, len(several), _AT_ONCE):
        progress.report(done, len(several))
        pairs += workspace.echoes.near_among(several[done : done + _AT_ONCE])
    return pairs


def _tell_near(workspace: Workspace, report: Report, pairs: Sequence[NearPair]) -> None:
    told = [pair for pair in pairs if pair.document not in report.same]
    for pair in told[:MOST_NEAR]:
        complain(_told(workspace, pair))
    if len(told) > MOST_NEAR:
        complain(
            counted(
                "{count} more document is like an earlier one; --json names all.",
                "{count} more documents are like earlier ones; --json names all.",
                len(told) - MOST_NEAR,
            )
        )
    if report.imported is not None:
        for pair in pairs:
            report.imported[pair.document]["near"] = {
                "document": workspace.documents.get(pair.near.document).label,
                "shared": pair.near.nearness.shared,
                "of": pair.near.nearness.of,
            }


def _told(workspace: Workspace, pair: NearPair) -> str:
    shared, of = pair.near.nearness.shared, pair.near.nearness.of
    if shared >= of * _NEARLY:
        words = _(
            "{document} says nearly the same as {other}: {shared} of {of} phrases that were "
            "compared are the same."
        )
    else:
        words = _(
            "{document} shares much with {other}: {shared} of {of} phrases that were compared are "
            "the same."
        )
    return words.format(
        document=workspace.documents.get(pair.document).label,
        other=workspace.documents.get(pair.near.document).label,
        shared=shared,
        of=of,
    )


def _kinds(report: Report) -> Iterator[str]:
    if len(report.kinds) > 1:
        yield _("By kind: {kinds}.").format(kinds=_listed(report.kinds))
    if report.kinds_with_mail:
        words = counted(
            "{count} of them came with a mail:",
            "{count} of them came with mails:",
            report.kinds_with_mail.total(),
        )
        yield f"{words} {_listed(report.kinds_with_mail)}."


def _listed(kinds: Counter[str]) -> str:
    """Return kinds with how many there are of each, the commonest first."""
    return ", ".join(
        f"{_(KIND_LABELS[kind]) if kind in KIND_LABELS else kind} {count:,}"
        for kind, count in sorted(kinds.items(), key=lambda pair: (-pair[1], pair[0]))
    )


def _taken_in(path: Path, taken: Taken) -> dict[str, object]:
    return {
        "path": str(path),
        "passages": len(taken.passages),
        "rows": rows_of(taken),
        "refused": [{"line": one.number, "problem": str(one.problem)} for one in taken.refused],
    }


def _others(files: Sequence[Path]) -> str:
    kinds = ", ".join(
        f"{count:,} {ending or _('without an ending')}" for ending, count in kinds_of(files)
    )
    words = counted(
        "{count} file is not of a kind that can be imported yet:",
        "{count} files are not of a kind that can be imported yet:",
        len(files),
    )
    return f"{words} {kinds}."
