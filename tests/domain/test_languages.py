"""Languages are kept by their codes where they have one."""

import pytest

from reviewer.domain.languages import LANGUAGE_NAMES, language_code, language_name


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("", ""),
        ("ur", "ur"),
        (" Urdu ", "ur"),
        ("balochi", "bal"),
        ("UR_arab_pk", "ur-Arab-PK"),
        ("zh-hant-TW", "zh-Hant-TW"),
        ("de-1996", "de-1996"),
        ("es-419", "es-419"),
        ("Brahui  of Sarawan", "Brahui of Sarawan"),
        ("سرائیکی", "سرائیکی"),
    ],
)
def test_a_language_is_kept_by_its_code_and_any_other_words_as_typed(
    written: str, code: str
) -> None:
    assert language_code(written) == code
    assert language_code(code) == code


def test_every_language_of_the_list_leads_back_to_its_name() -> None:
    for code, name in LANGUAGE_NAMES.items():
        assert (language_code(name), language_name(code)) == (code, name)
    assert language_name("skr") == "skr"
