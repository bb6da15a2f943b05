"""What the details say of a passage beside its tag: who checked it, and why to look again.

Plain words only; names in them are isolated.
"""

from dataclasses import dataclass
from enum import Enum

from reviewer.domain.errors import ReviewerError
from reviewer.domain.languages import LANGUAGE_NAMES, language_code, language_name
from reviewer.domain.notes import NoteHit, NoteKind, Reference, references
from reviewer.domain.passage_details import PassageDetails
from reviewer.domain.passages import PassageRow, first_words
from reviewer.environment.clock import local_day
from reviewer.environment.translation import _
from reviewer.ui.models.dates import spelled
from reviewer.ui.models.records import ShownRecord, record_shown
from reviewer.ui.wording import isolated
from reviewer.workspace.project import Workspace

_SHOWN_OF_A_NOTE = 32


class Eyes(Enum):
    """Whose eyes have been on it since it was written."""

    NOBODY = "nobody"
    OWN = "own"
    ANOTHER = "another"


@dataclass(frozen=True, slots=True)
class Check:
    """Who checked something, in words; ``may_check`` where one's own check would add to it."""

    eyes: Eyes
    words: str
    may_check: bool


@dataclass(frozen=True, slots=True)
class ShownDetails:
    """One passage with all that is shown of it; ``again`` is empty where no look is wanted."""

    row: PassageRow
    details: PassageDetails
    check: Check
    translation_check: Check
    again: str
    record: ShownRecord | None = None


def details_shown(workspace: Workspace, passage: int, me: int | None) -> ShownDetails | None:
    """Return what is shown of a passage to one analyst; ``None`` when it is gone."""
    row = workspace.passages.listed([passage]).get(passage)
    if row is None:
        return None
    details = workspace.details.of(passage)
    names = {one.id: one.name for one in workspace.analysts()}
    return ShownDetails(
        row,
        details,
        _passage_check(details, names, me),
        _translation_check(details, names),
        _again(workspace, details),
        record_shown(workspace, passage),
    )


def language_shown(code: str) -> str:
    """Return a language's name as it is shown and typed."""
    return _(language_name(code))


def language_typed(written: str) -> str:
    """Return the code of a language whose name was typed as it is shown; other words as given."""
    wanted = " ".join(written.split()).casefold()
    for code, name in LANGUAGE_NAMES.items():
        if _(name).casefold() == wanted:
            return code
    return language_code(written)


def language_names() -> list[str]:
    """Return the names of the languages on the list, as they are shown."""
    return sorted(_(name) for name in LANGUAGE_NAMES.values())


def translation_about(details: PassageDetails) -> str:
    """Return into which language a passage is translated, and by whom, as far as is known."""
    parts = []
    if details.translation_language:
        language = isolated(language_shown(details.translation_language))
        parts.append(_("into {language}").format(language=language))
    if details.translator:
        parts.append(_("by {name}").format(name=isolated(details.translator)))
    return " ".join(parts) or _("Language and translator are not given.")


def spoken_of(workspace: Workspace, passage: int) -> list[NoteHit]:
    """Return the notes that name a passage, but for its own; none where it is gone."""
    try:
        found = workspace.notes.speaking_of(passage)
    except ReviewerError:
        return []
    return [one for one in found if (one.kind, one.id) != (NoteKind.PASSAGE, passage)]


def found_references(workspace: Workspace, words: str) -> list[Reference]:
    """Return the passage numbers in words with what they mean; none where it cannot be told."""
    try:
        return workspace.notes.references(words) if references(words) else []
    except ReviewerError:
        return []


def hit_label(hit: NoteHit) -> str:
    """Return what a note is called where a list names it."""
    if hit.kind is NoteKind.PROJECT:
        return _("journal “{note}”").format(note=first_words(hit.words, _SHOWN_OF_A_NOTE))
    return hit.label


def _passage_check(details: PassageDetails, names: dict[int, str], me: int | None) -> Check:
    if details.checked_by is None:
        return Check(Eyes.NOBODY, _("Not checked"), may_check=True)
    said = _said(names, details.checked_by, details.checked_at)
    if details.checked_by_another:
        return Check(Eyes.ANOTHER, said, may_check=False)
    words = _("{checked} – who tagged it, too").format(checked=said)
    return Check(Eyes.OWN, words, may_check=me is not None and me != details.analyst)


def _translation_check(details: PassageDetails, names: dict[int, str]) -> Check:
    who = details.translation_checked_by
    if who is None:
        return Check(Eyes.NOBODY, _("Not checked"), may_check=True)
    said = _said(names, who, details.translation_checked_at)
    own = details.translator and names.get(who, "").casefold() == details.translator.casefold()
    if not own:
        return Check(Eyes.ANOTHER, said, may_check=False)
    words = _("{checked} – who translated it, too").format(checked=said)
    return Check(Eyes.OWN, words, may_check=False)


def _said(names: dict[int, str], who: int, at: str) -> str:
    name = isolated(names.get(who) or _("somebody"))
    day = _day(at)
    if not day:
        return _("Checked by {name}").format(name=name)
    return _("Checked by {name}, {day}").format(name=name, day=day)


def _day(moment: str) -> str:
    try:
        return spelled(local_day(moment), brief=True)
    except ValueError:
        return ""


def _again(workspace: Workspace, details: PassageDetails) -> str:
    passage = workspace.passages.get(details.passage)
    tag = workspace.tags.get(passage.tag)
    why = []
    if tag.definition_version != details.definition_version:
        why.append(_("The meaning of the tag was changed since."))
    if details.follow_up:
        why.append(_("Marked for another look."))
    return " ".join(why)
