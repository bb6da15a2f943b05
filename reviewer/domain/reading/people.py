"""Nouns for people, by which a rule knows that a number counts persons, or that somebody speaks.

Lists of plain words, in English and in Urdu, folded; to add one, put it in its list.
"""

from functools import cache

from reviewer.domain.reading.plain_words import listed

_ONE = """
    person civilian man woman child boy girl worker activist supporter member leader
    parliamentarian politician mpa mna minister senator councillor policeman policewoman constable
    officer official ranger soldier jawan trooper guard warden militant terrorist extremist
    insurgent fighter gunman suspect criminal dacoit bandit attacker bomber passer-by passerby
    bystander student teacher pupil journalist reporter cameraman prisoner detainee inmate resident
    villager citizen protester protestor demonstrator marcher pilgrim worshipper farmer labourer
    laborer miner doctor nurse lawyer driver vendor shopkeeper trader businessman baby infant
    toddler youth teenager mother father brother sister son daughter wife husband widow relative
    survivor victim patient employee servant volunteer migrant refugee foreigner national
    neighbour neighbor adult sailor pilot paramedic medic rescuer cleric scholar judge
    sub-inspector inspector hostage passenger guest cadet recruit rebel peshmerga
    headmaster conductor fisherman fisher cook tailor printer marshal
"""
_MANY = """
    people persons men women children policemen policewomen police personnel troops passers-by
    passersby cameramen gunmen businessmen others dead wounded injured families inmates residents
    servicemen babies activists rangers forces workforce staff crew corpses bodies civilians
    fishermen jawans militiamen lives body individuals
"""
_URDU = """
    شخص افراد فرد لوگ لوگوں آدمی آدمیوں عورت عورتیں عورتوں خاتون خواتین مرد مردوں بچہ بچے بچوں بچی
    بچیاں مزدور مزدوروں کارکن کارکنوں کارکنان رکن ارکان رہنما رہنماؤں شہری شہریوں راہگیر
    طالب طلبہ طلبا استاد اساتذہ صحافی صحافیوں اہلکار اہلکاروں سپاہی سپاہیوں فوجی فوجیوں
    دہشتگرد دہشت عسکریت شدت ملزم ملزمان قیدی قیدیوں زائرین زائر نمازی نمازیوں خاندان نوجوان
    نوجوانوں لاش لاشیں وکیل وکلا ڈاکٹر ڈاکٹروں مسافر مسافروں مظاہرین
"""


@cache
def one_person() -> frozenset[str]:
    """Return nouns for one person."""
    return listed(_ONE)


@cache
def persons() -> frozenset[str]:
    """Return nouns for persons, one or more."""
    return one_person() | {_plural(word) for word in one_person()} | listed(_MANY + _URDU)


@cache
def several_persons() -> frozenset[str]:
    """Return English nouns for more than one person."""
    return frozenset({_plural(word) for word in one_person()} | listed(_MANY))


def _plural(word: str) -> str:
    if word.endswith("y") and word[-2] not in "aeiou":
        return f"{word[:-1]}ies"
    return f"{word}s"
