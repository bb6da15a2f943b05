"""``python -m tests.translations``: brings the catalogues up to what the code says.

It takes every message marked in the code, keeps the translations there are, drops those of
messages that are gone, compiles each catalogue, and prints what is still to be translated. Two
runs write the same bytes, on any machine: no dates, no places in the code, one order.
"""

import io
import sys
from functools import cache
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from typing_extensions import override

ROOT = Path(__file__).parents[1]
CODE = ROOT / "reviewer"
FOLDER = ROOT / "resources" / "translations"
LANGUAGES = {"ur": "Urdu"}
KEYWORDS = {"_": None, "N_": None, "counted": (1, 2), "one_or_many": (1, 2)}
SPEAKS_ENGLISH = "cli"  # reviewer/environment/translation.py says why
PLURALS = "nplurals=2; plural=(n != 1);"
WIDTH = 100


class Words(Catalog):
    """A catalogue whose head says only what a reader of it needs."""

    @property
    @override
    def mime_headers(self) -> list[tuple[str, str]]:
        return [
            ("Language", str(self.locale)),
            ("Plural-Forms", PLURALS),
            ("MIME-Version", "1.0"),
            ("Content-Type", "text/plain; charset=utf-8"),
            ("Content-Transfer-Encoding", "8bit"),
        ]


def catalogue_file(language: str) -> Path:
    """Return where the words of a language are written down."""
    return FOLDER / language / "LC_MESSAGES" / "reviewer.po"


def compiled_file(language: str) -> Path:
    """Return where the words of a language lie as the program reads them."""
    return catalogue_file(language).with_suffix(".mo")


@cache
def messages_in_the_code() -> tuple[str | tuple[str, str], ...]:
    """Return every message the window can show, one and many as a pair, in one order.

    Looked for once in a process: that takes seconds.
    """
    found = {
        (message[0], message[1]) if isinstance(message, tuple) else message
        for name, _line, message, _comments, _context in extract_from_dir(CODE, keywords=KEYWORDS)
        if Path(name).parts[0] != SPEAKS_ENGLISH
    }
    return tuple(sorted(found, key=str))


def kept(language: str) -> Catalog:
    """Return the catalogue as it is written down; an empty one where there is none yet."""
    path = catalogue_file(language)
    if not path.exists():
        return Catalog(locale=language)
    with path.open("rb") as file:
        return read_po(file, locale=language)


def brought_up_to_the_code(language: str) -> Catalog:
    """Return a catalogue of exactly the messages in the code, translated as far as they were."""
    before = {_key(message): message for message in kept(language) if message.id}
    new = Words(
        locale=language, header_comment=f"# {LANGUAGES[language]} words of Reviewer.", fuzzy=False
    )
    for found in messages_in_the_code():
        key = found if isinstance(found, str) else found[0]
        known = before.get(key)
        new.add(found, _fitting(found, known) if known else None)
    return new


def written(catalogue: Catalog) -> bytes:
    """Return a catalogue as it stands in its file."""
    target = io.BytesIO()
    write_po(target, catalogue, width=WIDTH, no_location=True, sort_output=True)
    return target.getvalue()


def compiled(catalogue: Catalog) -> bytes:
    """Return a catalogue as the program reads it."""
    target = io.BytesIO()
    write_mo(target, catalogue)
    return target.getvalue()


def untranslated(catalogue: Catalog) -> list[str]:
    """Return the messages that have no words, or not all of them."""
    return [
        _key(message)
        for message in catalogue
        if message.id and not all(forms(message)[: message.pluralizable + 1])
    ]


def forms(message: Message) -> tuple[str, ...]:
    """Return the words of a message in its language: one form, or one for each number."""
    words = message.string
    return (words or "",) if isinstance(words, str) else tuple(words or ("",))


def _key(message: Message) -> str:
    return message.id if isinstance(message.id, str) else message.id[0]


def _fitting(found: str | tuple[str, str], known: Message) -> str | tuple[str, ...]:
    """Return known words in as many forms as the message has now."""
    words = forms(known)
    if isinstance(found, str):
        return words[0]
    return words if len(words) == 2 else (words[0], words[0])


def main() -> int:
    """Write every catalogue anew; returns how many messages are to be translated, at most 1."""
    missing = 0
    for language in LANGUAGES:
        catalogue = brought_up_to_the_code(language)
        catalogue_file(language).parent.mkdir(parents=True, exist_ok=True)
        catalogue_file(language).write_bytes(written(catalogue))
        compiled_file(language).write_bytes(compiled(catalogue))
        for message in untranslated(catalogue):
            missing += 1
            print(f"{language}: {message!r}")  # noqa: T201 - what is still to be done
    return min(missing, 1)


if __name__ == "__main__":
    sys.exit(main())
