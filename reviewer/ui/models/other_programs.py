"""For whom each format of other programs is, and what of a project it has no room for, in a line.

How much of it stayed is counted when a file is written; this says beforehand what to expect.
"""

from reviewer.environment.translation import N_

GOOD_FOR = {
    "web_annotations": N_(
        "To keep or hand over everything: documents, passages, links and details come back as they "
        "went. Any reader of web annotations finds the tags, notes and places."
    ),
    "jsonl": N_(
        "For a project that has the same documents already: all that is said of them, in lines "
        "that this program takes in again, and scripts read."
    ),
    "doccano": N_("For doccano, to annotate further or to train a model: a document a line."),
}
LACKS = {
    "web_annotations": N_("Files as they came in, where the project has not kept them."),
    "jsonl": N_("The documents themselves: they stay at home."),
    "doccano": N_(
        "It shows texts, tags and links within a document. Details, events and links between "
        "documents go along unseen, and come back with the file."
    ),
}
