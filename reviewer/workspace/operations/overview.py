"""The whole of a project in counts, each with its base, and in order of time. Reads only."""

from collections.abc import Collection, Iterator

from reviewer.domain.badges import Said
from reviewer.domain.documents import ReviewStatus
from reviewer.domain.events import EventStatus
from reviewer.domain.origins import counted_once
from reviewer.domain.overview import (
    Counted,
    CountedBy,
    OpenQuestion,
    Overview,
    base_of,
    count_table,
    month_of,
)
from reviewer.domain.timelines import Dated, DateOf, Timeline, timeline
from reviewer.store.project_file import ProjectFile
from reviewer.workspace.gathered import Gathered


class OverviewOperations:
    """Counts and times of an open project."""

    def __init__(self, project: ProjectFile, gathered: Gathered) -> None:
        self._project = project
        self._gathered = gathered

    def counts(self) -> Overview:
        """Return how many passages there are by tag, document, speaker and month, and what is open.

        The month is that in which it was said, or else published.
        """
        columns = self._gathered.columns()
        base = base_of(one.review_status for one in columns)
        tables = self._counted()
        return Overview(
            base,
            tuple(count_table(by, counted, base) for by, counted in tables.items()),
            tuple(self._open_questions()),
            tuple(one.id for one in columns if one.review_status is ReviewStatus.UNREAD),
        )

    def timeline(self, events: Collection[int] | None = None) -> Timeline:
        """Return events, and what passages say of them, in order of time.

        A passage has two rows: when it is said to have happened, and when it was said.
        """
        chosen = {
            one.id: one for one in self._project.events.all() if events is None or one.id in events
        }
        dated = [
            Dated(one.name, DateOf.HAPPENED, one.date, event=one.id) for one in chosen.values()
        ]
        answers = self._gathered.answers()
        passages = dict.fromkeys(one.passage for event in chosen for one in answers.get(event, ()))
        for one in self._project.speech.statements(passages):
            dated.append(Dated(one.label, DateOf.HAPPENED, one.happened, passage=one.passage))
            dated.append(Dated(one.label, DateOf.SAID, one.said, passage=one.passage))
        return timeline(dated)

    def _counted(self) -> dict[CountedBy, Iterator[Counted]]:
        """Give every passage under its keys, by place."""
        ids = self._project.passage_list.ids()
        found = self._project.speech.said(ids)
        said = [found[one] for one in ids if one in found]
        tags = {one.id: one.name for one in self._project.tags.all()}
        titles = {one.id: f"{one.label} {one.title}" for one in self._gathered.columns()}
        tag_of = self._project.speech.tags()
        return {
            CountedBy.TAG: (
                Counted(str(tag), tags[tag], one.passage, one.document)
                for one in said
                for tag in (tag_of[one.passage],)
            ),
            CountedBy.DOCUMENT: (
                Counted(str(one.document), titles[one.document], one.passage, one.document)
                for one in said
            ),
            CountedBy.ACTOR: map(_by_speaker, said),
            CountedBy.MONTH: (
                Counted(month, month, one.passage, one.document)
                for one in said
                for month in (month_of(one.said),)
            ),
        }

    def _open_questions(self) -> Iterator[OpenQuestion]:
        events = {
            one.id: one.name
            for one in self._project.events.all()
            if one.status is not EventStatus.CLOSED
        }
        differing = self._gathered.differing()
        answers = self._gathered.answers()
        origins = {one.id: one.origin for one in self._gathered.columns()}
        for question in self._project.questions.all():
            if question.working is None and question.event in events:
                several = [
                    one for one in answers.get(question.event, []) if one.question == question.id
                ]
                documents = {one.document for one in several}
                yield OpenQuestion(
                    event=question.event,
                    question=question.id,
                    event_name=events[question.event],
                    wording=question.wording,
                    passages=len(several),
                    documents=len(documents),
                    sources=counted_once((one, origins.get(one, "")) for one in documents),
                    differ=(question.event, question.id) in differing,
                )


def _by_speaker(one: Said) -> Counted:
    """Return a passage under its speaker; one that is not named has no key."""
    kind, value = one.key
    key = "" if kind == "document" else f"{kind} {value}"
    return Counted(key, one.speaker, one.passage, one.document)
