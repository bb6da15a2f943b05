"""The chosen passage in the details: its tag, its words and place, and what was written about it.

What is empty is folded to one quiet line, so that the card stays calm.
"""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout

from reviewer.domain.notes import NoteHit, NoteKind
from reviewer.domain.passages import ANCHOR_LABELS, Anchor
from reviewer.environment.clock import local_time
from reviewer.environment.translation import _
from reviewer.ui.models.passage_details import ShownDetails, found_references, hit_label
from reviewer.ui.theme import spacing
from reviewer.ui.theme.style import set_role, set_surface
from reviewer.ui.theme.themes import Theme
from reviewer.ui.views.details.check_line import AgainLine, CheckLine
from reviewer.ui.views.details.in_place import InPlace
from reviewer.ui.views.details.linked_words import Link, LinkedWords, Stretch
from reviewer.ui.views.details.record_card import RecordCard
from reviewer.ui.views.details.translation_field import TranslationField
from reviewer.ui.views.details.written_field import WrittenField
from reviewer.ui.views.passages.tag_chips import TagMark
from reviewer.ui.views.pieces.plain_words import PlainWords, quoted
from reviewer.ui.wording import isolated, plain
from reviewer.workspace.project import Workspace


class PassageCard(QFrame):
    """Shows one passage; what is written or pressed here is told with the passage it is about."""

    check_wanted = Signal(int, bool)
    translation_check_wanted = Signal(int, bool)
    looked_again = Signal(int)
    followed = Signal(object)  # a Link
    done = Signal()  # the keys shall go back to the text

    def __init__(self, workspace: Workspace, theme: Theme, *, read_only: bool = False) -> None:
        super().__init__()
        del theme  # everything here takes its colours from the palette
        self._passage: int | None = None
        self._mark = TagMark()
        self._tag = plain("", "heading")
        self.number = QPushButton()
        self.number.setAutoDefault(False)
        self.number.setToolTip(_("Goes to the passage in its document"))
        set_role(self.number, "quiet")
        self._quote = PlainWords()
        self._place = plain("", "muted")
        self._doubt = plain(_(ANCHOR_LABELS[Anchor.NOT_CERTAIN]), "warning")
        self._doubt.setToolTip(_("The words no longer match their place: confirm where they are."))
        self.check = CheckLine(
            _("Say that you have checked this passage"),
            _("Take the check off this passage"),
            read_only=read_only,
        )
        self.again = AgainLine(read_only=read_only)
        self.record = RecordCard(workspace, read_only=read_only)
        self._make_fields(workspace, read_only=read_only)
        self.spoken_of = LinkedWords(boxed=False)
        self.spoken_of.hide()
        self._build()
        self._connect()

    @property
    def passage(self) -> int | None:
        """The passage shown."""
        return self._passage

    def fields(self) -> tuple[InPlace, ...]:
        """Return what can be written here, from top to bottom."""
        return (self.note, self.statement, self.translation)

    def show_passage(self, shown: ShownDetails, paragraph: int | None, people: list[str]) -> None:
        """Show a passage; what was being written about another one is saved first."""
        row, details = shown.row, shown.details
        if row.id != self._passage:
            self.forget()
            self._passage = row.id
        self.note.show_owner(row.id, (row.note,))
        if shown.record is not None:
            self.record.show_record(shown.record)
        self.statement.show_owner(row.id, (details.statement,))
        self.translation.show_translation(details, shown.translation_check, people)
        self.check.show_check(shown.check)
        self.again.show_why(shown.again)
        self._mark.show_colour(row.tag_colour)
        self._tag.setText(isolated(row.tag_name))
        self.number.setText(row.label)
        self.number.setAccessibleName(_("Go to {passage}").format(passage=row.label))
        self._quote.say(quoted(row.quote))
        self._doubt.setVisible(row.anchor is Anchor.NOT_CERTAIN)
        where = "" if paragraph is None else _("paragraph {number}").format(number=paragraph)
        made = (isolated(row.analyst_name), isolated(local_time(row.created_at)))
        self._place.setText(" · ".join(part for part in (where, *made) if part))
        self.setAccessibleName(f"{row.label}, {row.tag_name}")

    def show_spoken_of(self, hits: list[NoteHit]) -> None:
        """Show which notes speak of the passage."""
        shown = [Stretch(_("Spoken of in:"))]
        for place, hit in enumerate(hits):
            shown.append(Stretch(", " if place else " "))
            shown.append(Stretch(isolated(hit_label(hit)), Link(hit.kind, hit.id)))
        self.spoken_of.say(shown)
        self.spoken_of.setAccessibleName(self.spoken_of.words())
        self.spoken_of.setVisible(bool(hits))

    def show_keys(self, keys: Mapping[str, str]) -> None:
        """Say which keys do what is done here, by the ids of the commands."""
        for field, command in (
            (self.note, "passage.note"),
            (self.statement, "passage.statement"),
            (self.translation, "passage.translation"),
        ):
            field.show_key(keys.get(command, ""))
        self.check.show_keys(keys.get("passage.check", ""), keys.get("passage.uncheck", ""))
        self.again.show_keys(keys.get("passage.another_look", ""))
        self.record.show_key(keys.get("record.confirm", ""))

    def flush(self) -> None:
        """Save what is still being written."""
        self.record.flush()
        for field in self.fields():
            field.flush()

    def settle(self) -> None:
        """Try again what could not be saved, of passages that are not shown any more too."""
        self.record.settle()
        for field in self.fields():
            field.settle()

    def forget(self) -> None:
        """Show no passage any more; what is still being written is saved first."""
        self.record.flush()
        for field in self.fields():
            field.forget()
        self._passage = None
        self.spoken_of.hide()

    def drop(self) -> None:
        """Show no passage any more, because it is gone."""
        for field in self.fields():
            field.drop()
        self.record.drop()
        self._passage = None

    def set_theme(self, theme: Theme) -> None:
        """Paint in the colours of the theme that was just put on."""
        del theme
        self.update()

    def _make_fields(self, workspace: Workspace, *, read_only: bool) -> None:
        passages, details = workspace.passages, workspace.details
        links = partial(found_references, workspace)
        self.note = WrittenField(
            _("Note"),
            _("Add a note"),
            _("Your own words; not part of the source."),
            lambda passage: (passages.get(passage).note,),
            links,
            read_only=read_only,
        )
        self.statement = WrittenField(
            _("In plain words"),
            _("Say it in plain words"),
            _("A says that …"),
            lambda passage: (details.of(passage).statement,),
            links,
            read_only=read_only,
            one_line=True,
        )

        def translation(passage: int) -> tuple[str, ...]:
            found = details.of(passage)
            return (found.translation, found.translation_language, found.translator)

        self.translation = TranslationField(translation, read_only=read_only)

    def _build(self) -> None:
        set_surface(self, "card")
        head = QHBoxLayout()
        head.setSpacing(spacing.SMALL)
        head.addWidget(self._mark)
        head.addWidget(self._tag, 1)
        head.addWidget(self.number)
        column = QVBoxLayout(self)
        column.setContentsMargins(spacing.MEDIUM, spacing.MEDIUM, spacing.MEDIUM, spacing.MEDIUM)
        column.setSpacing(spacing.SMALL)
        column.addLayout(head)
        parts = (self._quote, self._doubt, self.record, self._place, self.check, self.again)
        for part in parts:
            column.addWidget(part)
        for field in self.fields():
            column.addWidget(field)
        column.addWidget(self.spoken_of)

    def _connect(self) -> None:
        self.number.clicked.connect(self._tell_number)
        self.record.done.connect(self.done)
        self.check.wanted.connect(self._tell_check)
        self.again.looked.connect(self._tell_looked)
        self.translation.check_wanted.connect(self.translation_check_wanted)
        self.spoken_of.followed.connect(self.followed)
        for field in self.fields():
            field.followed.connect(self.followed)
            field.done.connect(self.done)

    def _tell_number(self) -> None:
        if self._passage is not None:
            self.followed.emit(Link(NoteKind.PASSAGE, self._passage))

    def _tell_check(self, wanted: bool) -> None:
        if self._passage is not None:
            self.check_wanted.emit(self._passage, wanted)

    def _tell_looked(self) -> None:
        if self._passage is not None:
            self.looked_again.emit(self._passage)
