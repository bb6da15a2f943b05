"""Where the passages of a file stand in a project's documents, and whether they may."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from reviewer.domain.anchors import anchor, holds, place_of
from reviewer.domain.codebooks import same_name
from reviewer.domain.errors import NotAllowed, NotFound, ReviewerError
from reviewer.domain.offsets import is_boundary
from reviewer.domain.passages import Passage, first_words, number_in_label
from reviewer.domain.progress import Progress
from reviewer.domain.project_lines import PassageLine, Refused
from reviewer.domain.spans import Span
from reviewer.domain.text import LONGEST_TEXT
from reviewer.domain.versions import Carried, CarriedBy, sought
from reviewer.domain.words import N_
from reviewer.workspace.operations.documents import DocumentOperations
from reviewer.workspace.operations.passages import PassageOperations
from reviewer.workspace.operations.tags import TagOperations
from reviewer.workspace.taking.names import DocumentNames

_BETWEEN_REPORTS = 200
Fits = Callable[[PassageLine, int | None], object]


@dataclass(frozen=True, slots=True)
class Placed:
    """A line whose place was found; ``cuts`` says that it begins or ends inside a character.

    ``doubt`` is given where other words stand there: what told the place, which is not certain.
    """

    line: PassageLine
    document: int
    span: Span
    cuts: bool
    doubt: CarriedBy | None = None

    @property
    def said(self) -> Span:
        """Where the line said that its words stand.

        Where it said nothing, or what can be no place in any text, it is the place proposed.
        """
        start, end = self.line.start, self.line.end
        if start is None or end is None or not 0 <= start < end <= LONGEST_TEXT:
            return self.span
        return Span(start, end)


def stands(line: PassageLine, text: str) -> Span:
    """Return where the words of a line stand in a text.

    Raises ``NotAllowed`` or ``NotFound`` where that cannot be said.
    """
    if line.start is None or line.end is None:
        return place_of(text, line.quote or "")
    span = Span(line.start, line.end)
    if line.quote is not None and not holds(text, span, line.quote):
        raise NotAllowed(
            N_("“{quote}” does not stand at {start} to {end}; “{words}” does."),
            quote=first_words(line.quote),
            start=span.start,
            end=span.end,
            words=first_words(text[span.start : span.end]),
        )
    return span


def may_stand(line: PassageLine, text: str) -> Carried:
    """Return where the words of a line stand, or may: a place that is not certain.

    Raises ``NotAllowed`` or ``NotFound`` for a line that brings no words to look for.
    """
    try:
        return Carried(stands(line, text), CarriedBy.PLACE)
    except (NotAllowed, NotFound):
        if not (line.quote or "").strip() or not text:
            raise
        return sought(text, line.quote or "", line.start or 0)


class AlreadyTagged(NotAllowed):
    """The words of a line have its tag already, by a passage of the project (its label).

    ``says_more`` says that the line carries more than its tag, of which nothing is taken.
    """

    def __init__(self, words: str, passage: str, *, says_more: bool) -> None:
        super().__init__(
            N_(
                "“{words}” has this tag already ({passage}). What else this says of it was left; "
                "yours stands."
            )
            if says_more
            else N_("“{words}” has this tag already ({passage})."),
            words=words,
            passage=passage,
        )
        self.passage = passage


TAGGED_BY_LINE = N_("“{words}” has this tag already (line {number}).")
_TAGGED_THERE = N_("“{words}” has this tag already in the same file.")


class Standing:
    """What stands in one document under which tags, while lines are put there."""

    def __init__(self, label: str, passages: Iterable[Passage] = ()) -> None:
        """Begin with the passages of the document that is called ``label``."""
        self._by: dict[tuple[Span, int | str], str | int] = {
            (passage.span, passage.tag): f"{label}·{passage.number}" for passage in passages
        }

    def add(self, line: PassageLine, span: Span, tag: int | None, text: str) -> None:
        """Let a line stand in the text; ``tag`` is ``None`` where it will be made.

        Raises ``NotAllowed`` where there are no words, and where the same ones have the tag.
        """
        words = anchor(text, span).quote
        if not words.strip():
            raise NotAllowed(N_("Only blank space stands there: there are no words to tag."))
        key = (span, tag or same_name(line.tag))
        if key in self._by:
            raise _taken(words, self._by[key], line)
        self._by[key] = line.number


class Places:
    """Finds each line's place, one document after another, so that a text is read once."""

    def __init__(
        self,
        documents: DocumentOperations,
        passages: PassageOperations,
        tags: TagOperations,
        *,
        make_tags: bool,
        doubtful: bool = False,
    ) -> None:
        """Look in these documents; ``doubtful`` takes lines whose place is not certain too."""
        self._documents = documents
        self._passages = passages
        self._tags = tags
        self._make_tags = make_tags
        self._doubtful = doubtful
        self._known: dict[str, int | None] = {}
        self.placed: list[Placed] = []
        self.refused: list[Refused] = []
        self.already: dict[str, str] = {}  # labels of what stands there already, by keys of lines

    def find(
        self,
        lines: Sequence[PassageLine],
        names: DocumentNames,
        fits: Fits,
        progress: Progress,
    ) -> Iterator[None]:
        """Sort lines into those whose place was found and those that are refused, turn by turn.

        ``fits`` raises for what else of a line cannot be. Raises ``Cancelled``.
        """
        by_document: dict[int, list[PassageLine]] = {}
        keys: set[str] = set()
        for line in lines:
            try:
                self._check_tag(line.tag)
                document = names.first_called(line.document)
                fits(line, self.tag(line.tag))
                check_key(line, keys)
                by_document.setdefault(document, []).append(line)
            except (NotAllowed, NotFound) as problem:
                self.refuse(line, problem)
            yield
        done = 0
        for document, here in by_document.items():
            yield from self._find_in(document, here, progress, done, len(lines))
            done += len(here)
        self.placed.sort(key=lambda one: (one.document, *_in_order(one.line)))

    def tag(self, name: str) -> int | None:
        """Return the tag of that name, if there is one; each is asked for once."""
        if name not in self._known:
            found = self._tags.named(name)
            self._known[name] = None if found is None else found.id
        return self._known[name]

    def refuse(self, line: PassageLine, problem: ReviewerError) -> None:
        """Keep a line among those that are refused."""
        self.refused.append(Refused(line.number, problem, getattr(problem, "field", "")))
        if isinstance(problem, AlreadyTagged) and line.key:
            self.already[line.key] = problem.passage

    def _find_in(
        self,
        document: int,
        here: Sequence[PassageLine],
        progress: Progress,
        done: int,
        total: int,
    ) -> Iterator[None]:
        found = self._documents.get(document)
        if found.text is None:
            for line in here:
                problem = NotAllowed(N_("A source that is not held has no words here."))
                self.refuse(line, problem)
            return
        text = self._documents.text(document)
        standing = Standing(found.label, self._passages.on(document))
        for count, line in enumerate(here):
            if count % _BETWEEN_REPORTS == 0:
                progress.report(done + count, total)
            try:
                self.placed.append(self._placed(line, document, text, standing))
            except (NotAllowed, NotFound) as problem:
                self.refuse(line, problem)
            yield

    def _placed(
        self,
        line: PassageLine,
        document: int,
        text: str,
        standing: Standing,
    ) -> Placed:
        found = may_stand(line, text) if self._doubtful else None
        span = found.span if found else stands(line, text)
        doubt = None if found is None or found.by is CarriedBy.PLACE else found.by
        standing.add(line, span, self.tag(line.tag), text)
        cuts = not (is_boundary(text, span.start) and is_boundary(text, span.end))
        return Placed(line, document, span, cuts, doubt)

    def _check_tag(self, name: str) -> None:
        if self.tag(name) is None and not self._make_tags:
            raise NotFound(
                N_("There is no tag “{name}”. Make it in the codebook, or give --make-tags."),
                name=name,
            )


def _in_order(line: PassageLine) -> tuple[int, int]:
    """Return what lines of a document are ordered by, and so numbered.

    Those that come with a number of ours keep to it, so that citations go on to say what they said
    where nothing was taken off; others come in the order of the file.
    """
    return number_in_label(line.key) or 0, line.number


def check_key(line: PassageLine, keys: set[str]) -> None:
    """Keep the key of a line among those of others; raises ``NotAllowed`` for one of them."""
    if line.key in keys:
        raise NotAllowed(N_("Another line has the key “{key}”."), key=line.key)
    if line.key:
        keys.add(line.key)


def _taken(words: str, by: str | int, line: PassageLine) -> NotAllowed:
    """Return that words have a tag already, by a passage or by another line."""
    shown = first_words(words, 40)
    if isinstance(by, str):
        return AlreadyTagged(shown, by, says_more=line.says_more)
    return NotAllowed(TAGGED_BY_LINE, words=shown, number=by)


def without_line(refused: Refused) -> Refused:
    """Return a refusal that names no other line: of another program's work nobody sees lines.

    Both stand at one place, and where that is, is told before it.
    """
    problem = refused.problem
    if problem.template != TAGGED_BY_LINE:
        return refused
    return Refused(refused.number, NotAllowed(_TAGGED_THERE, words=problem.values["words"]))
