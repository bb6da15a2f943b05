"""A citation says where words stand, and adds nothing where nothing is known."""

from dataclasses import replace

from reviewer.domain.citations import Citation, CitedTranslation
from reviewer.domain.edtf import DateBasis, WrittenDate

BARE = Citation(
    quote="No one was killed.",
    title="Statement 88",
    source="",
    posted=WrittenDate(),
    captured=WrittenDate(),
    url="",
    paragraph=3,
    passage="D2·1",
)


def test_what_is_not_known_is_left_out() -> None:
    assert BARE.plain == "“No one was killed.” (Statement 88, paragraph 3, D2·1)"


def test_dates_stand_as_printed_with_what_they_were_read_as() -> None:
    cited = replace(
        BARE,
        source="Army information office",
        posted=WrittenDate("9 October 2019", "2019-10-09", DateBasis.UNAMBIGUOUS),
        captured=WrittenDate("2/11/2021 9:14:52 PM", "", DateBasis.AMBIGUOUS),
        url="https://army.example/88",
    )
    assert cited.plain == (
        "“No one was killed.” (Statement 88, Army information office, "
        "published 9 October 2019 [2019-10-09], saved from the web 2/11/2021 9:14:52 PM, "
        "paragraph 3, D2·1, https://army.example/88)"
    )


def test_a_date_printed_as_edtf_is_not_said_twice() -> None:
    date = WrittenDate("2019-10-09", "2019-10-09", DateBasis.UNAMBIGUOUS)
    assert "[2019" not in replace(BARE, posted=date).plain


def test_a_date_that_programs_wrote_is_printed_as_it_was_read() -> None:
    date = WrittenDate("D:20191009120000+05'00'", "2019-10-09", DateBasis.UNAMBIGUOUS)
    assert replace(BARE, posted=date).plain == (
        "“No one was killed.” (Statement 88, published 2019-10-09, paragraph 3, D2·1)"
    )


def test_no_word_of_a_document_is_markup_in_the_rich_text() -> None:
    cited = replace(BARE, quote="<b>12\n& more</b>", title="<i>x</i>", source="<script>")
    assert "&lt;b&gt;12<br>&amp; more&lt;/b&gt;" in cited.rich
    assert "<i>&lt;i&gt;x&lt;/i&gt;</i>" in cited.rich
    assert "<script>" not in cited.rich


def test_a_translation_stands_with_the_words_and_says_whose_it_is() -> None:
    cited = replace(
        BARE,
        quote="کوئی ہلاک نہیں ہوا۔",
        translation=CitedTranslation("No one was killed.", "en", "Noor"),
    )
    assert cited.plain == (
        "“کوئی ہلاک نہیں ہوا۔” [translation into English by Noor: “No one was killed.”] "
        "(Statement 88, paragraph 3, D2·1)"
    )


def test_of_a_translation_nothing_is_said_that_nobody_knows() -> None:
    cited = replace(BARE, translation=CitedTranslation("No one <b>was</b> killed.\nNo one."))
    assert "[translation: “No one <b>was</b> killed.\nNo one.”]" in cited.plain
    assert "[translation: “No one &lt;b&gt;was&lt;/b&gt; killed.<br>No one.”]" in cited.rich


def test_who_says_so_is_named_where_somebody_entered_it() -> None:
    cited = replace(BARE, speaker="Ms <Teshkar>")
    assert (
        cited.plain
        == "“No one was killed.” (said by Ms <Teshkar>, Statement 88, paragraph 3, D2·1)"
    )
    assert "said by Ms &lt;Teshkar&gt;" in cited.rich


def test_the_page_comes_before_the_paragraph() -> None:
    cited = replace(BARE, page="12")
    assert ", p. 12, paragraph " in cited.plain
    assert ", p. 12, paragraph " in cited.rich
    assert "p. " not in BARE.plain
