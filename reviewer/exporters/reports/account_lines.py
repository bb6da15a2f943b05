"""What is told of a passage, line by line in plain words: for a note at its place."""

from collections.abc import Iterator

from reviewer.domain.directions import apart_where_left
from reviewer.domain.languages import language_name
from reviewer.domain.passages import Anchor
from reviewer.domain.report import Account, Detail, OtherEnd, Voice
from reviewer.domain.snapshot import ExportedDetails
from reviewer.domain.words import N_, Saying

_NOT_CONFIRMED = N_("○ {words} (not confirmed)")


class AccountLines:
    """Says what is known of passages, in the words of a report."""

    def __init__(self, voice: Voice) -> None:
        self._voice = voice

    def said(self, said: Saying) -> str:
        """Return one saying in words."""
        return self._voice.words(said)

    def of(self, account: Account) -> Iterator[str]:
        """Give who says so, what analysts added, the details, badges and links."""
        passage = account.passage
        if passage.anchor != Anchor.SURE:
            yield self.said(Saying(N_("Place not certain")))
        yield self.said(account.head)
        if passage.note:
            yield self.said(Saying(N_("Note by the analysts: {words}"), {"words": passage.note}))
        yield from self._ours(passage.details)
        yield from map(self._detail, account.details)
        yield from map(self.said, account.badges)
        yield from map(self._end, account.ends)

    def _ours(self, added: ExportedDetails) -> Iterator[str]:
        if added.statement:
            words = {"words": added.statement}
            yield self.said(Saying(N_("In plain words, by the analysts: {words}"), words))
        if added.translation:
            language = added.translation_language
            values = {
                "language": language_name(language) if language else "–",
                "translator": added.translator or "–",
            }
            whose = Saying(N_("Translation by the analysts ({language}; {translator}):"), values)
            yield f"{self.said(whose)} {apart_where_left(added.translation)}"
        if added.checked_by:
            values = {"name": added.checked_by, "day": added.checked_at[:10]}
            yield self.said(Saying(N_("Checked by {name}, {day}"), values))

    def _detail(self, one: Detail) -> str:
        words = self._voice.words(one.words)
        words = f"“{apart_where_left(words)}”" if one.source else words
        if one.hollow:
            words = self.said(Saying(_NOT_CONFIRMED, {"words": words}))
        return f"{self._voice.words(one.label)}: {words}"

    def _end(self, one: OtherEnd) -> str:
        parts = [f"{self._voice.label(one.words)} {one.label}"]
        if one.quote:
            parts.append(f"“{apart_where_left(one.quote)}”")
        parts.append(apart_where_left(one.document))
        parts += map(self.said, one.remarks)
        return " · ".join(parts)
