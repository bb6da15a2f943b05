"""The help pages: Markdown in ``resources/help``, their headings, and what is found in them.

The page of the keys is made from the command records, so that it says the keys a person has given.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from reviewer.domain.folding import fold
from reviewer.environment import resources
from reviewer.environment.translation import N_, _
from reviewer.ui.commands import WHERE, Command, Menu, Scope
from reviewer.ui.wording import native_keys

ORDER = (
    "getting-started",
    "documents",
    "reading",
    "tagging",
    "details",
    "passages",
    "codebook",
    "actors",
    "overview",
    "notes",
    "links",
    "echoes",
    "events",
    "comparing",
    "search",
    "history",
    "import",
    "newer-versions",
    "export",
    "keyboard",
    "settings",
    "command-line",
    "privacy",
    "whats_new",
)
FIRST, KEYBOARD, WHATS_NEW = "getting-started", "keyboard", "whats_new"
MENU_NAMES = {
    Menu.PROJECT: N_("Project"),
    Menu.EDIT: N_("Edit"),
    Menu.DOCUMENT: N_("Document"),
    Menu.PASSAGE: N_("Passage"),
    Menu.CODEBOOK: N_("Codebook"),
    Menu.EVENT: N_("Events"),
    Menu.GO: N_("Go"),
    Menu.SCREENING: N_("Screening"),
    Menu.VIEW: N_("View"),
    Menu.HELP: N_("Help"),
}
_HEADING = re.compile(r"^(#{1,3}) +(.+)$", re.MULTILINE)
_MARKUP = re.compile(r"[*_`|]|\]\([^)]*\)|\[")
_KEY = re.compile(r"\{key:([a-z0-9_.]+)\}")
_CELLS = re.compile(r"(?<=.) *\| *(?=.)")
_AROUND = 60


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of a page: how deep it stands and what it says."""

    level: int
    words: str


@dataclass(frozen=True, slots=True)
class Found:
    """A place in the help: the page, the heading it stands under, and the words around it."""

    page: str
    title: str
    heading: str
    words: str


@cache
def page_text(name: str) -> str:
    """Return a page as Markdown; raises ``KeyError`` for a page there is not."""
    if name not in ORDER:
        raise KeyError(name)
    return resources.find(f"help/{name}.md").read_text("utf-8")


def page(name: str, commands: Sequence[Command]) -> str:
    """Return a page as it is shown, every command in it with the keys it has now.

    A page names keys as ``{key:document.open}``; a command without keys is named by its title.
    """
    known = {command.id: command for command in commands}
    words = _KEY.sub(lambda found: _keys_said(found[1], known), page_text(name))
    return words + (key_tables(commands) if name == KEYBOARD else "")


def _keys_said(identity: str, known: Mapping[str, Command]) -> str:
    command = known.get(identity)
    if command is None:
        return "…"
    said = native_keys(command.shortcuts[0]) if command.shortcuts else _(command.title)
    return f"**{_escaped(said)}**"


def headings(name: str) -> list[Heading]:
    """Return the headings of a page in their order, the page's own first."""
    return [Heading(len(marks), plain_words(words)) for marks, words in _found_headings(name)]


def title(name: str) -> str:
    """Return what a page is called."""
    return headings(name)[0].words


def find_in_help(typed: str, commands: Sequence[Command]) -> list[Found]:
    """Return the paragraphs that hold every word typed, those under such headings first."""
    words = fold(typed).split()
    if not words:
        return []
    found: list[tuple[int, Found]] = []
    for name in ORDER:
        for heading, paragraph in _paragraphs(page(name, commands)):
            around = fold(f"{title(name)} {heading} {paragraph}")
            if all(word in around for word in words) and paragraph != title(name):
                rank = 0 if all(word in fold(heading) for word in words) else 1
                rank += 0 if any(word in fold(paragraph) for word in words) else 2
                found.append((rank, Found(name, title(name), heading, _around(paragraph, words))))
    return [one for _rank, one in sorted(found, key=lambda pair: pair[0])]


def key_tables(commands: Sequence[Command]) -> str:
    """Return every command that has keys as Markdown tables, one a menu."""
    parts = [""]
    for menu in Menu:
        members = [one for one in commands if one.menu is menu and one.shortcuts]
        if not members:
            continue
        parts += [f"\n## {_(MENU_NAMES[menu])}\n"]
        parts += [
            "| {} | {} | {} |".format(_("Command"), _("Keys"), _("What it does")),
            "|---|---|---|",
        ]
        parts += [_key_row(command) for command in members]
    return "\n".join(parts) + "\n"


def _key_row(command: Command) -> str:
    keys = ", ".join(native_keys(key) for key in command.shortcuts)
    if keys and command.scope is not Scope.WINDOW:
        keys += f" ({_(WHERE[command.scope])})"
    cells = (_(command.title).rstrip("…"), keys, _(command.help))
    return "| " + " | ".join(_escaped(cell) for cell in cells) + " |"


def _escaped(words: str) -> str:
    """Return words that Markdown shall show as they are, whatever they hold."""
    return re.sub(r"([\\`*_{}\[\]<>#|~!&])", r"\\\1", " ".join(words.split()))


def plain_words(markdown: str) -> str:
    """Return a line of Markdown without its marks."""
    return _MARKUP.sub("", markdown).strip()


def _found_headings(name: str) -> list[tuple[str, str]]:
    return _HEADING.findall(page_text(name))


def _paragraphs(markdown: str) -> list[tuple[str, str]]:
    """Return the paragraphs and rows of a page, each with the heading above it."""
    heading, found = "", list[tuple[str, str]]()
    for part in re.split(r"\n(?=\||\s*[-\d]+[. ] )|\n{2,}", markdown):
        mark = _HEADING.match(part.strip())
        if mark:
            heading = plain_words(mark[2])
        below = part.strip()[mark.end() :] if mark else part
        words = plain_words(_CELLS.sub(" · ", " ".join(below.split()))).strip("· ")
        if words.strip("- ·"):
            found.append((heading, words))
    return found


def _around(paragraph: str, words: Sequence[str]) -> str:
    """Return what stands around the first word found in a paragraph."""
    places = [place for word in words if (place := paragraph.casefold().find(word)) >= 0]
    start = max(0, min(places, default=0) - _AROUND)
    end = start + 3 * _AROUND
    if start:
        start = paragraph.find(" ", start) + 1
    cut = paragraph[start:end]
    if end < len(paragraph):
        cut = cut.rpartition(" ")[0] + " …"
    return f"… {cut}" if start else cut
