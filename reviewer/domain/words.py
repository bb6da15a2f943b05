"""Marks words that a person will read, so that the extractor finds them."""

from collections.abc import Mapping
from dataclasses import dataclass, field


def N_(words: str) -> str:  # noqa: N802 - the name gettext's tools look for
    """Return ``words`` unchanged: translation happens where they are shown."""
    return words


@dataclass(frozen=True, slots=True)
class Saying:
    """Words a rule has for a person: a template, translated where it is shown, and its values.

    Values are numbers, names, labels and words of documents; none of them is translated.
    """

    template: str
    values: Mapping[str, object] = field(default_factory=dict)

    @property
    def sentence(self) -> str:
        """The words in English."""
        return self.template.format(**self.values)
