"""Tags as codes of the REFI-QDA standard: a tree with colours, and sets for what codes lack.

A code has a name, a description and a colour. Which tags have a record, and which key tags with
them, stands in sets beside the codes: other programs show them as groups of codes.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from reviewer.domain.codebooks import Entry, same_name
from reviewer.domain.refi import DETAILS, KEYS, colour_written
from reviewer.domain.tag_trees import without_circles
from reviewer.domain.tags import RecordKind
from reviewer.exporters.interchange.refi_xml import attribute, guid, made, text


def code_guid(entry: Entry) -> str:
    """Return the guid of a tag's code."""
    return guid(entry.uid) if entry.uid else made("tag", same_name(entry.name))


def codes_element(entries: Sequence[Entry]) -> str:
    """Return ``Codes``, siblings in their order; nothing where there are no tags.

    Tags that stand under each other in a circle, and those under a tag that is not there, stand at
    the top.
    """
    if not entries:
        return ""
    places = {same_name(entry.name): place for place, entry in enumerate(entries)}
    parents = {
        place: places.get(same_name(entry.parent)) if entry.parent else None
        for place, entry in enumerate(entries)
    }
    below: dict[int | None, list[int]] = defaultdict(list)
    for child, parent in without_circles(parents, {}).items():
        below[parent].append(child)
    pieces = ["<Codes>\n"]
    waiting: list[int | None] = [*below[None][::-1]]
    while waiting:  # not by calling itself: two thousand tags may stand under each other
        place = waiting.pop()
        if place is None:
            pieces.append("</Code>\n")
        else:
            pieces.append(_opening(entries[place]))
            waiting += [None, *below[place][::-1]]
    return "".join([*pieces, "</Codes>\n"])


def _opening(entry: Entry) -> str:
    colour = colour_written(entry.colour)
    shade = f' color="{colour}"' if colour else ""
    meaning = text(entry.definition)
    return (
        f'<Code guid="{code_guid(entry)}" name="{attribute(entry.name)}" isCodable="true"'
        f"{shade}>" + (f"<Description>{meaning}</Description>" if meaning else "")
    )


def sets_element(entries: Sequence[Entry], member: str = "targetGUID") -> str:
    """Return ``Sets``; nothing where no tag has a record or a key: empty ones are not allowed.

    ``member`` is the attribute that names a member: the two schemas do not agree.
    """
    sets = []
    for kind in RecordKind:
        members = [code_guid(entry) for entry in entries if entry.record is kind]
        if members and kind is not RecordKind.NONE:
            sets.append(_set(DETAILS + kind, "", _members(members, member)))
    keyed = [entry for entry in entries if entry.key]
    if keyed:
        lines = "\n".join(f"{entry.key} {code_guid(entry)}" for entry in keyed)
        sets.append(_set(KEYS, lines, _members(map(code_guid, keyed), member)))
    return f"<Sets>\n{''.join(sets)}</Sets>\n" if sets else ""


def _members(guids: Iterable[str], member: str) -> str:
    return "".join(f'<MemberCode {member}="{guid}"/>' for guid in guids)


def _set(name: str, description: str, members: str) -> str:
    told = f"<Description>{text(description)}</Description>" if description else ""
    title = attribute(name)
    return f'<Set guid="{made("set", name)}" name="{title}">{told}{members}</Set>\n'
