"""What a source says in a passage, in its own words, with who says so: for lists and grids."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reviewer.domain.actors import Actor, ChainMember
from reviewer.domain.figures import HARM_LABELS, Harm
from reviewer.domain.passages import first_words
from reviewer.domain.records import Record
from reviewer.domain.tags import RecordKind
from reviewer.environment.translation import _
from reviewer.ui.wording import isolated
from reviewer.workspace.operations.events import shown
from reviewer.workspace.project import Workspace

MOST_WORDS = 110  # code points of a passage's words
_OF_FIGURES = frozenset(
    (
        *("number_text", "low", "high", "about", "qualifier", "negated", "harm", "chain"),
        *("victim_label", "victim_group"),
    )
)


@dataclass(frozen=True, slots=True)
class Account:
    """One passage as what somebody says.

    ``words`` are the source's own, for a figure its number as printed, else how the passage
    begins; ``harm`` is what happened to those counted, ``people`` the source's word for them where
    ``words`` do not have it, ``group`` the analyst's. Without ``confirmed`` something shown was
    read by a rule and nobody has looked at it. An empty ``speaker`` is not named.
    """

    passage: int
    document: int
    label: str
    words: str
    speaker: str
    harm: str = ""
    people: str = ""
    group: str = ""
    confirmed: bool = True
    negated: bool = False
    quote: str = ""
    title: str = ""
    tag: str = ""

    def said(self) -> str:
        """Return the words in quotation marks, with what happened."""
        parts = [_("“{words}”").format(words=isolated(self.words)), self.harm]
        who = [_("“{words}”").format(words=isolated(self.people))] if self.people else []
        if self.group:
            who.append(_("group: {group}").format(group=isolated(self.group)))
        if who:
            parts.append(_("({words})").format(words=_(", ").join(who)))
        if self.negated:
            parts.append(_("(said not to be so)"))
        return " ".join(part for part in parts if part)

    def by(self) -> str:
        """Return who says so."""
        return isolated(self.speaker) if self.speaker else _("not named")

    def line(self) -> str:
        """Return all of it on one line, as it is spoken and copied."""
        parts = [self.said(), _("says: {who}").format(who=self.by()), self.label]
        if not self.confirmed:
            parts.append(_("not confirmed"))
        return _(" · ").join(parts)


def accounts(workspace: Workspace, passages: Sequence[int]) -> dict[int, Account]:
    """Return what passages say, those that are gone left out."""
    rows = workspace.passages.listed(list(dict.fromkeys(passages)))
    records = workspace.records.of_many(list(rows)) if rows else {}
    members = {passage: _speaker(record) for passage, record in records.items()}
    chosen = {one.actor for one in members.values() if one is not None and one.actor is not None}
    actors = {one.id: one for one in workspace.actors.several(sorted(chosen))} if chosen else {}
    return {
        passage: Account(
            passage,
            row.document,
            row.label,
            _words(records[passage], row.quote),
            _called(members[passage], actors),
            _harm(records[passage]),
            *_people(records[passage]),
            confirmed=_OF_FIGURES.isdisjoint(records[passage].unconfirmed()),
            negated=bool(shown(records[passage], "negated")),
            quote=" ".join(row.quote.split()),
            title=row.document_title,
            tag=row.tag_name,
        )
        for passage, row in rows.items()
    }


def _words(record: Record, quote: str) -> str:
    printed = shown(record, "number_text") if record.kind is RecordKind.FIGURE else ""
    return first_words(str(printed or "") or quote, MOST_WORDS)


def _harm(record: Record) -> str:
    if record.kind is not RecordKind.FIGURE:
        return ""
    label = HARM_LABELS[Harm(str(shown(record, "harm") or ""))]
    return _(label) if label else ""


def _people(record: Record) -> tuple[str, str]:
    """Return the source's word for whom a figure counts, if it is no part of its number."""
    if record.kind is not RecordKind.FIGURE:
        return "", ""
    label = str(shown(record, "victim_label") or "")
    printed = str(shown(record, "number_text") or "")
    told = label.casefold() in printed.casefold()
    return "" if told or not printed else label, str(shown(record, "victim_group") or "")


def _speaker(record: Record) -> ChainMember | None:
    chain = shown(record, "chain")
    last = chain[-1] if isinstance(chain, tuple) and chain else None
    return last if isinstance(last, ChainMember) else None


def _called(member: ChainMember | None, actors: Mapping[int, Actor]) -> str:
    if member is None:
        return ""
    found = actors.get(member.actor) if member.actor is not None else None
    return found.name if found is not None else member.printed
