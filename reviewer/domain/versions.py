"""A newer version of a document: how its passages were found again in it."""

from enum import StrEnum


class CarriedBy(StrEnum):
    """What told where a passage stands in the newer text."""

    PLACE = "place"  # the same words at the same place
    QUOTE = "quote"  # the same words, once in the newer text
    CONTEXT = "context"  # the same words, told from others like them by what stands around
    LIKENESS = "likeness"  # words nearly the same
    NOTHING = "nothing"  # not found; its place is not certain
    HAND = "hand"  # an analyst placed it
