"""Which files nobody means: the system's own, hidden ones, and what belongs to a saved page.

The same for folders and for archives. A browser that saves a page complete puts its pictures and
scripts in a folder beside it, named after it; they are part of that page and no documents.
"""

from collections.abc import Collection

_BEGIN_HIDDEN = (".", "~$")
_PLACES = (".", "..")
_OF_THE_SYSTEM = frozenset({"thumbs.db", "desktop.ini", "__macosx"})
_OF_PROJECTS = (".review", ".review-wal", ".review-shm", ".review-journal")
_PAGES = (".html", ".htm", ".xhtml", ".xht", ".shtml", ".mht", ".mhtml")
# What browsers and office programs append to a page's name, in the languages they speak.
_BESIDE = (
    *("_files", "-files", ".files", "-dateien", "_fichiers", "_archivos", "_file", "_arquivos"),
    *("_ficheiros", "_bestanden", "-filer", "_pliki", "_soubory", "_tiedostot", "_dosyalar"),
    *("_elemei", "_datoteke"),
)


def is_hidden(name: str) -> bool:
    """Say whether a file or folder is hidden, the system's own, or a project."""
    lower = name.casefold()
    return name not in _PLACES and (
        lower.startswith(_BEGIN_HIDDEN) or lower in _OF_THE_SYSTEM or lower.endswith(_OF_PROJECTS)
    )


def folders_of_pages(folders: Collection[str], files: Collection[str]) -> set[str]:
    """Return the folders that belong to pages saved beside them; all lie in the same place."""
    if not folders:
        return set()
    pages = {
        lower[: -len(ending)]
        for lower in map(str.casefold, files)
        for ending in _PAGES
        if lower.endswith(ending)
    }
    return {folder for folder in folders if _named_after(folder.casefold()) & pages}


def _named_after(folder: str) -> set[str]:
    return {folder[: -len(ending)] for ending in _BESIDE if folder.endswith(ending)}
