"""Turns the program's English words into a person's language.

``_`` translates where words are shown; ``N_`` only marks them where they are written down.
Always around a literal: the extractor does not find variables. Until catalogues are shipped the
words stay as they are.
"""

import gettext
from collections.abc import Mapping

_catalogue: gettext.NullTranslations = gettext.NullTranslations()


def N_(words: str) -> str:  # noqa: N802 - the name gettext's tools look for
    """Return ``words`` unchanged: they are translated where they are shown."""
    return words


def _(words: str) -> str:
    """Return ``words`` in the person's language."""
    return _catalogue.gettext(words) if words else ""


def filled(template: str, values: Mapping[str, object]) -> str:
    """Return a translated template with its values filled in."""
    return _(template).format_map(_Lenient(values))


def counted(one: str, many: str, count: int) -> str:
    """Return ``one`` or ``many`` (each with ``{count}``), as the language counts."""
    return _catalogue.ngettext(one, many, count).format(count=f"{count:,}")


class _Lenient(dict[str, object]):
    def __missing__(self, key: str) -> str:
        return "…"
