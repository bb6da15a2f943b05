"""Looks for the files a person means: which are documents to be read, and which are not.

Nothing is read here. A folder may hold anything; whoever must say what was looked at has to know
what was left out, so it is counted, a kind at a time. The folder of pictures and scripts beside a
page that was saved complete belongs to the page, and is counted as one.
"""

import os
from collections import Counter
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from reviewer import importers
from reviewer.importers.passed_over import folders_of_pages, is_hidden


@dataclass(frozen=True, slots=True)
class Found:
    """What lies where a person pointed.

    ``files`` are to be read, ``others`` lie in folders and are of kinds that cannot be imported
    yet; ``hidden`` counts what is hidden, the system's own, or a project; ``of_pages`` counts the
    folders that belong to saved pages. A folder counts as one.
    """

    files: tuple[Path, ...] = ()
    others: tuple[Path, ...] = ()
    hidden: int = 0
    of_pages: int = 0


def look_for(paths: Iterable[Path]) -> Found:
    """Return what the paths mean: folders are walked, in order of name, links not followed.

    A file that was named outright is always to be read, so that it gets its sentence.
    """
    known = importers.suffixes()
    files: list[Path] = []
    others: list[Path] = []
    hidden = of_pages = 0
    for path in paths:
        if not is_folder(path):
            files.append(path)
            continue
        for root, folders, names in os.walk(path):
            shown = sorted(name for name in names if not is_hidden(name))
            open_ones = [name for name in folders if not is_hidden(name)]
            hidden += len(names) - len(shown) + len(folders) - len(open_ones)
            of_page = folders_of_pages(open_ones, shown)
            of_pages += len(of_page)
            folders[:] = sorted(name for name in open_ones if name not in of_page)
            for path_in in (Path(root, name) for name in shown):
                (files if path_in.suffix.casefold() in known else others).append(path_in)
    return Found(tuple(files), tuple(others), hidden, of_pages)


def is_folder(path: Path) -> bool:
    """Say whether a folder lies at a path; where nothing can lie, as at 300 letters, none does."""
    with suppress(OSError, ValueError):
        return path.is_dir()
    return False


def kinds_of(files: Iterable[Path]) -> list[tuple[str, int]]:
    """Return the endings of files' names and how many have each, the commonest first.

    The ending is in small letters and empty where there is none.
    """
    counted = Counter(file.suffix.casefold() for file in files)
    return sorted(counted.items(), key=lambda kind: (-kind[1], kind[0]))
