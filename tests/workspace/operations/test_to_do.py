"""What is still to do, each list with its base."""

from reviewer.domain.documents import ReviewStatus
from reviewer.domain.edtf import DateBasis, WrittenDate
from reviewer.domain.events import EventStatus
from reviewer.domain.links import LinkType
from reviewer.workspace.project import Workspace
from tests.builders import BASIT, a_document, a_passage, an_incoming, two_readings


def test_allegations_in_an_open_event_wait_for_an_answer(workspace: Workspace) -> None:
    document = a_document(workspace, "They were beaten. A man was shot. They ran. 4 died.")
    other = a_document(workspace, "Nobody was beaten.")
    beaten, shot, ran, died = (
        a_passage(workspace, document, words, tag)
        for words, tag in (
            *(("They were beaten", "Allegation"), ("A man was shot", "Allegation")),
            *(("They ran", "Allegation"), ("4 died", "Casualty figure")),
        )
    )
    denial = a_passage(workspace, other, "Nobody was beaten", "Denial")
    workspace.documents.review([other], ReviewStatus.DONE)
    workspace.links.add_source("A leaflet")
    assert workspace.to_do.unanswered().ids == []
    event = workspace.events.add("The raid")
    workspace.events.put([beaten, died], event)
    workspace.passages.follow_up([shot], wanted=True)
    found = workspace.to_do.unanswered()
    assert found.ids == [beaten, shot]
    assert (found.base.done, found.base.documents) == (1, 2)
    link = workspace.links.link(denial, beaten)
    assert workspace.to_do.unanswered().ids == [shot]
    workspace.documents.remove([other])
    assert workspace.to_do.unanswered().ids == [beaten, shot]
    workspace.history.undo()
    workspace.links.change(link, type=LinkType.CORROBORATES)
    assert workspace.to_do.unanswered().ids == [shot]
    workspace.links.remove([link])
    workspace.links.link(ran, shot, LinkType.RETRACTS)
    assert workspace.to_do.unanswered().ids == [beaten]
    workspace.events.change(event, status=EventStatus.PENDING)
    assert workspace.to_do.unanswered().ids == []


def test_responses_that_answer_nothing_here_wait(workspace: Workspace) -> None:
    document = a_document(workspace, "Nobody was. No one. We deny all.")
    other = a_document(workspace, "They were beaten.")
    one, two, three = (
        a_passage(workspace, document, words, "Denial")
        for words in ("Nobody was", "No one", "We deny all")
    )
    claim = a_passage(workspace, other, "They were beaten")
    assert workspace.to_do.answering_nothing().ids == [one, two, three]
    workspace.links.link(claim, one, LinkType.CORROBORATES)
    workspace.links.link(two, claim, LinkType.REJECTS_IN_GENERAL)
    source = workspace.links.add_source("Press conference")
    workspace.links.link_to_source(three, source)
    assert workspace.to_do.answering_nothing().ids == []
    assert workspace.to_do.blanket().ids == [two]
    assert workspace.to_do.sources_to_find().ids == [source]
    workspace.documents.remove([other])
    assert workspace.to_do.answering_nothing().ids == [one, two]


def test_what_nobody_confirmed_checked_or_settled_waits(workspace: Workspace) -> None:
    document = a_document(workspace, "At least 27 were arrested.", posted=two_readings("10/8/2015"))
    passage = a_passage(workspace, document, "At least 27 were arrested", "Casualty figure")
    assert workspace.to_do.unchecked().ids == [passage]
    assert workspace.to_do.unsettled_documents().ids == [document]
    assert workspace.to_do.unsettled_dates().ids == []
    date = WrittenDate("10/8/2015", "", DateBasis.AMBIGUOUS)
    workspace.records.enter(passage, {"event_date": date})
    assert workspace.to_do.unsettled_dates().ids == [passage]
    workspace.records.read_again([passage])
    unread = workspace._project.connection.count("SELECT count(*) FROM readings")
    assert workspace.to_do.unconfirmed().ids == ([passage] if unread else [])
    workspace.records.confirm([passage])
    assert workspace.to_do.unconfirmed().ids == []
    workspace.sign_in(BASIT)
    workspace.details.check([passage])
    assert workspace.to_do.unchecked().ids == []


def test_a_date_that_a_rule_reads_two_ways_is_offered_and_waits_to_be_settled(
    workspace: Workspace,
) -> None:
    said = "Police said on 3/4/2021 that five people were killed."
    document = a_document(workspace, said)
    passage = a_passage(workspace, document, "five people were killed", "Casualty figure")
    assert workspace.to_do.unsettled_dates().ids == [passage]
    reading = workspace.records.of(passage).readings["said_on"]
    assert reading.value == "3/4/2021"
    workspace.records.confirm([passage])
    kept = workspace.records.of(passage).entered["said_on"]
    assert kept == WrittenDate("3/4/2021", "", DateBasis.AMBIGUOUS)
    assert workspace.to_do.unsettled_dates().ids == [passage]
    workspace.records.enter(passage, {"said_on": WrittenDate("3/4/2021", "2021-04-03")})
    assert workspace.to_do.unsettled_dates().ids == []


def test_what_a_rule_reads_one_way_needs_no_settling(workspace: Workspace) -> None:
    said = "Police said on 3 April 2021 that five people were killed."
    document = a_document(workspace, said)
    a_passage(workspace, document, "five people were killed", "Casualty figure")
    assert workspace.to_do.unsettled_dates().ids == []


def test_passages_that_moved_with_a_newer_version_wait_to_be_looked_at(
    workspace: Workspace,
) -> None:
    document = a_document(workspace, "Twelve people were hurt at the bridge.\nTwo men were held.\n")
    moved = a_passage(workspace, document, "Twelve people were hurt at the bridge")
    a_passage(workspace, document, "Two men were held")
    assert workspace.to_do.moved().ids == []
    newer = "At least fourteen people were hurt at the bridge.\nTwo men were held.\n"
    workspace.versions.replace(document, an_incoming(newer), "corrected")
    assert workspace.to_do.moved().ids == [moved]
    workspace.versions.accept([moved])
    assert workspace.to_do.moved().ids == []
