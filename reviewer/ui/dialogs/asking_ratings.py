"""The window's answers to ``RatingPrompts``, a part of ``asking.Dialogs``."""

from reviewer.ui.asking.rating_prompts import RatingQuestion, RatingWish
from reviewer.ui.dialogs.over_window import OverWindow


class RatingDialogs(OverWindow):
    """Asks for ratings."""

    def rating(self, question: RatingQuestion) -> RatingWish | None:
        """Ask for one's own rating, with its reason."""
        from reviewer.ui.dialogs.rating import RatingDialog

        dialog = RatingDialog(question, self._window)
        return dialog.wish() if self._ask(dialog) else None
