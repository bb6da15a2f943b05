"""What analysts added to a passage beside its tag and note: a translation, plain words, checks.

Kept apart from ``Passage``, which is read by the ten thousand when a page is painted; these are
read for the one passage that is looked at.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PassageDetails:
    """The further words and checks of one passage; times are UTC, empty where there is none.

    ``statement`` is the passage in plain words. ``translation_language`` is a BCP 47 code, or what
    was typed instead of one. ``analyst`` is who tagged; who checked is another pair of eyes only
    when it is somebody else.
    """

    passage: int
    analyst: int
    statement: str = ""
    translation: str = ""
    translation_language: str = ""
    translator: str = ""
    translation_checked_by: int | None = None
    translation_checked_at: str = ""
    checked_by: int | None = None
    checked_at: str = ""
    follow_up: bool = False
    definition_version: int = 1

    @property
    def checked_by_another(self) -> bool:
        """Say whether somebody other than who tagged has checked the passage."""
        return self.checked_by is not None and self.checked_by != self.analyst
