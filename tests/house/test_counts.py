"""Words that count speak of one thing as of one."""

import ast
import re
from collections.abc import Iterator

from tests.translations import CODE

COUNTS_SEVERAL = re.compile(r"\{count\} (?:[a-z]+ ){0,2}?(?!(?:is|has|was|as|its|this)\b)[a-z]+s\b")
ALONE = {"N_", "_", "filled"}
NEVER_ONE = {
    # a single thing has words of its own
    "Check {count} passages",
    "Confirm what was read of {count} passages",
    "Follow {count} passages up",
    "Follow {count} passages up no more",
    "Look at {count} passages again",
    "Mark {count} passages for another look",
    "Merge {count} passages into {passage}",
    "Read the words of {count} passages again",
    "Remove {count} events",
    "Remove {count} passages",
    "Say that {count} documents have one origin: {document}",
    "Tag {count} passages as {tag} instead",
    "Take the check off {count} passages",
    "Take {count} actors away",
    "Take {count} links away",
    "Take {count} notes out of the journal",
    "Take {count} saved queries away",
    "beside it: {count} numbers from about {about} to about {more}",
    "{count} passages removed. Undo brings them back.",
    # a single thing would not be told of
    "{count} documents go into a ZIP: name a file that ends in .zip, or one --document only.",
    "{count} events are called “{name}”: give each a “key”, and name that.",
    "{count} questions are worded “{name}”: give each a “key”, and name that.",
    (
        "“{name}” holds {count} documents, and it is not plain which of them is the newer version. "
        "Save that one as a file of its own, and choose that."
    ),
    (
        "“{name}” holds {count} projects ({projects}). All of them are taken; the title of a "
        "document begins with the name of its project."
    ),
    "“{name}” means {count} documents ({labels}). Give a uid or a SHA-256.",
    # more than fit, or as many as fit
    "The first {count} hits",
    "There are {count} choices; at most {most} fit.",
    "There are {count} names; at most {most} fit.",
    "“{key}” has {count} things; at most {most} fit.",
    "“{name}” holds {count} files; at most {most} can be read. Split it.",
}


def of_several_only() -> Iterator[str]:
    """Give every message that counts several things and has no words for one."""
    for source in (path.read_text("utf-8") for path in CODE.rglob("*.py")):
        for call in ast.walk(ast.parse(source if "{count}" in source else "")):
            if not isinstance(call, ast.Call) or not isinstance(call.func, ast.Name):
                continue
            words = call.args[0] if call.args else None
            if call.func.id not in ALONE or not isinstance(words, ast.Constant):
                continue
            if COUNTS_SEVERAL.search(str(words.value)):
                yield str(words.value)


def test_what_may_count_one_thing_has_words_for_it() -> None:
    """Use ``counted`` or ``one_or_many``; what cannot be one stands above, and nothing else."""
    assert set(of_several_only()) == NEVER_ONE
