"""What the rules of readings are called for people: "read by: a number and who it counts".

A reading keeps the id of its rule (``number.article``). A rule that has no words here, as one of
another version of the program, is still named as a rule.
"""

from reviewer.domain.words import N_

_WORDS = {
    "number.number": N_("a number in the words, in digits or spelt out"),
    "number.article": N_("“a” or “an” before a person: one, and perhaps more"),
    "number.vague": N_("words for many or few, which are no number"),
    "number.plural": N_("people in the plural without a number"),
    "number.zero": N_("words that say there was none"),
    "number.name": N_("a person who is named: one, and perhaps more"),
    "number.denied": N_("words that say the number is not so"),
    "harm.passive": N_("what was done to them, as in “were killed”"),
    "harm.state": N_("what became of them, as in “died” or “are missing”"),
    "harm.noun": N_("a word for what happened, as in “deaths”"),
    "harm.active": N_("what somebody did, before the number, as in “killing 13”"),
    "harm.urdu": N_("the Urdu words for what happened, after the number"),
    "victim.named": N_("a name beside the words for what happened"),
    "victim.label": N_("what the source calls those it counts"),
    "speaker.quoted": N_("the speaker of a quotation"),
    "speaker.reported": N_("somebody and a word of saying, as in “the minister said”"),
    "speaker.hedged": N_("words that name no speaker, as in “according to reports”"),
    "speaker.passive": N_("“it was said”, without who said so"),
    "date.of_act": N_("the date beside the words for what happened"),
    "date.of_saying": N_("the date beside the word of saying"),
    "place.follows": N_("the place right after the words for what happened"),
    "venue.named": N_("where or through what it was said, by its name"),
    "act.wording": N_("the words for the deed, after the words of blame"),
    "accused.accused_of": N_("the name after “accused”, before “of”"),
    "accused.is_accused_of": N_("the name before “is accused of”"),
    "accused.behind": N_("the name before “is behind”"),
    "accused.responsible": N_("the name before “is responsible for”"),
    "accused.holds_responsible": N_("the name between “holds” and “responsible for”"),
    "accused.blamed_for": N_("the name after “blamed”, before “for”"),
    "accused.involved": N_("the name before “is involved in”"),
    "accused.links_with": N_("the name before “has links with”"),
    "accused.by_the": N_("the name after “by”, as in “killed by”"),
    "accused.did": N_("the name before the deed, as in “arrested”"),
    "wording.acquitted": N_("words that a court cleared them"),
    "wording.claimed": N_("words that they say it of themselves"),
    "wording.accused": N_("words of doubt, as in “alleged”"),
    "wording.accused_by_authorities": N_("words of doubt, said by an authority"),
    "wording.possible": N_("words that only hint, as in “may have”"),
    "wording.no_doubt_words": N_("no words of doubt beside the name"),
    "response.strength": N_("words that make a denial strong, as in “categorically”"),
    "response.scope_whole": N_("words that answer all of it, as in “all charges”"),
    "response.scope_part": N_("words that answer one thing, as in “the charge that”"),
    "response.denied": N_("what follows the word of denying"),
}
_FAMILIES = {
    "act": N_("a word for this kind of act"),
    "response": N_("a word for this kind of answer"),
}
_UNKNOWN = N_("a rule that this version of the program does not know")


def rule_words(rule: str) -> str:
    """Return what a reading was read by, in words to be translated where they are shown."""
    family = rule.split(".", maxsplit=1)[0]
    return _WORDS.get(rule) or _FAMILIES.get(family) or _UNKNOWN
