"""What a rule read in a passage's words, kept apart from what an analyst entered or confirmed.

A reading names its rule and the words it was read from. It becomes part of the record only when an
analyst confirms it; until then it is shown hollow and marked in exports.
"""

from dataclasses import dataclass

from reviewer.domain.spans import Span


@dataclass(frozen=True, slots=True)
class NewReading:
    """A value a rule read: for which field of the record, as what, from which words.

    ``value`` is written as in a project file: numbers in digits, dates as EDTF, closed lists by
    their words, names as JSON (``records.py`` reads and writes them). ``span`` is in code points
    of the whole text; ``None`` where no words of the text say it.
    """

    field: str
    value: str
    span: Span | None
    rule: str


@dataclass(frozen=True, slots=True)
class Reading:
    """A reading as the project keeps it, with who confirmed or replaced it and when (UTC)."""

    id: int
    passage: int
    field: str
    value: str
    span: Span | None
    rule: str
    judged_by: int | None
    judged_at: str
