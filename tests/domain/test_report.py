"""What a report holds, and how it speaks."""

from reviewer.domain.overview import Base
from reviewer.domain.report import ENGLISH, CheckKind, CheckLine, OtherEnd, Report, ReportBy, Voice
from reviewer.domain.words import Saying


def test_sayings_within_a_saying_are_said_first() -> None:
    said = Saying("{who} says {count}", {"who": Saying("“{words}”", {"words": "x{y}"}), "count": 2})
    assert ENGLISH.words(said) == "“x{y}” says 2"
    assert ENGLISH.words("as it {is}") == "as it {is}"
    assert ENGLISH.label("") == ""


def test_what_is_filled_in_is_isolated_where_the_report_runs_leftward() -> None:
    voice = Voice("ur", lambda said: said.sentence, leftward=True)
    assert voice.words(Saying("{who}: {count}", {"who": "Noor", "count": 2})) == (
        "\u2068Noor\u2069: 2"
    )


def test_words_that_run_leftward_move_no_number_of_a_sentence_that_does_not() -> None:
    date = Saying("{words} [{edtf}]", {"words": "۲۰ جون ۲۰۱۹", "edtf": "2019-06-20"})
    said = ENGLISH.words(Saying("published {date}", {"date": date}))
    assert said == "published \u2068۲۰ جون ۲۰۱۹\u2069 [2019-06-20]"
    assert ENGLISH.words(Saying("by {name}, {count}", {"name": "Army", "count": 3})) == "by Army, 3"


def test_a_link_says_what_kind_of_answer_it_is_and_what_was_judged() -> None:
    bare = OtherEnd("denied by", "D1·2", "Statement 89")
    assert bare.remarks == ()
    full = bare._replace(response="answers by a question", judged="not judged", note="Look again")
    assert [ENGLISH.words(one) for one in full.remarks] == [
        "Kind of response: answers by a question",
        "Separate source, as the analysts see it: not judged",
        "Note by the analysts: Look again",
    ]


def test_a_line_of_what_is_to_settle_has_its_base() -> None:
    line = CheckLine(CheckKind.UNCHECKED, (4, 5), 9)
    assert line.count == 2
    assert ENGLISH.words(line.saying) == "Passages that nobody has checked: 2 of 9"


def test_a_report_knows_which_passages_it_has() -> None:
    base = Base(3, done=1, reading=1, unread=1)
    at = "2026-03-14T09:26:53.589+00:00"
    report = Report("p", at, "0", ReportBy.TAG, base, 1, 2, "", labels=frozenset({"D1·1"}))
    assert report.day == "2026-03-14"
    assert report.has("D1·1")
    assert not report.has("D1·2")
    assert [one.sentence for one in report.counts] == [
        "Passages in this report: 1 of 2 in the project",
        "Documents held: 3; read to the end: 1; being read: 1; not read: 1; set aside: 0",
    ]
    whole = Report("p", at, "0", ReportBy.TAG, base, 2, 2, "")
    assert whole.has("D1·2")
    assert not whole.has("D9")
