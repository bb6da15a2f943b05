"""What is said of a passage beside its tag: plain words, a translation, and that it was checked."""

from collections.abc import Callable, Sequence

from reviewer.domain.errors import NotAllowed
from reviewer.domain.languages import language_code
from reviewer.domain.passage_details import (
    PassageDetails,
    statement_of,
    translation_language_of,
    translation_of,
    translator_of,
)
from reviewer.domain.text import normalise
from reviewer.domain.words import N_
from reviewer.store.project_file import ProjectFile
from reviewer.workspace.history import History


class PassageDetailOperations:
    """Plain words, translations and checks of an open project's passages."""

    def __init__(
        self,
        project: ProjectFile,
        history: History,
        analyst: Callable[[], int],
        now: Callable[[], str],
    ) -> None:
        self._passages = project.passages
        self._details = project.passage_details
        self._history = history
        self._analyst = analyst
        self._now = now

    def of(self, passage: int) -> PassageDetails:
        """Return a passage's further words and checks; raises ``NotFound``."""
        (details,) = self._details.of([passage])
        return details

    def of_each(self, passages: Sequence[int]) -> list[PassageDetails]:
        """Return the details of a few hundred passages at most, in the order asked for."""
        return self._details.of(passages)

    def set_statement(self, passage: int, words: str) -> None:
        """Say what a passage says in plain words, on one line; empty takes it away.

        Raises ``NotAllowed`` for more words than fit.
        """
        words = statement_of(normalise(words).text)
        if self.of(passage).statement != words:
            self._set("passages.statement", passage, {"statement": words})

    def set_translation(
        self, passage: int, words: str, language: str = "", translator: str = ""
    ) -> None:
        """Give a passage's translation; empty words take it away, with all that is about it.

        ``language`` is a BCP 47 code, a language's English name, or any words. Nobody has checked
        what is changed. Raises ``NotAllowed`` for more words than fit.
        """
        words = translation_of(normalise(words).text)
        known = self.of(passage)
        values: dict[str, object] = {
            "translation": words,
            "translation_language": _language(language) if words else "",
            "translator": translator_of(normalise(translator).text) if words else "",
        }
        if all(getattr(known, column) == value for column, value in values.items()):
            return
        values |= {"translation_checked_by": None, "translation_checked_at": ""}
        self._set("passages.translation", passage, values)

    def check_translation(self, passage: int, *, checked: bool = True) -> None:
        """Say that the present analyst has checked a translation, or take the check off.

        Raises ``NotAllowed`` when there is no translation.
        """
        known = self.of(passage)
        if not known.translation:
            raise NotAllowed(N_("There is no translation to check yet."))
        who = self._analyst() if checked else None
        if known.translation_checked_by == who:
            return
        self._set(
            "passages.check_translation" if checked else "passages.uncheck_translation",
            passage,
            {
                "translation_checked_by": who,
                "translation_checked_at": self._now() if checked else "",
            },
        )

    def check(self, passages: Sequence[int]) -> None:
        """Say as one step that the present analyst has checked passages.

        One's own may be checked too, and is told apart (``checked_by_another``). What another pair
        of eyes has checked keeps that name; a check of one's own work gives way to another's.
        """
        with self._history.step(*self._step("passages.check", passages)):
            self._details.check(passages, self._analyst(), self._now())

    def uncheck(self, passages: Sequence[int]) -> None:
        """Take the checks off passages as one step, whoever made them."""
        with self._history.step(*self._step("passages.uncheck", passages)):
            self._details.uncheck(passages, self._now())

    def _step(self, name: str, passages: Sequence[int]) -> tuple[str, dict[str, object]]:
        if len(passages) == 1:
            return name, {"passage": self._passages.label(passages[0])}
        return f"{name}_many", {"count": len(passages)}

    def _set(self, name: str, passage: int, values: dict[str, object]) -> None:
        with self._history.step(name, {"passage": self._passages.label(passage)}):
            self._details.set(passage, values, self._now())


def _language(written: str) -> str:
    return language_code(translation_language_of(normalise(written).text))
