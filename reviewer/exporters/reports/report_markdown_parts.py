"""The parts of a report in Markdown, whether in one file or in a folder of notes."""

from collections.abc import Callable, Iterator

from reviewer.domain.chart_words import HOLLOW, doubts_said, range_said
from reviewer.domain.charts import ChartRow, chart
from reviewer.domain.compared import Compared
from reviewer.domain.directions import apart_where_left
from reviewer.domain.documents import REVIEW_STATUS_LABELS
from reviewer.domain.exported import ExportedHeld
from reviewer.domain.languages import language_name
from reviewer.domain.links import SourceToFind
from reviewer.domain.pages import place_on
from reviewer.domain.passages import Anchor
from reviewer.domain.report import Account, Detail, OtherEnd, QuestionPart, Report, Voice, Words
from reviewer.domain.report_accounts import date_said, published_said
from reviewer.domain.report_words import NOT_WRITTEN
from reviewer.domain.snapshot import ExportedDetails, ExportedPassage
from reviewer.domain.words import N_, Saying
from reviewer.exporters.markdown_written import paragraphs, plain_line, quoted

Link = Callable[[str], str]
"""Returns a passage's number so that it leads to the passage, where the report has it."""

_NOT_CONFIRMED = N_("○ {words} (not confirmed)")


class MarkdownParts:
    """Writes what reports are made of; whoever uses it decides where links lead."""

    def __init__(self, report: Report, voice: Voice, link: Link) -> None:
        self._report = report
        self._voice = voice
        self._link = link

    def said(self, words: Words) -> str:
        """Return words in the language of the report, on one line."""
        return plain_line(self._voice.words(words))

    def label(self, template: str) -> str:
        """Return a label of ours."""
        return self.said(Saying(template))

    def front(self) -> Iterator[str]:
        """Give title, counts and limits, the statement, the method and what is to settle."""
        report = self._report
        made = {"time": f"{report.made_at[:16].replace('T', ' ')} UTC", "version": report.version}
        yield f"# {plain_line(report.project)}\n\n"
        yield f"{self.said(Saying(N_('Made {time} with Reviewer {version}'), made))}\n\n"
        yield self._list((*report.counts, *report.limits))
        yield paragraphs(report.statement)
        yield f"## {self.label(N_('Method'))}\n\n"
        for part in report.method:
            yield f"### {self.label(part.title)}\n\n{paragraphs(part.words)}"
            yield self._list(part.facts)
            if not part.words and not part.facts:
                yield f"{self.label(NOT_WRITTEN)}\n\n"
        yield f"## {self.label(N_('What is still to settle'))}\n\n"
        yield self._list([one.saying for one in report.checks])

    def question(self, one: QuestionPart) -> Iterator[str]:
        """Give a question: its range, its figures in words, and what no source says."""
        yield f"### {plain_line(one.wording)}\n\n"
        if one.compared is not None:
            yield from self._figures(one.compared)
        for said in (*one.working, *one.ratings):
            yield f"{self.said(said)}\n\n"
        if one.answers:
            label = self.label(N_("Passages that answer this:"))
            yield f"{label} {', '.join(map(self._link, one.answers))}\n\n"
        else:
            yield f"{self.label(N_('No passage answers this question yet.'))}\n\n"
        yield self._list(one.states)

    def account(self, one: Account) -> Iterator[str]:
        """Give a passage: who says so, the words in their sentence, where, and what hangs on it."""
        passage = one.passage
        yield f"{self.said(one.head)}\n\n"
        yield f"{quoted(one.before + passage.quote + one.after)}\n\n"
        if one.before or one.after:
            label = self.label(N_("Tagged words:"))
            yield f"{label} “{_named(passage.quote)}”\n\n"
        yield f"({self._reference(passage)})\n\n"
        yield from self._ours(passage.details)
        if passage.note:
            note = Saying(N_("Note by the analysts: {words}"), {"words": passage.note})
            yield f"{self.said(note)}\n\n"
        lines = [f"- {self._detail(detail)}\n" for detail in one.details]
        lines += [f"- {self.said(badge)}\n" for badge in one.badges]
        lines += [f"- {self._end(end)}\n" for end in one.ends]
        yield "".join(lines) + ("\n" if lines else "")

    def source(self, held: ExportedHeld) -> Iterator[str]:
        """Give a source that is held, with its fingerprints."""
        document = held.document
        who = dict.fromkeys((document.author, document.publisher or held.publisher_actor))
        for words in (*who, document.url, document.original_name):
            if words:
                yield f"- {plain_line(words)}\n"
        if document.posted.words or document.posted.edtf:
            date = {"date": date_said(document.posted)}
            yield f"- {self.said(Saying(N_('Published: {date}'), date))}\n"
        status = {"status": Saying(REVIEW_STATUS_LABELS[document.review_status])}
        yield f"- {self.said(Saying(N_('Read: {status}'), status))}\n"
        rated = self._report.reliability.get(document.uid)
        if rated is not None:
            yield f"- {self.said(rated)}\n"
        yield f"- {self.label(N_('Text'))} SHA-256 {_grouped(held.text_sha256)}\n"
        yield f"- {self.label(N_('File'))} SHA-256 {_grouped(held.original_sha256)}\n\n"

    def missing(self, one: SourceToFind) -> str:
        """Return a source that is not held."""
        who = ", ".join(part for part in (one.publisher, one.author) if part)
        parts = (f"{one.label} {one.title}", who, self._voice.words(date_said(one.posted)))
        return f"- {', '.join(plain_line(part) for part in parts if part)}\n"

    def _list(self, several: Iterator[Saying] | tuple[Saying, ...] | list[Saying]) -> str:
        lines = "".join(f"- {self.said(one)}\n" for one in several)
        return f"{lines}\n" if lines else ""

    def _figures(self, shown: Compared) -> Iterator[str]:
        drawn = chart(shown.comparison, shown.ends)
        first, *others = range_said(shown.comparison)
        if drawn.rows:
            said = Saying(N_("Range: {words}"), {"words": first})
            yield f"**{self.said(said if shown.comparison.range.limited else first)}**\n\n"
            yield self._list([*others, *doubts_said(shown.comparison)])
            yield "".join(f"- {self._row(row)}\n" for row in drawn.rows) + "\n"

    def _row(self, row: ChartRow) -> str:
        parts = [f"“{_named(row.words)}”"] if row.words else []
        if row.numbers is not None:
            parts.append(self.said(row.numbers))
        if row.hollow:
            parts.append(self.label(HOLLOW))
        speaker = _named(row.speaker) or self.label(N_("speaker not named"))
        parts.append(f"{speaker}, {self._link(row.label)}")
        if row.reason is not None:
            parts.append(f"{self.label(N_('not in the range'))}: {self.said(row.reason)}")
        return " · ".join(parts)

    def _reference(self, passage: ExportedPassage) -> str:
        document = passage.document
        parts = [f"D{document.number} *{_named(document.title)}*"]
        if document.publisher:
            parts.append(_named(document.publisher))
        parts.append(self.said(published_said(document.posted)))
        parts.append(passage.label)
        if passage.page:
            parts.append(plain_line(place_on(passage.page)))
        parts.append(self.said(Saying(N_("paragraph {number}"), {"number": passage.paragraph})))
        if passage.anchor != Anchor.SURE:
            parts.append(self.label(N_("Place not certain")))
        return ", ".join(parts)

    def _ours(self, added: ExportedDetails) -> Iterator[str]:
        if added.statement:
            words = {"words": added.statement}
            yield f"{self.said(Saying(N_('In plain words, by the analysts: {words}'), words))}\n\n"
        if added.translation:
            language = added.translation_language
            values = {
                "language": language_name(language) if language else "–",
                "translator": added.translator or "–",
            }
            whose = Saying(N_("Translation by the analysts ({language}; {translator}):"), values)
            yield f"{self.said(whose)} {_named(added.translation)}\n\n"
        if added.checked_by:
            values = {"name": added.checked_by, "day": added.checked_at[:10]}
            yield f"{self.said(Saying(N_('Checked by {name}, {day}'), values))}\n\n"

    def _detail(self, one: Detail) -> str:
        words = self._voice.words(one.words)
        words = f"“{apart_where_left(words)}”" if one.source else words
        if one.hollow:
            words = self._voice.words(Saying(_NOT_CONFIRMED, {"words": words}))
        return f"{self.said(one.label)}: {plain_line(words)}"

    def _end(self, one: OtherEnd) -> str:
        parts = [f"{self.label(one.words)} {self._link(one.label)}"]
        if one.quote:
            parts.append(f"“{_named(one.quote)}”")
        parts.append(_named(one.document))
        parts += map(self.said, one.remarks)
        return " · ".join(part for part in parts if part)


def _named(words: str) -> str:
    """Return words of the project within a line of ours, whatever way they run."""
    return apart_where_left(plain_line(words))


def _grouped(sha256: str) -> str:
    return " ".join(sha256[start : start + 8] for start in range(0, len(sha256), 8))
