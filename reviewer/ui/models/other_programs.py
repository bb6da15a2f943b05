"""For whom each format of other programs is, and what of a project it has no room for, in a line.

How much of it stayed is counted when a file is written; this says beforehand what to expect.
"""

from reviewer.environment.translation import N_

GOOD_FOR = {
    "brat": N_(
        "For brat, to look at tags and links in a browser: a text and its notes a document."
    ),
    "doccano": N_("For doccano, to annotate further or to train a model: a document a line."),
    "jsonl": N_(
        "For a project that has the same documents already: all that is said of them, in lines "
        "that this program takes in again, and scripts read."
    ),
    "label_studio": N_("For Label Studio, to annotate further or to train a model."),
    "refi_project": N_(
        "For NVivo, ATLAS.ti, MAXQDA and QualCoder: documents, codes, coded passages, notes and "
        "links, in the form these programs exchange."
    ),
    "uima_cas": N_("For INCEpTION and for pipelines that read language with UIMA."),
    "web_annotations": N_(
        "To keep or hand over everything: documents, passages, links and details come back as they "
        "went. Any reader of web annotations finds the tags, notes and places."
    ),
}
_UNSEEN = N_(
    "It shows texts, tags and links within a document. Details, events and links between documents "
    "go along unseen, and come back with the file."
)
LACKS = {
    "brat": _UNSEEN,
    "doccano": _UNSEEN,
    "jsonl": N_("The documents themselves: they stay at home."),
    "label_studio": _UNSEEN,
    "refi_project": N_(
        "The files that documents came in: their words go alone. Details, events and ratings stand "
        "there as cases with variables."
    ),
    "uima_cas": _UNSEEN,
    "web_annotations": N_("Files as they came in, where the project has not kept them."),
}
