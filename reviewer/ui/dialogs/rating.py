"""Asks how reliable a source is, or how well a claim is borne out, and why."""

from PySide6.QtWidgets import QComboBox, QWidget

from reviewer.domain.ratings import SCALE_LABELS, VALUES, Scale
from reviewer.environment.translation import _
from reviewer.ui.asking.rating_prompts import RatingQuestion, RatingWish
from reviewer.ui.dialogs.form import FormDialog, line_of
from reviewer.ui.models.ratings import rating_words
from reviewer.ui.wording import isolated, plain

_MOST_LETTERS = 2_000


class RatingDialog(FormDialog):
    """A value of the scale and why; without a value one's own rating is taken away."""

    def __init__(self, question: RatingQuestion, parent: QWidget | None = None) -> None:
        super().__init__(_("Rating"), _("OK"), parent)
        self._question = question
        self.value = QComboBox()
        self.value.setAccessibleName(_(SCALE_LABELS[question.scale]))
        self.value.addItem(_("not rated"), "")
        for value in VALUES[question.scale]:
            self.value.addItem(rating_words(value), value)
        self.value.setCurrentIndex(max(0, self.value.findData(question.now.value)))
        self.reason = line_of(question.now.reason, _("Why"), _MOST_LETTERS)
        self._doubt = plain("", "muted")
        above = [
            plain(isolated(question.about), "heading"),
            plain(_(SCALE_LABELS[question.scale]), "muted"),
            *(plain(one, "muted") for one in question.others),
        ]
        fields = ((_("&Rating"), self.value), (_("&Why"), self.reason))
        self.lay_out(above, fields, [self._doubt])
        self.value.currentIndexChanged.connect(self._weigh)
        self.reason.textChanged.connect(self._weigh)
        self.value.setFocus()
        self._weigh()

    def wish(self) -> RatingWish:
        """Return the rating as it is chosen."""
        value = str(self.value.currentData() or "")
        return RatingWish(value, self.reason.text().strip() if value else "")

    def _weigh(self) -> None:
        """Say what is missing; a claim is not rated without a reason."""
        wish, rated = self.wish(), bool(self._question.now.value)
        unreasoned = self._question.scale is Scale.CREDIBILITY and not wish.reason
        said = _("Your name and the time stand with it. Not rated is empty, never the last value.")
        if wish.value and unreasoned:
            said = _("Say why: the reason is kept with the rating.")
        self._doubt.setText(said)
        self.agree.setEnabled(not unreasoned if wish.value else rated)
        self.agree.setText(_("OK") if wish.value or not rated else _("Take it away"))
        self.reason.setEnabled(bool(wish.value))
