"""Echoes: sentences and whole documents that stand, word for word or nearly, in other documents."""

from enum import StrEnum


class PrintKind(StrEnum):
    """What a fingerprint was made of."""

    SENTENCE = "sentence"
    DOCUMENT = "document"
