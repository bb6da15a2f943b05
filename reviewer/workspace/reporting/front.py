"""What stands before a report's chapters: its statement, method, limits and what is to settle."""

from collections.abc import Iterator

from reviewer.domain.documents import DocumentFilter, ReviewStatus
from reviewer.domain.errors import NotAllowed
from reviewer.domain.links import Independence, LinkType
from reviewer.domain.overview import Base, base_of
from reviewer.domain.ratings import SCALE_LABELS, VALUE_LABELS, VALUES, Scale
from reviewer.domain.reading.conventions import CONVENTION_LABELS
from reviewer.domain.reading.number_tables import (
    WORDING_LABELS,
    NumberTable,
    default_table,
    table_read,
)
from reviewer.domain.report import CheckKind, CheckLine, MethodPart, Voice
from reviewer.domain.report_words import (
    METHOD_TITLES,
    STATEMENT,
    TAKEN_AWAY,
    MethodKey,
    statement_filled,
    statement_read,
)
from reviewer.domain.snapshot import PassageFilter
from reviewer.domain.words import N_, Saying, one_or_many
from reviewer.store.project_file import ProjectFile
from reviewer.workspace.operations.to_do import ToDoOperations
from reviewer.workspace.record_writing import NUMBERS_KEY

STATEMENT_KEY = "report.statement"
METHOD_KEY = "report.method.{}"
_EXAMPLES = 6  # of a wording; the whole table is in the project


class Front:
    """Gives the front of a report; ``strict`` lets no statement be missing, as in a script."""

    def __init__(
        self,
        project: ProjectFile,
        voice: Voice,
        *,
        strict: bool = False,
    ) -> None:
        self._project = project
        self._voice = voice
        self._strict = strict

    def base(self) -> Base:
        """Return how far the documents are read."""
        counts = self._project.document_list.counts_by_status()
        return base_of(status for status, count in counts.items() for _ in range(count))

    def statement(self, base: Base, day: str) -> str:
        """Return the opening statement, its numbers filled in.

        One that was taken away is said to be missing, or (``strict``) is the default again.
        """
        written = statement_read(self._project.settings.get(STATEMENT_KEY))
        if written is None or (not written and self._strict):
            values = {"done": base.done, "documents": base.documents, "day": day}
            return self._voice.words(Saying(STATEMENT, values))
        if not written:
            return self._voice.label(TAKEN_AWAY)
        return statement_filled(written, base, day)

    def method(self) -> tuple[MethodPart, ...]:
        """Return the method, part by part; a part nobody wrote has no words."""
        facts = {
            MethodKey.READING: tuple(self._reading()),
            MethodKey.SCALES: tuple(self._scales()),
            MethodKey.WHO: tuple(self._who()),
        }
        return tuple(
            MethodPart(
                METHOD_TITLES[key],
                self._project.settings.get(METHOD_KEY.format(key)),
                facts.get(key, ()),
            )
            for key in MethodKey
        )

    def checks(self) -> tuple[CheckLine, ...]:
        """Return what is to settle, each with its base; nothing is left out where it is none."""
        project = self._project
        to_do = ToDoOperations(project)
        passages = project.passage_list.count()
        documents = project.document_list.ids()
        done = set(project.document_list.ids(DocumentFilter(statuses=(ReviewStatus.DONE,))))
        support = [one for one in project.links.all() if one.type is LinkType.CORROBORATES]
        found = {
            CheckKind.UNCONFIRMED: (to_do.unconfirmed().ids, passages),
            CheckKind.UNCHECKED: (to_do.unchecked().ids, passages),
            CheckKind.NOT_READ: ([one for one in documents if one not in done], len(documents)),
            CheckKind.DATES: (to_do.unsettled_dates().ids, passages),
            CheckKind.DOCUMENT_DATES: (to_do.unsettled_documents().ids, len(documents)),
            CheckKind.PLACES: (to_do.not_certain().ids, passages),
            CheckKind.INDEPENDENCE: (
                [one.id for one in support if one.independent is Independence.NOT_JUDGED],
                len(support),
            ),
            CheckKind.MOVED: ([one.passage for one in project.versions.to_look_at(None)], passages),
        }
        return tuple(CheckLine(kind, tuple(found[kind][0]), found[kind][1]) for kind in CheckKind)

    def limits(self, chosen: PassageFilter) -> Iterator[Saying]:
        """Give in words to what the passages are narrowed; nothing where all are there."""
        project = self._project
        tags = {one.id: one.name for one in project.tags.all()}
        events = {one.id: one.name for one in project.events.all()}
        actors = {one.id: one.name for one in project.actors.all()}
        analysts = {one.id: one.name for one in project.analysts.all()}
        for template, names in (
            (N_("Only passages tagged: {names}"), [tags.get(one, "") for one in chosen.tags]),
            (
                N_("Only passages of: {names}"),
                [project.documents.get(one).label for one in chosen.documents],
            ),
            (N_("Only passages in the events: {names}"), [events[one] for one in chosen.events]),
            (N_("Only passages that name: {names}"), [actors[one] for one in chosen.actors]),
            (N_("Only passages by: {names}"), [analysts[one] for one in chosen.analysts]),
        ):
            if names:
                yield Saying(template, {"names": ", ".join(names)})
        if chosen.words:
            yield Saying(N_("Only passages with the words: {words}"), {"words": chosen.words})
        for template, wanted in (
            (N_("Only passages of some kinds of record"), bool(chosen.records)),
            (N_("Only passages that wait for another look"), chosen.another_look),
            (N_("Only passages that nobody has checked"), chosen.nobody_checked),
            (N_("Only passages that some analysts have checked"), bool(chosen.checked_by)),
            (N_("Only passages with values that nobody confirmed"), chosen.unconfirmed),
            (N_("Only passages to follow up"), chosen.follow_up),
        ):
            if wanted:
                yield Saying(template)

    def _reading(self) -> Iterator[Saying]:
        try:
            table = table_read(self._project.settings.get(NUMBERS_KEY))
        except NotAllowed:
            table = default_table()
        own = table != default_table()
        yield Saying(
            N_("The project’s own table of number words was used.")
            if own
            else N_("The program’s table of number words was used as it is.")
        )
        yield from _wordings(table)
        label = Saying(CONVENTION_LABELS[table.convention])
        yield Saying(N_("Convention for words without a number: {name}"), {"name": label})

    def _scales(self) -> Iterator[Saying]:
        ratings = self._project.ratings.all()
        for scale in Scale:
            used = sum(1 for one in ratings if one.scale is scale)
            values = {"scale": Saying(SCALE_LABELS[scale]), "count": used}
            if used:
                yield Saying(N_("{scale} Ratings given: {count}"), values)
                for value in VALUES[scale]:
                    words = Saying(VALUE_LABELS[value])
                    yield Saying("{value}: {words}", {"value": value, "words": words})
        if not ratings:
            yield Saying(N_("Nothing was rated. Not rated is not the same as unreliable."))

    def _who(self) -> Iterator[Saying]:
        names = ", ".join(one.name for one in self._project.analysts.all())
        yield Saying(N_("Analysts in the history of this project: {names}"), {"names": names})
        passages = self._project.passage_list.count()
        checked = passages - len(ToDoOperations(self._project).unchecked().ids)
        yield Saying(
            N_("Passages checked by a second pair of eyes: {count} of {all}"),
            {"count": checked, "all": passages},
        )


def _wordings(table: NumberTable) -> Iterator[Saying]:
    for says, label in WORDING_LABELS.items():
        rows = [one.words for one in table.wordings if one.says is says]
        if rows:
            values = {
                "label": Saying(label),
                "count": len(rows),
                "words": " · ".join(rows[:_EXAMPLES]),
            }
            yield Saying(
                one_or_many(
                    "Read as “{label}”: {count} wording, {words}",
                    "Read as “{label}”: {count} wordings, such as {words}",
                ),
                values,
            )
