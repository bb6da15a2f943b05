"""How a value of a record was read: by which rule, from which words, and why it is what it is."""

from reviewer.domain.actors import ChainMember
from reviewer.domain.passages import first_words
from reviewer.domain.reading.rule_words import rule_words
from reviewer.domain.records import Value
from reviewer.environment.translation import N_, _
from reviewer.ui.wording import isolated

_SHOWN = 80  # code points of the words a value was read from
_WHY = {
    "number.name": N_("One person is named: that means at least one, and there may be others."),
    "number.article": N_("“A” or “an” means at least one, and there may be others."),
}
_OF_THE_NUMBER = ("number_text", "low")


def how_read(rule: str, words: str) -> str:
    """Return by which rule a value was read, and from which words of the document."""
    by = _(rule_words(rule))
    if not words:
        return _("read by: {rule}").format(rule=by)
    quoted = isolated(first_words(words, _SHOWN))
    return _("read by: {rule}, from “{words}”").format(rule=by, words=quoted)


def why_so(key: str, rule: str) -> str:
    """Return why a number is "1 or more" where nobody wrote a number; empty for everything else."""
    return _(_WHY[rule]) if key in _OF_THE_NUMBER and rule in _WHY else ""


def still_stands(entered: Value, read: Value) -> bool:
    """Say whether what is entered is what was read, whoever is filed under which name."""
    return _without_actors(entered) == _without_actors(read)


def _without_actors(value: Value) -> object:
    if not isinstance(value, tuple):
        return value
    return [
        (one.printed, one.hedge) if isinstance(one, ChainMember) else one.printed for one in value
    ]
