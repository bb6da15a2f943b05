"""A few words over the lower edge that fade: what one should know, and not for long."""

from PySide6.QtCore import QAbstractAnimation, QPropertyAnimation, QSequentialAnimationGroup, Qt
from PySide6.QtWidgets import QFrame, QGraphicsOpacityEffect, QHBoxLayout, QWidget

from reviewer.ui.theme import spacing
from reviewer.ui.theme.style import set_surface
from reviewer.ui.wording import announce, plain

READ_MILLISECONDS = 2_500
FADE_MILLISECONDS = 700


class FadingHint(QFrame):
    """Lies over ``host``; never takes the keys nor the mouse."""

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self._host = host
        set_surface(self, "card")
        self.setObjectName("fading_hint")
        self.setStyleSheet(
            "#fading_hint { background: palette(window); border: 1px solid palette(dark); }"
        )
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._words = plain("")
        self._words.setWordWrap(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(spacing.LARGE, spacing.SMALL, spacing.LARGE, spacing.SMALL)
        row.addWidget(self._words)
        effect = QGraphicsOpacityEffect(self)
        self.setGraphicsEffect(effect)
        fade = QPropertyAnimation(effect, b"opacity", self)
        fade.setDuration(FADE_MILLISECONDS)
        fade.setStartValue(1.0)
        fade.setEndValue(0.0)
        self._effect = effect
        self._show = QSequentialAnimationGroup(self)
        self._show.addPause(READ_MILLISECONDS)
        self._show.addAnimation(fade)
        self._show.finished.connect(self.hide)
        self.hide()

    def say(self, words: str) -> None:
        """Show these words, and let them fade."""
        self._show.stop()
        self._effect.setOpacity(1.0)
        self._words.setText(words)
        self.adjustSize()
        left = (self._host.width() - self.width()) // 2
        self.move(left, self._host.height() - self.height() - spacing.HUGE)
        self.show()
        self.raise_()
        announce(self, words)
        self._show.start()

    def leave(self) -> None:
        """Go away at once."""
        if self._show.state() != QAbstractAnimation.State.Stopped:
            self._show.stop()
        self.hide()
