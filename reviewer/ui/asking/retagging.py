"""Another tag or record for passages: what is entered and has no place there is named first."""

from collections.abc import Sequence

from reviewer.domain.tags import RecordKind, Tag
from reviewer.environment.translation import _
from reviewer.ui.desk import Context
from reviewer.ui.wording import isolated
from reviewer.workspace.operations.records import WouldGo


def may_go(context: Context, passages: Sequence[int], tag: Tag) -> bool:
    """Ask, where entered values would go with another tag; says whether it may be done."""
    desk = context.desk
    going = [] if desk is None else desk.workspace.records.would_go(passages, tag.id)
    question = _("The tag {tag} has no place for what is entered here:\n{fields}\nIt would go.")
    return _agreed(context, question, tag, going, _("Tag differently"))


def may_change_kind(context: Context, tag: Tag, kind: RecordKind) -> bool:
    """Ask, where entered values would go with another record; says whether it may be done."""
    desk = context.desk
    going = []
    if desk is not None and kind is not tag.record:
        going = desk.workspace.records.would_go_with_kind(tag.id, kind)
    question = _(
        "Passages of {tag} would have no place for what is entered:\n{fields}\nIt would go."
    )
    return _agreed(context, question, tag, going, _("Change the tag"))


def _agreed(context: Context, question: str, tag: Tag, going: Sequence[WouldGo], deed: str) -> bool:
    if not going:
        return True
    fields = "\n".join(
        _("{field} (in {count})").format(
            field=isolated(one.label) if one.key.isdecimal() else _(one.label),
            count=one.passages,
        )
        for one in going
    )
    asked = question.format(tag=isolated(tag.name), fields=fields)
    return context.prompts.confirm(asked, deed)
