"""A language is told from letters and common words, or not at all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.domain.reading.captures import Rule
from reviewer.domain.reading.language import Told, told

BY_WORDS = {
    "en": "The raid took place in the town and three men were held by the police.",
    "ur": "پولیس نے کہا ہے کہ شہر میں تین افراد کو گرفتار کیا گیا اور ان کے گھر سے اسلحہ ملا",
    "fa": "پلیس گفت که در این حمله سه نفر کشته شدند و پنج نفر از آن ها زخمی شده است",
    "pa-Arab": "پولیس نوں دسیا گیا سی کہ شہر وچ تن بندے پھڑے گئے تے اوہناں دی گل سنی",
}
BY_LETTERS = {
    "ar": "قتل ثلاثة أشخاص في الهجوم على المدينة وأصيب خمسة من المدنيين",
    "ps": "په دې برید کې درې تنه ووژل شول او پنځه تنه ټپیان شول",
    "sd": "ڪراچي ۾ ٽن ماڻهن کي قتل ڪيو ويو ۽ پوليس جاچ ڪري رهي آهي",
    "ckb": "سێ کەس لە هێرشەکەدا کوژران و پێنج کەس بریندار بوون لە شارەکە",
    "ru": "Вчера в городе погибли три человека, сообщили эксперты",
    "uk": "Вчора в місті загинули троє людей, повідомили в поліції",
    "he": "שלושה אנשים נהרגו אתמול בעיר, כך הודיעה המשטרה",
    "ja": "昨日、東京で三人が死亡したと警察が発表しました。",
    "zh": "昨天三人在北京的袭击事件中丧生，警方表示正在调查，另有五人受伤",
    "ko": "어제 서울에서 세 명이 숨졌다고 경찰이 밝혔습니다 조사 중입니다",
    "my": "မြို့ထဲမှာ လူသုံးယောက် သေဆုံးခဲ့တယ်လို့ ရဲက ပြောပါတယ် စုံစမ်းနေဆဲ ဖြစ်ပါတယ်",
}


@pytest.mark.parametrize("code", BY_WORDS)
def test_the_commonest_words_tell_a_language(code: str) -> None:
    assert told(BY_WORDS[code]) == Told(code, Rule.COMMON_WORDS)


@pytest.mark.parametrize("code", BY_LETTERS)
def test_letters_tell_a_language(code: str) -> None:
    assert told(BY_LETTERS[code]) == Told(code, Rule.LETTERS)


def test_english_with_a_dash_and_an_accent_is_english() -> None:
    assert told("The café in the town was raided – by the police.") == Told("en", Rule.COMMON_WORDS)


@pytest.mark.parametrize(
    "words",
    [
        "",
        "Kalat",
        "12 34 56 78 90 12 34 56 78",
        "–– 12 ––",
        "Quetta, Gwadar, Khuzdar, Mastung, Kalat",
        "کراچی، لاہور، پشاور، کوئٹہ، گوادر، ملتان",
        "Българските власти потвърдиха смъртта на трима души",
        "Schreibe einen Kommentar zu diesem Artikel, über alles",
    ],
)
def test_what_is_not_sure_has_no_language(words: str) -> None:
    assert told(words) is None


def test_urdu_typed_with_arabic_letters_is_urdu() -> None:
    typed = BY_WORDS["ur"].replace("ک", "ك").replace("ی", "ي")
    assert told(typed) == Told("ur", Rule.COMMON_WORDS)


def test_only_the_beginning_is_looked_at() -> None:
    assert told(BY_LETTERS["ru"] + BY_WORDS["en"] * 9, 50) == Told("ru", Rule.LETTERS)


@given(st.text())
def test_any_text_has_one_language_or_none(text: str) -> None:
    found = told(text)
    assert found is None or found.rule in (Rule.LETTERS, Rule.COMMON_WORDS)
