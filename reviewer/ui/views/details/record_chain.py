"""Who says so, on one line: names from the page back to the speaker, with an arrow between them.

The arrow points from the page to the speaker, as in the line of all above it. ``>`` and ``<`` are
written as the arrow. Names are completed in any
spelling; a name nobody has yet is an actor once it is saved. "not named" stands for somebody whom
the text gives no name. Words of caution stand behind a name in quotation marks.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QStringListModel,
    Qt,
    SignalInstance,
)
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget
from typing_extensions import override

from reviewer.domain.actors import ChainMember
from reviewer.domain.folding import fold
from reviewer.domain.records import Value
from reviewer.environment.translation import _
from reviewer.ui.guard import guard
from reviewer.ui.models.records import actor_names, not_named
from reviewer.ui.theme.mirroring import onward
from reviewer.workspace.project import Workspace

_ARROW = r"[\u200e\u200f]*[←→][\u200e\u200f]*"
_ARROWS = re.compile(_ARROW)
_TYPED = re.compile(rf"\s*-*(?:[<>]|{_ARROW})[\s-]*")
_HEDGED = re.compile(r"(?P<name>.*?)\s*\(?\s*[“”„«»\"](?P<hedge>[^“”„«»\"]*)[“”„«»\"]?\s*\)?")
_MOST = 12


class ChainForm:
    """The names of a chain; what was shown and not touched comes back as it was."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._shown: tuple[ChainMember, ...] = ()
        self._names: list[str] = []
        self._texts: list[str] = []  # with the words of caution
        self._length = 0  # of what stood here before the last key
        self.line = QLineEdit()
        self.line.setReadOnly(workspace.read_only is not None)
        self.line.setPlaceholderText(_("A name; > leads on towards the speaker"))
        self._offers = QStringListModel(self.line)
        self._completer = _Completer(self._offers, self.line)
        self.line.setCompleter(self._completer)
        self.widget: QWidget = self.line
        self.edits: Sequence[SignalInstance] = ()
        self.line.textEdited.connect(self._follow)

    def put(self, value: Value) -> None:
        """Write a chain's names into the line."""
        members = value if isinstance(value, tuple) else ()
        self._shown = tuple(one for one in members if isinstance(one, ChainMember))
        names = actor_names(self._workspace.actors, [self._shown])
        self._names = [_name(one, names) for one in self._shown]
        self._texts = [
            f"{name} (“{one.hedge}”)" if one.hedge else name
            for name, one in zip(self._names, self._shown, strict=True)
        ]
        self.line.setText(f" {onward(''.join(self._texts))} ".join(self._texts))
        self._length = len(self.line.text())

    def value(self) -> Value:
        """Return the members of the chain."""
        written = [" ".join(part.split()) for part in _ARROWS.split(self.line.text())]
        return tuple(self._member(words) for words in filter(None, written))

    def said(self, *, touched: bool) -> str:
        """Say while one types how words of caution are written."""
        if not touched or not self.line.text().strip():
            return ""
        return _("Words of caution go behind a name, in quotation marks: “reportedly”.")

    def _member(self, words: str) -> ChainMember:
        if words in self._texts:
            return self._shown[self._texts.index(words)]
        for name, hedge in ((words, ""), _parted(words)):
            if name in self._names:
                return replace(self._shown[self._names.index(name)], hedge=hedge)
            known = self._workspace.actors.named(name)
            if known is not None:
                return ChainMember(known.id, "", hedge)
        if not name or fold(name) == fold(not_named()):
            return ChainMember(None, "", hedge)
        return ChainMember(None, name, hedge)

    def _follow(self, text: str) -> None:
        """Write arrows for what stands for them, and offer names for the one being typed."""
        caret, arrow = self.line.cursorPosition(), onward(text)
        before, behind = text[:caret], text[caret:]
        longer, self._length = len(text) > self._length, len(text)
        if longer:  # what is taken away shall not come back
            before = _TYPED.sub(f" {arrow} ", before)
        if before + behind != text:
            self.line.setText(before + behind)
            self.line.setCursorPosition(len(before))
            self._length = len(before + behind)
        if behind.strip():
            self._offers.setStringList([])
            return
        *written, typed = _ARROWS.split(before)
        led_here = [one.strip() for one in (*written, "")]
        self._completer.before = f" {arrow} ".join(led_here)
        self._offers.setStringList(self._meant(" ".join(typed.split())))

    def _meant(self, typed: str) -> list[str]:
        if not typed:
            return []
        found = [one.name for one in self._workspace.actors.beginning_with(typed, _MOST)]
        nobody = not_named()
        return [nobody, *found] if fold(nobody).startswith(fold(typed)) else found


class _Completer(QCompleter):
    """Offers what it is given; what is taken stands behind the names already written."""

    def __init__(self, offers: QStringListModel, line: QLineEdit) -> None:
        super().__init__(offers, line)
        self.before = ""
        self.setWidget(line)
        self.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self.setMaxVisibleItems(_MOST)

    @override
    @guard("")
    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:
        """Return what the whole line is when this is taken."""
        return f"{self.before}{index.data(Qt.ItemDataRole.DisplayRole)}"


def _name(member: ChainMember, names: dict[int, str]) -> str:
    filed = None if member.actor is None else names.get(member.actor)
    return filed or " ".join(member.printed.split()) or not_named()


def _parted(words: str) -> tuple[str, str]:
    """Return a name and the words of caution that stand behind it in quotation marks."""
    found = _HEDGED.fullmatch(words)
    return (found["name"], " ".join(found["hedge"].split())) if found else (words, "")
