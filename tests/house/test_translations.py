"""The catalogues: of the code as it is, whole, and true to the placeholders."""

import ast
import gettext
import re
from collections import Counter
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.catalog import Catalog, Message

from tests import translations
from tests.translations import LANGUAGES, forms, kept, untranslated

MODULES = sorted(path for path in translations.CODE.rglob("*.py"))
SHOWS_NOW = {"_", "counted", "filled"}
MNEMONIC = re.compile("&(?!&)")
LEFTWARD = re.compile("[\u0620-\u064a\u066e-\u06d3]")
RIGHT_TO_LEFT_MARK = "\u200f"
ARABIC_DIGITS = re.compile("[٠-٩۰-۹]")
MENUS = {
    "menu bar": (
        "&Project", "&Edit", "&Go", "&Document", "P&assage", "&Codebook", "&View", "&Help"
    ),
    "menu of a field": (
        "&Undo", "&Redo", "Cu&t", "&Copy", "&Paste", "&Select All", "&Step up", "Step &down"
    ),
    "file dialog": (
        "&Open", "&Save", "&Cancel", "File &name:", "&Look in:", "Files of &type:",
        "&Directory:", "&Rename", "&Delete", "Show &hidden files", "&New Folder",
    ),
    "colours": (
        "&OK", "&Cancel", "&Basic colors", "&Custom colors", "&Add to Custom Colors",
        "&Pick Screen Color", "Hu&e:", "&Sat:", "&Val:", "&Red:", "&Green:", "Bl&ue:", "&HTML:",
    ),
    "correcting a document": (
        "&Title", "&Source", "&Author", "&Published", "Saved from the &web", "Web a&ddress",
        "&Language", "&Note",
    ),
    "a tag": ("&Name", "&What it means", "Co&lour", "&Key", "&Under"),
    "a new project": ("&Where the project lies", "&Browse…", "&Your name"),
}  # fmt: skip


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def catalogue(language: str) -> Catalog:
    return kept(language)


def translated(catalogue: Catalog) -> list[tuple[str, str]]:
    """Return each message beside its words; of a message that counts, each form."""
    pairs: list[tuple[str, str]] = []
    for message in catalogue:
        if isinstance(message.id, tuple):
            pairs += zip(message.id, forms(message), strict=True)
        elif isinstance(message.id, str) and message.id:
            pairs.append((message.id, forms(message)[0]))
    return pairs


def placeholders(words: str) -> Counter[str]:
    """Return what is filled in and how, such as ``count:,``, and what is filled in later."""
    found: Counter[str] = Counter()
    for said, name, kind, _how in Formatter().parse(words):
        found.update(re.findall("[{}]", said))
        if name is not None:
            found[f"{name}:{kind}"] += 1
    return found


def words_of(catalogue: Catalog) -> dict[str, str]:
    return {message.id: str(message.string) for message in catalogue if isinstance(message.id, str)}


def test_the_catalogue_holds_exactly_what_the_code_says(language: str) -> None:
    held = {message.id for message in kept(language) if message.id}
    said = set(translations.messages_in_the_code())
    wanted = f"run python -m tests.translations, and translate {sorted(map(str, said - held))}"
    assert held == said, wanted


def test_every_message_has_its_words(catalogue: Catalog) -> None:
    assert untranslated(catalogue) == []


def test_nothing_is_left_for_a_look_that_would_be_passed_over(catalogue: Catalog) -> None:
    assert [message.id for message in catalogue if message.id and message.fuzzy] == []


def test_the_written_and_the_compiled_catalogue_are_what_the_command_makes(language: str) -> None:
    made = translations.brought_up_to_the_code(language)
    assert translations.catalogue_file(language).read_bytes() == translations.written(made)
    assert translations.compiled_file(language).read_bytes() == translations.compiled(made)


def test_what_the_program_reads_is_what_is_written_down(language: str, catalogue: Catalog) -> None:
    with translations.compiled_file(language).open("rb") as file:
        read = gettext.GNUTranslations(file)
    for message in catalogue:
        if isinstance(message.id, tuple):
            one, many = message.id
            assert (read.ngettext(one, many, 1), read.ngettext(one, many, 2)) == forms(message)
        elif isinstance(message.id, str) and message.id:
            assert read.gettext(message.id) == message.string


def test_every_placeholder_stands_in_the_words_as_in_the_message(catalogue: Catalog) -> None:
    wrong = [pair for pair in translated(catalogue) if len(set(map(_braces, pair))) > 1]
    assert wrong == []


def _braces(words: str) -> frozenset[tuple[str, int]]:
    return frozenset(placeholders(words).items())


def test_plurals_have_both_forms_and_the_rule_of_the_language(catalogue: Catalog) -> None:
    several: list[Message] = [one for one in catalogue if isinstance(one.id, tuple)]
    assert several
    assert (catalogue.num_plurals, catalogue.plural_expr) == (2, "(n != 1)")
    assert [one.id for one in several if len(forms(one)) != 2 or not all(forms(one))] == []


def test_the_letters_for_alt_are_kept_and_not_twice_in_a_place(catalogue: Catalog) -> None:
    words = words_of(catalogue)
    lost = [
        (message, said)
        for message, said in words.items()
        if len(MNEMONIC.findall(message)) != len(MNEMONIC.findall(said))
    ]
    assert lost == []
    for place, messages in MENUS.items():
        letters = [words[one].partition("&")[2][:1] for one in messages]
        assert len(set(letters)) == len(letters), place


def test_no_blank_and_no_line_is_lost_at_the_ends_or_between(catalogue: Catalog) -> None:
    wrong = [
        (message, said)
        for message, said in translated(catalogue)
        if _blanks(message) != _blanks(said) or message.count("\n") != said.count("\n")
    ]
    assert wrong == []


def _blanks(words: str) -> tuple[int, int]:
    return len(words) - len(words.lstrip()), len(words) - len(words.rstrip())


def test_what_asks_for_more_or_stands_before_something_says_so(catalogue: Catalog) -> None:
    wrong = [
        (message, said)
        for message, said in translated(catalogue)
        for end in ("…", ":")
        if message.endswith(end) != said.endswith(end)
    ]
    assert wrong == []


def test_numbers_stay_in_latin_digits(catalogue: Catalog) -> None:
    assert [said for _message, said in translated(catalogue) if ARABIC_DIGITS.search(said)] == []


def test_a_line_that_does_not_begin_in_its_script_says_which_way_it_runs(
    catalogue: Catalog,
) -> None:
    """Qt goes by the first letter; a number or a name at the beginning would turn the line."""
    unsaid = [
        said
        for _message, said in translated(catalogue)
        if LEFTWARD.search(said) and not LEFTWARD.match(said.lstrip(" &"))
        if not said.startswith((RIGHT_TO_LEFT_MARK, " "))
    ]
    assert unsaid == []


def test_the_same_words_are_written_twice_the_same(language: str) -> None:
    made = translations.brought_up_to_the_code(language)
    translations.messages_in_the_code.cache_clear()  # looked for once more
    assert translations.written(made) == translations.written(
        translations.brought_up_to_the_code(language)
    )
    assert b"POT-Creation-Date" not in translations.compiled(made)
    assert str(translations.ROOT).encode() not in translations.written(made)


def named(path: Path) -> str:
    return path.relative_to(translations.ROOT).as_posix()


def calls(path: Path) -> list[ast.Call]:
    tree = ast.parse(path.read_text("utf-8"))
    return [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    ]


def called(call: ast.Call) -> str:
    return call.func.id if isinstance(call.func, ast.Name) else ""


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_a_count_stands_around_two_literals_so_that_it_is_found(path: Path) -> None:
    hidden = [
        call.lineno
        for call in calls(path)
        if called(call) in {"counted", "one_or_many"}
        and not all(isinstance(words, ast.Constant) for words in call.args[:2])
    ]
    assert hidden == []


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_nothing_is_translated_before_the_language_is_known(path: Path) -> None:
    early = [
        call.lineno
        for node in ast.parse(path.read_text("utf-8")).body
        if not isinstance(node, ast.FunctionDef | ast.ClassDef)
        for call in ast.walk(node)
        if isinstance(call, ast.Call) and called(call) in SHOWS_NOW and not _inside(node, call)
    ]
    assert early == []


def _inside(node: ast.AST, call: ast.Call) -> bool:
    """Say whether a call waits inside a lambda until it is made."""
    waiting = (one for one in ast.walk(node) if isinstance(one, ast.Lambda))
    return any(call in ast.walk(one) for one in waiting)


def problems() -> set[str]:
    """Return the names of all classes of problems that a person can act on."""
    bases: dict[str, set[str]] = {}
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.ClassDef):
                bases[node.name] = {one.id for one in node.bases if isinstance(one, ast.Name)}
    found = {"ReviewerError"}
    while more := {name for name, of in bases.items() if of & found} - found:
        found |= more
    return found


PROBLEMS = problems()


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_the_words_of_every_problem_are_marked(path: Path) -> None:
    unmarked = [
        call.lineno
        for call in calls(path)
        if called(call) in PROBLEMS
        and call.args
        and isinstance(call.args[0], ast.Constant | ast.JoinedStr)
    ]
    assert unmarked == []
