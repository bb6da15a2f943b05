"""The window's answers to ``RecordPrompts``, a part of ``asking.Dialogs``."""

from collections.abc import Sequence

from reviewer.domain.fields import FieldWish
from reviewer.domain.reading.number_tables import NumberTable
from reviewer.ui.asking.record_prompts import FieldsQuestion
from reviewer.ui.dialogs.over_window import OverWindow


class RecordDialogs(OverWindow):
    """Asks about number words and fields."""

    def number_words(self, table: NumberTable) -> NumberTable | None:
        """Show the table of number words, and let it be changed."""
        from reviewer.ui.dialogs.number_words import NumberWordsDialog

        dialog = NumberWordsDialog(table, self._window)
        return dialog.table() if self._ask(dialog) else None

    def tag_fields(self, question: FieldsQuestion) -> Sequence[FieldWish] | None:
        """Ask which fields a tag shall have."""
        from reviewer.ui.dialogs.tag_fields import FieldsDialog

        dialog = FieldsDialog(question, self._window)
        return dialog.fields() if self._ask(dialog) else None
