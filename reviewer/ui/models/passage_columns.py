"""The columns of the passages table: what they are called, and what their heads sort by."""

from collections.abc import Mapping
from enum import IntEnum

from reviewer.domain.passages import PassageSort
from reviewer.environment.translation import N_


class PassageColumn(IntEnum):
    """The columns, in the order they have at first."""

    NUMBER = 0
    WORDS = 1
    TAG = 2
    DOCUMENT = 3
    PLACE = 4
    ANALYST = 5
    DATE = 6
    NOTE = 7
    CHECKED = 8
    NUMBER_TEXT = 9
    LOW = 10
    HIGH = 11
    HARM = 12
    GROUP = 13
    SPEAKER = 14
    ACCUSED = 15
    VICTIMS = 16
    ACT = 17
    ACT_TYPE = 18
    RESPONSE_KIND = 19
    EVENT_DATE = 20
    SAID_ON = 21
    HAPPENED_AT = 22
    EVENT = 23
    QUESTION = 24
    LINKS = 25
    CONFIRMED = 26


COLUMN_TITLES: Mapping[PassageColumn, str] = {
    PassageColumn.NUMBER: N_("No."),
    PassageColumn.WORDS: N_("Words in the document"),
    PassageColumn.TAG: N_("Tag"),
    PassageColumn.DOCUMENT: N_("Document"),
    PassageColumn.PLACE: N_("Place"),
    PassageColumn.ANALYST: N_("Analyst"),
    PassageColumn.DATE: N_("Tagged"),
    PassageColumn.NOTE: N_("Note"),
    PassageColumn.CHECKED: N_("Checked"),
    PassageColumn.NUMBER_TEXT: N_("Number as printed"),
    PassageColumn.LOW: N_("At least"),
    PassageColumn.HIGH: N_("At most"),
    PassageColumn.HARM: N_("What happened to them"),
    PassageColumn.GROUP: N_("Group (your choice)"),
    PassageColumn.SPEAKER: N_("Who says so"),
    PassageColumn.ACCUSED: N_("Who is said to have done it"),
    PassageColumn.VICTIMS: N_("Names given"),
    PassageColumn.ACT: N_("What is said to have happened"),
    PassageColumn.ACT_TYPE: N_("Kind of act"),
    PassageColumn.RESPONSE_KIND: N_("Kind of response"),
    PassageColumn.EVENT_DATE: N_("When it is said to have happened"),
    PassageColumn.SAID_ON: N_("When it was said"),
    PassageColumn.HAPPENED_AT: N_("Where it is said to have happened"),
    PassageColumn.EVENT: N_("Event"),
    PassageColumn.QUESTION: N_("Question"),
    PassageColumn.LINKS: N_("Links"),
    PassageColumn.CONFIRMED: N_("Not confirmed"),
}
COLUMN_HELP: Mapping[PassageColumn, str] = {
    PassageColumn.NUMBER: N_("What the passage is called; never used again"),
    PassageColumn.WORDS: N_("Exactly as printed; never changed"),
    PassageColumn.TAG: N_("In the order of the tags"),
    PassageColumn.DOCUMENT: N_("By title"),
    PassageColumn.PLACE: N_("In the order of the documents, and of the words in them"),
    PassageColumn.ANALYST: N_("Who tagged it"),
    PassageColumn.DATE: N_("When it was tagged, by your clock"),
    PassageColumn.NOTE: N_("An analyst’s own words; not part of the source"),
    PassageColumn.CHECKED: N_("Who has checked it, and whether it wants another look"),
    PassageColumn.NUMBER_TEXT: N_("The words the number was read from"),
    PassageColumn.LOW: N_("Empty means the source sets no limit."),
    PassageColumn.HIGH: N_("Empty means the source sets no limit."),
    PassageColumn.HARM: N_("As the source has it; empty is not known"),
    PassageColumn.GROUP: N_("Your own grouping; shown apart from the source’s word."),
    PassageColumn.SPEAKER: N_("The one whose claim it is, not the page that prints it."),
    PassageColumn.ACCUSED: N_("As the source has it; empty is not known"),
    PassageColumn.VICTIMS: N_("As the source has it; empty is not known"),
    PassageColumn.ACT: N_("As the source has it; empty is not known"),
    PassageColumn.ACT_TYPE: N_("From the list human-rights recorders share."),
    PassageColumn.RESPONSE_KIND: N_("What the answer does."),
    PassageColumn.EVENT_DATE: N_("As the source has it; empty is not known"),
    PassageColumn.SAID_ON: N_("Not the day it happened."),
    PassageColumn.HAPPENED_AT: N_("As the source has it."),
    PassageColumn.EVENT: N_("The events the passage is in"),
    PassageColumn.QUESTION: N_("The questions it answers there"),
    PassageColumn.LINKS: N_("What it is linked to, and how"),
    PassageColumn.CONFIRMED: N_("What only a rule read, and nobody confirmed yet"),
}
SORTS: Mapping[PassageColumn, PassageSort] = {
    PassageColumn.NUMBER: PassageSort.PLACE,
    PassageColumn.WORDS: PassageSort.WORDS,
    PassageColumn.TAG: PassageSort.TAG,
    PassageColumn.DOCUMENT: PassageSort.DOCUMENT,
    PassageColumn.PLACE: PassageSort.PLACE,
    PassageColumn.ANALYST: PassageSort.ANALYST,
    PassageColumn.DATE: PassageSort.CREATED,
    PassageColumn.LOW: PassageSort.LOW,
    PassageColumn.HARM: PassageSort.HARM,
    PassageColumn.SPEAKER: PassageSort.SPEAKER,
    PassageColumn.EVENT_DATE: PassageSort.EVENT_DATE,
}
"""What each column's head sorts by, where it sorts."""

HIDDEN_AT_FIRST = frozenset(
    column for column in PassageColumn if column >= PassageColumn.NUMBER_TEXT
)
"""What passages carry beside their words: shown when somebody asks for it."""
