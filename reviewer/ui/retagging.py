"""Another tag for passages: what is entered and has no place there is named before it goes."""

from reviewer.domain.tags import Tag
from reviewer.environment.translation import _
from reviewer.ui.desk import Context
from reviewer.ui.wording import isolated


def may_go(context: Context, passages: list[int], tag: Tag) -> bool:
    """Ask, where entered values would go with another tag; says whether it may be done."""
    desk = context.desk
    going = [] if desk is None else desk.workspace.records.would_go(passages, tag.id)
    if not going:
        return True
    names = "\n".join(
        _("{field} (in {count})").format(
            field=isolated(one.label) if one.key.isdecimal() else _(one.label), count=one.passages
        )
        for one in going
    )
    question = _("The tag “{tag}” has no place for what is entered here:\n{fields}\nIt would go.")
    return context.prompts.confirm(
        question.format(tag=isolated(tag.name), fields=names), _("Tag differently")
    )
