"""Reports of a project: what sources say, in chapters, and never more than that."""

import re
from collections.abc import Sequence
from html import unescape
from io import BytesIO
from pathlib import Path

import pytest

from reviewer.domain.actors import ChainMember, Named
from reviewer.domain.documents import ReviewStatus
from reviewer.domain.edtf import DateBasis, WrittenDate
from reviewer.domain.errors import NotAllowed, NotFound
from reviewer.domain.events import NewEvent
from reviewer.domain.figures import Harm
from reviewer.domain.links import Independence, LinkType
from reviewer.domain.progress import Silent
from reviewer.domain.reading.conventions import Convention
from reviewer.domain.reading.number_tables import default_table, table_of
from reviewer.domain.report import CheckKind, ReportBy
from reviewer.domain.report_words import LONGEST_WORDS, MethodKey
from reviewer.domain.responses import ResponseKind
from reviewer.domain.snapshot import PassageFilter
from reviewer.domain.tags import RecordKind
from reviewer.workspace.project import Workspace
from reviewer.workspace.record_writing import NUMBERS_KEY
from reviewer.workspace.reporting.reported import ReportWish
from reviewer.workspace.reports_apart import report_to_file
from tests.builders import a_document, a_passage, a_tag, read_as, two_readings

ARMY = "Nobody was hurt, the army said. Nobody was hurt."
UNION = "Twelve people were hurt at the bridge, the union said. Several fled."


def words_of(page: str) -> str:
    """Return what a person reads on a page."""
    body = page[page.index("<body>") :]
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", body)).split())


def told(workspace: Workspace, wish: ReportWish | None = None) -> str:
    target = BytesIO()
    workspace.reports.write("html", target, Silent(), wish)
    return target.getvalue().decode()


def read(workspace: Workspace, wish: ReportWish | None = None) -> str:
    return words_of(told(workspace, wish))


@pytest.fixture
def dossier(workspace: Workspace) -> Workspace:
    """Give a project with two accounts of an event, linked, rated and in part not confirmed."""
    army = a_document(
        workspace, ARMY, title="Army statement", posted=read_as("8 May", "2019-05-08")
    )
    union = a_document(
        workspace, UNION, title="Union flyer", publisher="Dockers", posted=two_readings("1/2/2019")
    )
    denial = a_passage(workspace, army, "Nobody was hurt, the army said", "Denial")
    figure = a_passage(workspace, union, "Twelve people were hurt", "Casualty figure")
    charge = a_passage(workspace, union, "hurt at the bridge", "Allegation")
    workspace.records.enter(denial, {"chain": (ChainMember(None, "the army"),)})
    workspace.records.enter(charge, {"accused": (Named(None, "Army"),), "act": "shooting"})
    workspace.links.link(denial, charge, LinkType.DENIES)
    source = workspace.links.add_source("The inquiry's report", "Ministry")
    workspace.links.link_to_source(charge, source, LinkType.REPEATS)
    workspace.documents.review([army], ReviewStatus.DONE)
    place = WrittenDate("May", "2019-05", DateBasis.ENTERED)
    event = workspace.events.make_from(
        [figure, charge], NewEvent("Shots on the bridge", date=place, place="The bridge")
    )
    inner = workspace.events.add("The first shot", parent=event)
    assert inner
    return workspace


def test_a_report_says_who_says_so_and_where(dossier: Workspace) -> None:
    page = read(dossier)
    assert "According to “the army”, as D1 has it:" in page
    assert "published 8 May [2019-05-08] , D1·1, paragraph 1" in page
    assert "It does not state that any of it happened" in page
    assert "none was found in the 1 of 2 documents that were read to the end" in page


def test_events_have_chapters_and_what_is_in_none_has_one_at_the_end(dossier: Workspace) -> None:
    report = dossier.reports.chapters(ReportWish())
    titles = [ReportWish().voice.words(one.title) for one in report.chapters]
    assert titles == ["Shots on the bridge", "The first shot", "In no event"]
    assert [one.count for one in report.chapters] == [2, 0, 1]
    page = read(dossier)
    assert "Part of the larger event: Shots on the bridge" in page
    assert "Said to have happened at: The bridge" in page
    assert "No passage speaks of this yet." in page


def test_a_passage_is_linked_both_ways(dossier: Workspace) -> None:
    page = told(dossier)
    assert 'denies <a href="#p-D2-2">D2·2</a>' in page
    assert 'denied by <a href="#p-D1-1">D1·1</a>' in page
    assert "Separate source, as the analysts see it: not judged" in words_of(page)


def test_a_link_says_no_more_than_the_answer_it_leads_to(dossier: Workspace) -> None:
    one, other = dossier.documents.ids()
    charge = a_passage(dossier, other, "Several fled", "Allegation")
    asked = a_passage(dossier, one, "Nobody was", "Denial")
    told_by = a_passage(dossier, one, "the army said", "Denial")
    dossier.records.enter(asked, {"response_kind": ResponseKind.RHETORICAL_QUESTION})
    dossier.records.enter(told_by, {"chain": (ChainMember(None, "Colonel Tahir"),)})
    for speech in (charge,):
        dossier.records.enter(speech, {"chain": (ChainMember(None, "Ms Nilofar Teshkar"),)})
    dossier.links.link(asked, charge, LinkType.DENIES)
    dossier.links.link(told_by, charge, LinkType.RETRACTS)
    page = read(dossier)
    assert re.search(r"denied by D1·\d+ Nobody was .{0,40} Kind of response: answers by a", page)
    assert "taken back, as told in D1·" in page
    assert "tells that the speaker took back D2·" in page
    assert "taken back by D1·" not in page
    own = a_passage(dossier, other, "fled", "Denial")
    dossier.records.enter(own, {"chain": (ChainMember(None, "Ms Nilofar Teshkar"),)})
    dossier.links.link(own, charge, LinkType.RETRACTS)
    assert "taken back by D2·" in read(dossier)


def test_what_analysts_wrote_of_an_event_is_said_to_be_theirs(dossier: Workspace) -> None:
    event = dossier.events.all()[0]
    dossier.events.change(event.id, description="How many were hurt.")
    assert "In the analysts’ words: How many were hurt." in read(dossier)


def test_tags_and_documents_have_chapters(dossier: Workspace) -> None:
    for by, expected in (
        (ReportBy.TAG, ["Allegation", "Denial", "Casualty figure"]),
        (ReportBy.DOCUMENT, ["D1 Army statement", "D2 Union flyer"]),
    ):
        report = dossier.reports.chapters(ReportWish(by))
        assert [one.title for one in report.chapters] == expected
    page = read(dossier, ReportWish(ReportBy.DOCUMENT))
    assert "Published by: Dockers" in page
    assert "Published: 1/2/2019 (can be read in two ways)" in page


def test_a_report_is_narrowed_and_says_to_what(dossier: Workspace) -> None:
    denial = a_tag(dossier, "Denial")
    document = dossier.documents.ids()[0]
    (event, _inner) = (one.id for one in dossier.events.all())
    for chosen, limit, count in (
        (PassageFilter(tags=(denial,)), "Only passages tagged: Denial", 1),
        (PassageFilter(documents=(document,)), "Only passages of: D1", 1),
        (PassageFilter(events=(event,)), "in the events: Shots on the bridge", 2),
        (PassageFilter(words="bridge"), "with the words: bridge", 1),
        (PassageFilter(nobody_checked=True), "that nobody has checked", 3),
        (PassageFilter(records=(RecordKind.FIGURE,)), "some kinds of record", 1),
    ):
        for by in ReportBy:
            report = dossier.reports.chapters(ReportWish(by, chosen))
            assert report.passages == count
            assert sum(one.count for one in report.chapters) == count
        assert limit in read(dossier, ReportWish(chosen=chosen))
    page = told(dossier, ReportWish(chosen=PassageFilter(tags=(denial,))))
    assert 'href="#p-D2-2"' not in page


def test_a_limit_to_analysts_and_actors_is_named(dossier: Workspace) -> None:
    actor = dossier.actors.add("Union of dockers")
    analyst = dossier.analysts()[0].id
    chosen = PassageFilter(actors=(actor,), analysts=(analyst,), checked_by=(analyst,))
    page = read(dossier, ReportWish(chosen=chosen))
    assert "Only passages that name: Union of dockers" in page
    assert "Only passages by: Noor" in page
    assert "that some analysts have checked" in page


def test_what_a_rule_read_is_marked_until_somebody_confirms_it(dossier: Workspace) -> None:
    assert "○ 12 (not confirmed)" in read(dossier)
    figures = dossier.passages.ids(PassageFilter(records=(RecordKind.FIGURE,)))
    dossier.records.confirm(figures)
    assert "○ 12 (not confirmed)" not in read(dossier)


def test_questions_have_ranges_working_figures_ratings_and_what_no_source_says(
    dossier: Workspace,
) -> None:
    (event, _inner) = (one.id for one in dossier.events.all())
    (figure,) = dossier.passages.ids(PassageFilter(records=(RecordKind.FIGURE,)))
    dossier.records.confirm([figure])
    question = next(one.id for one in dossier.events.questions(event) if one.harm is Harm.INJURED)
    silent = dossier.events.ask(event, "Who ordered it?")
    dossier.events.put([figure], event, question)
    dossier.events.set_working(question, 12, 12, "One list only")
    dossier.ratings.rate("3", "One source", question=question)
    document = dossier.documents.ids()[0]
    dossier.ratings.rate("B", "Often right", document=document)
    assert silent
    page = read(dossier)
    assert "Range: 12" in page
    assert "figures: 1 of 1" in page
    assert "The analysts’ working figure: 12 (Noor" in page
    assert "The analysts’ rating, how well it is borne out: 3, possibly so" in page
    assert "rated by the analysts B: usually reliable" in page
    assert "says something: 1 of 2 documents (D2)" in page
    assert "How reliable is this source usually? Ratings given: 1" in page


def test_many_documents_in_one_state_are_not_all_named(dossier: Workspace) -> None:
    for number in range(15):
        a_document(dossier, f"Page {number}.")
    assert "and 3 more" in read(dossier) or "and 4 more" in read(dossier)


def test_words_that_stand_twice_in_a_sentence_are_marked_where_they_stand(
    workspace: Workspace,
) -> None:
    document = a_document(workspace, "He ran and he ran and she slept.")
    text = workspace.documents.text(document)
    from reviewer.domain.spans import Span

    start = text.rindex("ran")
    workspace.passages.tag_passage(document, Span(start, start + 3), a_tag(workspace, "Denial"))
    assert "He ran and he <mark>ran</mark> and she slept." in told(workspace)


def test_words_that_stand_twice_stand_alone_where_names_are_protected(workspace: Workspace) -> None:
    document = a_document(workspace, "He ran and he ran, Noor said.", publisher="")
    workspace.actors.change(workspace.actors.add("Noor"), protected=True)
    a_passage(workspace, document, "ran", "Denial")
    page = told(workspace, ReportWish(ReportBy.DOCUMENT, protect=True))
    assert '<blockquote dir="ltr"><mark>ran</mark></blockquote>' in page
    assert "Published by" not in page


def test_a_damaged_table_of_number_words_is_the_program_s(workspace: Workspace) -> None:
    with workspace.history.step("records.set_numbers"):
        workspace._project.settings.set(NUMBERS_KEY, "{", "2026-03-14T09:26:53.589+00:00")
    assert "program’s table of number words was used" in read(workspace)


def test_protected_names_are_numbers_in_every_part(dossier: Workspace) -> None:
    for one in dossier.actors.all():
        dossier.actors.change(one.id, protected=True)
    dossier.reports.set_statement("The Army says much.")
    dossier.reports.set_method(MethodKey.SCOPE, "The Army alone.")
    page = read(dossier, ReportWish(protect=True))
    assert "The [A" in page
    assert "Army" not in page


def test_an_allegation_without_an_answer_says_on_what_that_rests(workspace: Workspace) -> None:
    document = a_document(workspace, "They burned the mill.")
    a_passage(workspace, document, "burned the mill", "Allegation")
    assert "no answer in these documents (0 of 1 done)" in read(workspace)


def test_the_statement_can_be_changed_and_undone(workspace: Workspace) -> None:
    a_document(workspace)
    assert workspace.reports.statement() is None
    workspace.reports.set_statement("On {day}, {done} of {documents}; {other}.")
    assert re.search(r"On \d{4}-\d\d-\d\d, 0 of 1; \{other\}\.", read(workspace))
    workspace.history.undo()
    assert workspace.reports.statement() is None


def test_a_statement_like_the_default_is_the_default(workspace: Workspace) -> None:
    from reviewer.domain.report_words import default_statement

    newest = workspace.history.newest()
    workspace.reports.set_statement(default_statement().sentence)
    assert workspace.reports.statement() is None
    assert workspace.history.newest() == newest


def test_a_statement_taken_away_is_said_to_be_and_is_there_where_it_must(
    workspace: Workspace,
) -> None:
    workspace.reports.set_statement("  ")
    assert workspace.reports.statement() == ""
    assert "was taken away by its analysts" in read(workspace)
    assert "It does not state" in read(workspace, ReportWish(strict=True))


def test_the_method_is_kept_part_by_part_and_a_missing_part_is_said(workspace: Workspace) -> None:
    newest = workspace.history.newest()
    workspace.reports.set_method(MethodKey.SCOPE, "")
    assert workspace.history.newest() == newest
    workspace.reports.set_method(MethodKey.SCOPE, "The bridge, in May.")
    page = read(workspace)
    assert "Scope The bridge, in May." in page
    assert "Nothing was written about this." in page
    assert "Analysts in the history of this project: Noor" in page
    with pytest.raises(NotAllowed):
        workspace.reports.set_method(MethodKey.SCOPE, "x" * (LONGEST_WORDS + 1))


def test_the_project_s_own_table_of_number_words_is_named(workspace: Workspace) -> None:
    assert "program’s table of number words was used as it is" in read(workspace)
    workspace.records.set_numbers(table_of((), default_table().wordings[:2], Convention.ACLED))
    page = read(workspace)
    assert "project’s own table of number words" in page
    assert "Convention for words without a number: ACLED" in page


def test_what_is_to_settle_is_counted_with_its_base_and_its_list(dossier: Workspace) -> None:
    one, other, third = dossier.passages.ids()
    link = dossier.links.link(other, third, LinkType.CORROBORATES)
    checks = {line.kind: line for line in dossier.reports.checks()}
    assert list(checks) == list(CheckKind)
    assert (checks[CheckKind.UNCHECKED].count, checks[CheckKind.UNCHECKED].of) == (3, 3)
    assert checks[CheckKind.NOT_READ].ids == (dossier.documents.ids()[1],)
    assert checks[CheckKind.DOCUMENT_DATES].ids == (dossier.documents.ids()[1],)
    assert checks[CheckKind.INDEPENDENCE].ids == (link,)
    assert checks[CheckKind.PLACES].ids == checks[CheckKind.MOVED].ids == ()
    assert one not in checks[CheckKind.UNCONFIRMED].ids or checks[CheckKind.UNCONFIRMED].count
    dossier.links.change(link, independent=Independence.YES)
    checks = {line.kind: line for line in dossier.reports.checks()}
    assert (checks[CheckKind.INDEPENDENCE].count, checks[CheckKind.INDEPENDENCE].of) == (0, 1)


def test_a_format_there_is_not_is_refused(workspace: Workspace) -> None:
    assert workspace.reports.formats()[0].key == "html"
    with pytest.raises(NotFound, match="There is no format"):
        workspace.reports.write("docm", BytesIO(), Silent())


def test_a_report_is_written_apart_whole_or_not_at_all(dossier: Workspace, tmp_path: Path) -> None:
    target = tmp_path / "report.html"
    wish = ReportWish(ReportBy.TAG)
    assert report_to_file(dossier.path, "html", target, Silent(), wish) == 3
    assert "Casualty figure" in target.read_text(encoding="utf-8")
    with pytest.raises(NotAllowed):
        report_to_file(dossier.path, "html", target, Silent(), wish)


def test_a_translation_and_plain_words_are_the_analysts(dossier: Workspace) -> None:
    passage: Sequence[int] = dossier.passages.ids()
    dossier.details.set_statement(passage[0], "The army says nobody was hurt.")
    dossier.details.set_translation(passage[0], "کوئی زخمی نہیں ہوا", "ur", "Asma")
    page = read(dossier)
    assert "In plain words, by the analysts: The army says nobody was hurt." in page
    assert "Translation by the analysts (Urdu; Asma):" in page
