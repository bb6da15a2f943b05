"""What is tagged of a hit, said and chosen beside what tags it; the choice is a setting."""

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QSizePolicy, QWidget
from shiboken6 import isValid

from reviewer.environment.settings import TAGGED_OF_HITS, Settings
from reviewer.environment.translation import _
from reviewer.ui.theme import spacing
from reviewer.ui.theme.style import set_role


class TaggedOfHits(QWidget):
    """Says whether the sentence around a hit is tagged, or only the words found."""

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        self.choice = QComboBox()
        self.choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.choice.setToolTip(_("What a tag’s key takes of each hit"))
        for value, words in TAGGED_OF_HITS.choices:
            self.choice.addItem(_(words), value)
        said = QLabel(_("Of a hit is tagged:"))
        said.setBuddy(self.choice)
        self.choice.setAccessibleName(_("Of a hit is tagged"))
        set_role(said, "muted")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(spacing.SMALL)
        row.addWidget(said)
        row.addWidget(self.choice)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._show()
        self.choice.activated.connect(self._choose)
        settings.follow(self._follow)

    def _choose(self, place: int) -> None:
        self._settings.set(TAGGED_OF_HITS, str(self.choice.itemData(place)))

    def _follow(self, keys: frozenset[str]) -> None:
        if TAGGED_OF_HITS.key in keys and isValid(self):
            self._show()

    def _show(self) -> None:
        self.choice.setCurrentIndex(self.choice.findData(self._settings.text(TAGGED_OF_HITS)))
