"""Marks words that a person will read, so that the extractor finds them."""

from collections.abc import Mapping
from dataclasses import dataclass, field

Template = str | tuple[str, str]
"""A template; or two, for one and for several: ``{count}`` decides where they are shown."""


def N_(words: str) -> str:  # noqa: N802 - the name gettext's tools look for
    """Return ``words`` unchanged: translation happens where they are shown."""
    return words


def one_or_many(one: str, many: str) -> tuple[str, str]:
    """Return both unchanged, as ``N_`` does: words that may speak of a single thing."""
    return one, many


def in_english(template: Template, values: Mapping[str, object]) -> str:
    """Return the English template: of two, the one that the value ``count`` asks for."""
    if isinstance(template, str):
        return template
    one, many = template
    return one if values.get("count") == 1 else many


@dataclass(frozen=True, slots=True)
class Saying:
    """Words a rule has for a person: a template, translated where it is shown, and its values.

    Values are numbers, names, labels and words of documents; none of them is translated.
    """

    template: Template
    values: Mapping[str, object] = field(default_factory=dict)

    @property
    def sentence(self) -> str:
        """The words in English."""
        return in_english(self.template, self.values).format(**self.values)
