"""What the passages table is filtered by, in words."""

from reviewer.domain.snapshot import PassageFilter
from reviewer.environment.translation import _, counted
from reviewer.ui.models.checks import check_offer, ticks_of
from reviewer.ui.wording import isolated
from reviewer.workspace.project import Workspace


def passage_filter_sentence(workspace: Workspace, chosen: PassageFilter) -> str:
    """Return what the table is filtered by; empty when every passage is shown.

    One tag, document or analyst is named; several are counted.
    """
    tags = [isolated(one.name) for one in workspace.tags.all() if one.id in chosen.tags]
    rows = workspace.documents.listed(chosen.documents[:1])
    documents = [row.label for row in rows.values()]
    analysts = [isolated(one.name) for one in workspace.analysts() if one.id in chosen.analysts]
    counts = len(chosen.tags), len(chosen.documents), len(chosen.analysts)
    parts = [
        _("“{words}”").format(words=isolated(chosen.words)) if chosen.words else "",
        _named(tags, counted("{count} tag", "{count} tags", counts[0]), counts[0]),
        _named(documents, counted("{count} document", "{count} documents", counts[1]), counts[1]),
        _named(analysts, counted("{count} analyst", "{count} analysts", counts[2]), counts[2]),
        *(one.name for one in check_offer(workspace).read(ticks_of(chosen)).values()),
    ]
    return _(", ").join(part for part in parts if part)


def _named(names: list[str], several: str, chosen: int) -> str:
    """Return the one name there is, or how many were chosen; nothing where none was."""
    if chosen == 1 and names:
        return names[0]
    return several if chosen else ""
