"""Which passages their own source has taken back.

Only whoever said something can take it back. What somebody else tells of a retraction is a badge on
the passage, "taken back, as told by …", and changes nothing in a comparison. Where a count is told
again by the same speaker, each mention of it is taken back with the first.
"""

from collections.abc import Iterable, Mapping, Sequence

from reviewer.domain.badges import Said
from reviewer.domain.groupings import joined
from reviewer.domain.links import Link, LinkType

Ends = tuple[int, int]


def speakers_wanted(links: Sequence[Link]) -> frozenset[int]:
    """Return the passages whose speakers ``taken_back`` has to know: few, where links are many."""
    retractions = _ends(links, LinkType.RETRACTS)
    group_of = _mentions(links) if retractions else {}
    groups = {group_of[there] for _here, there in retractions if there in group_of}
    told_again = {passage for passage, group in group_of.items() if group in groups}
    return frozenset(end for ends in retractions for end in ends) | told_again


def taken_back(said: Mapping[int, Said], links: Sequence[Link]) -> frozenset[int]:
    """Return the passages that their own speaker took back, as far as ``said`` has both ends."""
    own = {
        there
        for here, there in _ends(links, LinkType.RETRACTS)
        if here in said and there in said and said[here].is_by_the_speaker_of(said[there])
    }
    group_of = _mentions(links) if own else {}
    of_group: dict[int, list[Said]] = {}
    for passage in own & group_of.keys():
        of_group.setdefault(group_of[passage], []).append(said[passage])
    again = {
        passage
        for passage, group in group_of.items()
        if passage in said
        and any(said[passage].is_by_the_speaker_of(one) for one in of_group.get(group, ()))
    }
    return frozenset(own | again)


def _mentions(links: Sequence[Link]) -> dict[int, int]:
    """Return for each passage of a count told again the first passage of that count."""
    pairs = _ends(links, LinkType.SAME_FIGURE)
    return joined({end for ends in pairs for end in ends}, pairs)


def _ends(links: Iterable[Link], kind: LinkType) -> list[Ends]:
    return [
        (one.from_passage, one.to_passage)
        for one in links
        if one.type is kind and one.to_passage is not None
    ]
