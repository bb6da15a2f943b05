"""What the window says of files that are looked at, and of what became of an import."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from reviewer.domain.edtf import DateBasis
from reviewer.domain.errors import ReviewerError
from reviewer.domain.incoming import EncodingBasis, Incoming, Reading
from reviewer.domain.reading.captures import RULE_LABELS, Rule
from reviewer.environment.translation import N_, _, counted, filled
from reviewer.ui.wording import isolated, isolated_values, one_line, sentence
from reviewer.workspace.found import kinds_of
from reviewer.workspace.operations.imports import AlreadyIn, Outcome
from reviewer.workspace.reading_files import OtherKind, ReadFile

BASIS_WORDS = {
    EncodingBasis.MARK: N_("the file’s mark says so"),
    EncodingBasis.ZERO_PATTERN: N_("seen from its zero bytes"),
    EncodingBasis.STRICT: N_("fits throughout"),
    EncodingBasis.DAMAGED: N_("fits, but for damaged places"),
    EncodingBasis.DECLARED: N_("the file says so"),
    EncodingBasis.GUESSED: N_("a guess: please look"),
    EncodingBasis.CHOSEN: N_("your choice"),
}
_TO_LOOK_AT = {
    EncodingBasis.GUESSED: N_("Its encoding is a guess: please look."),
    EncodingBasis.DAMAGED: N_("Some of its letters are damaged: please look."),
}
GUESSED = frozenset({EncodingBasis.GUESSED})
DOUBTFUL = GUESSED | {EncodingBasis.DAMAGED}


def is_doubtful(file: ReadFile, bases: frozenset[EncodingBasis] = DOUBTFUL) -> bool:
    """Say whether a person should look at how a file was decoded."""
    return file.incoming is not None and file.incoming.encoding_basis in bases


def to_look_at(incoming: Incoming) -> list[str]:
    """Return what a person should look at before a document comes in, a sentence each."""
    words = [_(_TO_LOOK_AT[incoming.encoding_basis])] if is_unsure(incoming) else []
    ambiguous = DateBasis.AMBIGUOUS
    if ambiguous in (incoming.posted.basis, incoming.captured.basis):
        words.append(_("A date in it can be read in two ways."))
    return [*words, *remarks_of(incoming)]


def is_unsure(incoming: Incoming) -> bool:
    """Say whether the encoding of a document was guessed, or does not fit throughout."""
    return incoming.encoding_basis in DOUBTFUL


def remarks_of(incoming: Incoming) -> list[str]:
    """Return what its reader remarked on a document, a sentence each."""
    return [filled(one.message, isolated_values(one.values)) for one in incoming.remarks]


def read_from(reading: Reading | None) -> str:
    """Return where a piece of metadata was read from; empty where nothing was."""
    if reading is None:
        return ""
    try:
        rule = _(RULE_LABELS[Rule(reading.rule)])
    except ValueError:
        rule = one_line(reading.rule)
    if not reading.words or reading.words == reading.value:
        return _("from {rule}").format(rule=rule)
    return _("from {rule}: “{words}”").format(rule=rule, words=isolated(reading.words[:120]))


def taken_in(outcomes: Sequence[Outcome]) -> int:
    """Return how many files became documents."""
    return sum(outcome.document is not None for outcome in outcomes)


def refused(outcomes: Sequence[Outcome]) -> list[tuple[Path, ReviewerError]]:
    """Return the files that did not, with what is the matter with each."""
    return [
        (outcome.path, outcome.problem)
        for outcome in outcomes
        if outcome.problem is not None and not isinstance(outcome.problem, OtherKind)
    ]


def kinds_in_words(files: Iterable[Path]) -> str:
    """Return which kinds files are of, such as “12 .pdf, 3 .docx, 1 without an ending”."""
    return _(", ").join(
        f"{count:,} {ending or _('without an ending')}" for ending, count in kinds_of(files)
    )


def summary(outcomes: Sequence[Outcome], *, stopped: bool = False) -> str:
    """Return the import in a few words, as for a notice."""
    others = sum(isinstance(one.problem, OtherKind) for one in outcomes)
    known = sum(isinstance(one.problem, AlreadyIn) for one in outcomes)
    left = len(refused(outcomes)) - known
    words = [counted("{count} document imported", "{count} documents imported", taken_in(outcomes))]
    if known:
        words.append(counted("{count} known already", "{count} known already", known))
    if left:
        words.append(counted("{count} file refused", "{count} files refused", left))
    if others:
        words.append(
            counted(
                "{count} file of another kind left out",
                "{count} files of other kinds left out",
                others,
            )
        )
    told = _(", ").join(words)
    return _("Stopped: {words}").format(words=told) if stopped else told


def problem_in_words(problem: ReviewerError) -> str:
    """Return what is the matter with a file, on one line."""
    return " ".join(sentence(problem).split())
