"""Reads XML from strangers: no entity is resolved, nothing outside is fetched, depth is bounded.

A document type is refused: no part of an Office file or an e-book's container has one, and it is
where entity bombs and references to other files live.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import islice
from typing import IO, TYPE_CHECKING, Literal

from reviewer.domain.errors import Unreadable
from reviewer.domain.words import N_
from reviewer.importers import guarded, shown
from reviewer.importers.zipped import Zipped, too_much

if TYPE_CHECKING:
    from lxml.etree import XMLPullParser, XMLSyntaxError
    from lxml.etree import _Element as Element

_CHUNK = 32_768  # bytes
LARGEST_TREE = 50_000_000  # bytes of a part that is in memory as a whole, about ten times as large
_BROKEN = N_(
    "“{name}” is damaged: “{part}” in it is cut short or no XML. Get it again from where it came "
    "from."
)
_TOO_LONG = N_(
    "“{name}” was not read: “{part}” in it holds more than {most} MB of words in one piece. Split "
    "the document in the program it comes from and get it from there again, or import its words "
    "as a text file."
)
_LONGEST_PIECE = 10  # MB that libxml2 takes between two marks, or in one attribute
_TOO_MUCH = re.compile("too (?:long|big)|size limit|huge text", re.IGNORECASE)
_TYPED = N_(
    "“{name}” was not opened: “{part}” in it brings a document type of its own, which no such file "
    "needs and which can be made to harm. Ask who sent it."
)


def root_of(zipped: Zipped, part: str, name: str) -> "Element":
    """Return the root of a part that is small; raises ``Unreadable`` with the file's ``name``."""
    member = zipped.part(part)
    if member.size > LARGEST_TREE:
        raise too_much(shown(name), LARGEST_TREE)
    with zipped.opened(member) as file:
        return tree_of(file, part, name)


def tree_of(file: IO[bytes], part: str, name: str) -> "Element":
    """Return the root of XML that is small; raises ``Unreadable`` with the file's ``name``."""
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        huge_tree=False,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.parse(file, parser).getroot()
    except etree.XMLSyntaxError as fault:
        raise _refused(fault, part, name) from fault
    _refuse_type(root, part, name)
    return root


def blocks(
    file: IO[bytes], parents: Collection[str], *, part: str, name: str
) -> Iterator["Element"]:
    """Give the children of the ``parents`` (tags) one after another, and forget each afterwards.

    So a large part is never in memory as a whole. An element lives until the next is asked for.
    Raises ``Unreadable`` with the file's ``name``, also on the way.
    """
    from lxml import etree

    reading = etree.iterparse(
        file,
        events=("start", "end"),
        resolve_entities=False,
        no_network=True,
        huge_tree=False,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
    )
    looked = False
    try:
        for event, element in reading:
            guarded.beat()
            if not looked:
                _refuse_type(element, part, name)
                looked = True
            parent = element.getparent()
            if event == "end" and parent is not None and parent.tag in parents:
                yield element
                element.clear(keep_tail=True)
                while element.getprevious() is not None:  # the parser is still at the last one
                    del parent[0]
    except etree.XMLSyntaxError as fault:
        raise _refused(fault, part, name) from fault


def named_elements(
    file: IO[bytes], names: Collection[str], *, part: str, name: str
) -> Iterator["Element"]:
    """Give every element of these local names, whatever its namespace, once it is whole.

    Of elements that lie in each other the inner one is given first, while the outer one has its
    attributes only. Each is forgotten when the next of the names comes under the same parent.
    Raises ``Unreadable`` with the file's ``name``, also on the way.
    """
    from lxml import etree

    given: list[Element | None] = [None]  # the last one that was given, by how deep it lies
    try:
        for event, element in _named_events(file, names, part, name):
            guarded.beat()
            if event == "start":
                given.append(None)
                continue
            given.pop()
            yield element
            before, parent = given[-1], element.getparent()
            if before is not None and parent is not None and before.getparent() is parent:
                parent.remove(before)  # the parser is still at the present one
            given[-1] = element
    except etree.XMLSyntaxError as fault:
        raise _refused(fault, part, name) from fault


def _named_events(
    file: IO[bytes], names: Collection[str], part: str, name: str
) -> Iterator[tuple[str, "Element"]]:
    """Give starts and ends of elements of these names; the others cost nothing here.

    The first element of all tells whether there is a document type, and may be another one: until
    it has come, another parser looks for it.
    """
    first = _pulling(("start",))
    reading = _pulling(("start", "end"), [f"{{*}}{one}" for one in names])
    looked = False
    while chunk := file.read(_CHUNK):
        guarded.beat()
        if not looked:
            first.feed(chunk)
            for _event, root in islice(first.read_events(), 1):
                _refuse_type(root, part, name)
                looked = True
        reading.feed(chunk)
        yield from reading.read_events()
    reading.close()
    yield from reading.read_events()


def _pulling(
    events: Sequence[Literal["start", "end"]], tags: Sequence[str] | None = None
) -> "XMLPullParser[Element]":
    """Return a parser that is fed, and tells of these elements or of all."""
    from lxml import etree

    return etree.XMLPullParser(
        events=events,
        tag=tags,
        resolve_entities=False,
        no_network=True,
        huge_tree=False,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
    )


def _refused(fault: "XMLSyntaxError", part: str, name: str) -> Unreadable:
    """Return why XML cannot be read: a piece of it is longer than is taken, or it is broken."""
    if _TOO_MUCH.search(str(fault)):
        return Unreadable(_TOO_LONG, name=shown(name), part=shown(part), most=_LONGEST_PIECE)
    return Unreadable(_BROKEN, name=shown(name), part=shown(part))


def _refuse_type(element: "Element", part: str, name: str) -> None:
    if element.getroottree().docinfo.doctype:
        raise Unreadable(_TYPED, name=shown(name), part=shown(part))
