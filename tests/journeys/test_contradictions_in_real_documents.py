"""A day's work on three real pages that contradict each other, checked by hand against them.

Two releases of a party and an article against it, which tell of the same raid, and deny what the
other says. The pages are not ours to give away: without them these tests are skipped, and of their
words only as many stand here as find a place.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from reviewer.domain.actors import ActorKind, ChainMember
from reviewer.domain.comparisons import CellState
from reviewer.domain.documents import ReviewStatus
from reviewer.domain.edtf import DateBasis, WrittenDate
from reviewer.domain.events import EventType, NewEvent
from reviewer.domain.links import LinkType
from reviewer.domain.progress import Silent
from reviewer.domain.ranges import FigureComparison
from reviewer.domain.records import Value
from reviewer.domain.spans import Span
from reviewer.domain.standings import Standing
from reviewer.domain.words import Saying
from reviewer.workspace.operations.comparison import Chosen
from reviewer.workspace.project import Workspace

CHARGE, FIGURE, ANSWER = "Allegation", "Casualty figure", "Denial"
RELEASE, ARTICLE, DENIAL = 1, 2, 3

# What is called how here: document, tag, first words, last words.
PLACES = {
    "300": (RELEASE, FIGURE, "More than 300", "in recent years"),
    "4": (RELEASE, FIGURE, "4 parl", "iamentarians"),
    "46": (RELEASE, FIGURE, "46 of", "by the authorities"),
    "taken": (RELEASE, CHARGE, "Kamal Mallick, 52", "last night"),
    "shot": (RELEASE, FIGURE, "a raid on party", "shot dead"),
    "unjustly": (RELEASE, ANSWER, "It is our belief", "targeted MQM"),
    "without": (ARTICLE, CHARGE, "Karachi was particularly", "any discrimination"),
    "passer-by": (ARTICLE, FIGURE, "a passer-by", "was killed"),
    "injured": (ARTICLE, FIGURE, "several others", "and policemen"),
    "250": (ARTICLE, FIGURE, "250 persons", "were killed"),
    "over 250": (ARTICLE, FIGURE, "the killing of over", "factory workers"),
    "training": (ARTICLE, CHARGE, "the arrested MQM workers had", "from RAW"),
    "found": (ARTICLE, CHARGE, "on March 11, 2015", "been arrested"),
    "13": (ARTICLE, FIGURE, "Mirza confessed", "13 people"),
    "two": (ARTICLE, FIGURE, "he was implicated", "murders only"),
    "spy links": (ARTICLE, CHARGE, "Saulat Mirza, the", "Indian RAW"),
    "all": (DENIAL, ANSWER, "MQM categorically", "briefing held"),
    "camps": (DENIAL, ANSWER, "MQM also categorically", "camps in India"),
    "funding": (DENIAL, ANSWER, "the allegation of Indian", "strictest terms"),
    "arms": (DENIAL, ANSWER, "the allegation of receiving", "strictest terms"),
    "state": (DENIAL, CHARGE, "MQM with the help", "from Pakistan"),
    "taken back": (DENIAL, ANSWER, "later on these", "by the MQM"),
    "malicious": (DENIAL, ANSWER, "the press conference held today", "strongest terms"),
}  # fmt: skip


@dataclass
class Day:
    """An analyst's day: every deed of a person counts, what is only looked at does not."""

    workspace: Workspace
    documents: dict[int, int]
    passages: dict[str, int] = field(default_factory=dict)
    events: dict[str, int] = field(default_factory=dict)
    implicated: int = 0
    deeds: Counter[str] = field(default_factory=Counter)

    def did(self, what: str, times: int = 1) -> None:
        self.deeds[what] += times

    def tag(self, *names: str) -> None:
        for name in names:
            number, tag, first, last = PLACES[name]
            document = self.documents[number]
            text = self.workspace.documents.text(document).replace("\xa0", " ")
            end = text.index(last, text.index(first)) + len(last)
            span = Span(text.rindex(first, 0, end), end)
            found = self.workspace.tags.named(tag)
            assert found is not None
            self.passages[name] = self.workspace.passages.tag_passage(document, span, found.id)
            self.did("tag")

    def tag_also(self, name: str, tag: str, new: str) -> None:
        found = self.workspace.tags.named(tag)
        assert found is not None
        self.passages[new] = self.workspace.records.tag_also(self.passages[name], found.id)
        self.did("tag")

    def confirm(self, *names: str) -> None:
        for name in names:
            self.workspace.records.confirm([self.passages[name]])
            self.did("confirm")

    def enter(self, name: str, **values: Value) -> None:
        """Type some values and confirm the rest with Enter: one deed each, and one for Enter."""
        self.workspace.records.enter(self.passages[name], values, confirm=True)
        self.did("type", len(values))
        self.did("confirm")

    def make(self, event: str, names: Sequence[str], new: NewEvent, typed: int) -> None:
        passages = [self.passages[name] for name in names]
        self.events[event] = self.workspace.events.make_from(passages, new)
        self.did("type", typed)
        self.did("event")

    def link(self, one: str, other: str, kind: LinkType | None = None) -> None:
        ends = self.passages[one], self.passages[other]
        self.workspace.links.link(*ends, kind)
        self.did("link")
        self.did("choose type", int(kind is not None))

    def compared(self, event: str, harm: str) -> FigureComparison:
        return self.workspace.comparison.figures(self.question(event, harm))

    def called(self, passages: Iterable[int]) -> list[str]:
        names = {passage: name for name, passage in self.passages.items()}
        return [names[passage] for passage in passages]

    def question(self, event: str, harm: str) -> int:
        (found,) = (
            q for q in self.workspace.events.questions(self.events[event]) if q.harm == harm
        )
        return found.id

    def speaker(self, name: str) -> str:
        chain = self.workspace.records.of(self.passages[name]).entered["chain"]
        assert isinstance(chain, tuple)
        return chain[-1].printed

    def badges(self, name: str) -> list[str]:
        passage = self.passages[name]
        return [words(one) for one in self.workspace.badges.of([passage])[passage].words()]


def words(saying: Saying) -> str:
    return saying.sentence


def entered(edtf: str) -> WrittenDate:
    return WrittenDate(edtf, edtf, DateBasis.ENTERED)


def imported(workspace: Workspace, folder: Path) -> dict[int, int]:
    files = sorted((folder / "captured").iterdir())
    outcomes = list(workspace.imports.take_in(files, Silent()))
    documents = {at: one.document for at, one in enumerate(outcomes, 1) if one.document}
    assert len(documents) == 3
    return documents


PARTY = (ChainMember(None, "MQM"),)


@pytest.fixture
def day(workspace: Workspace, real_documents: Path) -> Day:
    begun = Day(workspace, imported(workspace, real_documents))
    begin(begun)
    work_through_the_release(begun)
    work_through_the_article(begun)
    work_through_the_denial(begun)
    link_them(begun)
    return begun


def begin(day: Day) -> None:
    """Settle what the day of a page is, and write the party down with both its names."""
    documents, posted = day.workspace.documents, "posted"
    assert documents.possible_dates(day.documents[RELEASE], posted) == ("2015-10-08", "2015-08-10")
    # The other page of the site has a day above twelve, in the second place.
    documents.settle_date(day.documents[RELEASE], posted, "2015-10-08")
    # The article does not say its day; the latest day it tells of is this one.
    documents.enter_date(day.documents[ARTICLE], posted, "2017-04-30/..")
    day.did("date", 2)
    name = "Muttahida Qaumi Movement"
    day.workspace.actors.add(name, ActorKind.ORGANISATION, names=("MQM",))
    day.did("actor")


def work_through_the_release(day: Day) -> None:
    day.tag("300", "4", "46", "taken", "shot", "unjustly")
    day.enter("300", chain=PARTY)
    day.confirm("4", "46")
    day.tag_also("46", CHARGE, "46 murders")
    day.confirm("46 murders")
    day.enter("taken", act="taken from his home at night", chain=PARTY)
    day.enter("shot", chain=PARTY)
    day.tag_also("shot", CHARGE, "raid")
    day.enter("raid", act="a member was shot dead in a raid on the headquarters")
    day.enter("unjustly", response_kind="rebuttal", chain=PARTY)
    total = NewEvent("Supporters killed in recent years", EventType.TOTAL)
    day.make("total", ["300", "4", "46"], total, typed=2)
    for part in ("4", "46"):
        day.link(part, "300", LinkType.COUNTS_WITHIN)


def work_through_the_article(day: Day) -> None:
    day.tag("without", "passer-by", "injured", "250", "over 250", "training", "found", "13", "two")
    day.tag("spy links")
    day.confirm("passer-by", "injured", "250", "over 250", "13", "two", "found")
    day.enter("without", act="power to act without any discrimination", chain=())
    day.enter(
        "training",
        chain=(ChainMember(None, "Rao Anwar"),),
        act="workers were trained by a foreign agency",
        statement=entered("2015-04-30"),
    )
    day.enter("spy links", chain=(ChainMember(None, "Saulat Mirza"),))
    raid = NewEvent("Raid on the headquarters", date=entered("2015-03-11"), place="Nine-Zero")
    day.make("raid", ["found", "raid", "shot"], raid, typed=3)
    day.make("fire", ["250", "over 250"], NewEvent("Factory fire"), typed=1)
    mob = NewEvent("Attack on the media houses", date=entered("2016-08-22"), place="Karachi")
    day.make("mob", ["passer-by", "injured"], mob, typed=2)
    killings = NewEvent("Killings told of Saulat Mirza", EventType.MATTER)
    day.make("mirza", ["13"], killings, typed=2)
    asked = day.question("mirza", "killed")
    events, mirza = day.workspace.events, day.events["mirza"]
    events.change_question(asked, wording="Killed, by what he is said to have confessed")
    day.implicated = events.ask(mirza, "Murders he was implicated in")
    events.put([day.passages["two"]], mirza, day.implicated)
    day.did("question", 2)
    day.did("event")


def work_through_the_denial(day: Day) -> None:
    day.tag("all", "camps", "funding", "arms", "state", "taken back", "malicious")
    day.confirm("all", "camps", "funding", "arms")
    day.enter("malicious", chain=PARTY)
    day.enter("taken back", response_kind="retraction", chain=PARTY)
    day.enter("state", act="creating a separate state", chain=(ChainMember(None, "army"),))


def link_them(day: Day) -> None:
    links = day.workspace.links
    source = links.link_to_new_source(
        day.passages["all"],
        "Press conference of the Foreign Minister and the DG ISPR",
        posted=entered("2020-11-14"),
        type=LinkType.REJECTS_IN_GENERAL,
    )
    day.did("link")
    day.did("type", 2)
    document = links.get(source).to_document
    assert document is not None
    for name, kind in (
        ("malicious", LinkType.REJECTS_IN_GENERAL),
        ("funding", LinkType.DENIES),
        ("arms", LinkType.DENIES),
    ):
        links.link_to_source(day.passages[name], document, kind)
        day.did("link")
    day.link("camps", "training")
    day.link("unjustly", "without")
    day.link("taken back", "state", LinkType.RETRACTS)


def states(day: Day, event: str) -> list[CellState]:
    grid = day.workspace.comparison.events_by_documents()
    (row,) = (row for row in grid.rows if row.id == day.events[event])
    return [grid.cell(row, column).state for column in grid.columns]


def states_of(day: Day, event: str, harm: str) -> list[CellState]:
    grid = day.workspace.comparison.questions_by_documents(day.events[event])
    (row,) = (row for row in grid.rows if row.id == day.question(event, harm))
    return [grid.cell(row, column).state for column in grid.columns]


def finish(day: Day) -> None:
    day.workspace.documents.review(list(day.documents.values()), ReviewStatus.DONE)


def test_the_numbers_of_the_fire_nearly_meet_and_nobody_is_told_they_differ(day: Day) -> None:
    compared = day.compared("fire", "killed")
    assert [(one.words, one.low, one.high) for one in compared.entering] == [
        ("250", 250, 250),
        ("over 250", 251, None),
    ]
    assert [one.standing for one in compared.pairs()] == [Standing.NEARLY]
    assert compared.standing() is Standing.NEARLY
    assert not compared.differ
    assert words(compared.range.saying) == "from 250 · no upper end given"
    only_differing = Chosen(only_differing=True)
    assert day.workspace.comparison.events_by_documents(only_differing).rows == ()


def test_what_is_part_of_a_number_leaves_no_range_of_its_own(day: Day) -> None:
    compared = day.compared("total", "killed")
    assert words(compared.range.saying) == "more than 300 · no upper end given"
    assert [one.words for one in compared.entering] == ["More than 300"]
    assert [(one.figure.words, words(one.saying)) for one in compared.below] == [
        ("4", "part of D1·1"),
        ("46", "part of D1·1"),
    ]
    assert not compared.differ
    assert words(compared.base) == "figures: 1 of 3; documents: 1 of 1"


def test_a_part_does_not_stand_in_for_its_whole_before_that_is_confirmed(
    workspace: Workspace, real_documents: Path
) -> None:
    """Nothing is confirmed but the part: there is no range at all, and none of 4."""
    day = Day(workspace, imported(workspace, real_documents))
    day.tag("300", "4")
    day.confirm("4")
    day.make("total", ["300", "4"], NewEvent("Killed in recent years", EventType.TOTAL), typed=1)
    day.link("4", "300", LinkType.COUNTS_WITHIN)
    compared = day.compared("total", "killed")
    assert [words(one.saying) for one in compared.below] == ["not confirmed yet", "part of D1·1"]
    assert words(compared.range.saying) == "no number may enter the range"


def test_confessed_and_implicated_are_two_questions(day: Day) -> None:
    event = day.events["mirza"]
    asked = [one.wording for one in day.workspace.events.questions(event)]
    assert asked == ["Killed, by what he is said to have confessed", "Murders he was implicated in"]
    confessed = day.compared("mirza", "killed")
    implicated = day.workspace.comparison.figures(day.implicated)
    assert [one.words for one in confessed.entering] == ["13"]
    assert [one.words for one in implicated.entering] == ["two"]
    assert not confessed.differ
    assert not implicated.differ


def test_the_raid_is_told_in_two_documents(day: Day) -> None:
    finish(day)
    says, silent = CellState.SAYS, CellState.NOT_MENTIONED
    assert states(day, "raid") == [says, says, silent]
    told = [day.workspace.comparison.cell(day.events["raid"], one) for one in (1, 2, 3)]
    assert [day.called(one) for one in told] == [["shot", "raid"], ["found"], []]
    killed = day.compared("raid", "killed")
    assert [(one.words, one.low, one.high) for one in killed.entering] == [
        ("an innocent young MQM member", 1, None)
    ]
    assert words(killed.range.saying) == "1 or more · one person is told of, no number given"
    # The article tells of weapons and arrests; that nobody was killed it does not say.
    assert states_of(day, "raid", "killed") == [says, CellState.NOT_CHECKED, silent]
    question = day.question("raid", "killed")
    day.workspace.events.nothing_on_this(day.events["raid"], day.documents[ARTICLE], question)
    assert states_of(day, "raid", "killed") == [says, CellState.NOTHING_ON_THIS, silent]


def test_not_read_and_older_and_not_mentioned_are_told_apart(day: Day) -> None:
    begun = CellState.NOT_TO_ITS_END
    assert states(day, "mob") == [CellState.OLDER, CellState.SAYS, begun]
    assert states(day, "fire") == [begun, CellState.SAYS, begun]
    finish(day)
    silent = CellState.NOT_MENTIONED
    assert states(day, "mob") == [CellState.OLDER, CellState.SAYS, silent]
    assert states(day, "fire") == [silent, CellState.SAYS, silent]


def test_several_injured_stay_words(day: Day) -> None:
    injured = day.compared("mob", "injured")
    assert injured.entering == ()
    below = [(one.figure.words, words(one.saying)) for one in injured.below]
    assert below == [("several", "words only, no number")]
    assert (
        words(day.compared("mob", "killed").range.saying)
        == "1 or more · one person is told of, no number given"
    )


def test_charges_wear_what_answers_them(day: Day) -> None:
    finish(day)
    unanswered = "no answer in these documents (3 of 3 done)"
    assert day.badges("training") == ["has a response", "denied by 1"]
    # The release is of 2015; the article tells of 2017.
    assert day.badges("without") == [
        "has a response",
        "denied by 1",
        "earlier: 1 of 1 older than this",
    ]
    assert day.badges("state") == [
        "has a response",
        "taken back, as told by Muttahida Qaumi Movement",
    ]
    for name in ("spy links", "found", "raid", "taken", "46 murders"):
        assert day.badges(name) == [unanswered]
    for name in ("300", "250", "all", "camps"):
        assert day.badges(name) == []


def test_the_press_conference_is_not_held_and_stands_under_sources_to_find(day: Day) -> None:
    (source,) = day.workspace.links.sources_to_find()
    assert (source.posted.edtf, source.links) == ("2020-11-14", 4)
    to_do = day.workspace.to_do
    assert day.called(to_do.blanket().ids) == ["all", "malicious"]
    assert to_do.answering_nothing().ids == []
    assert day.called(to_do.unanswered().ids) == ["raid", "found"]
    assert to_do.unconfirmed().ids == []
    assert to_do.unsettled_documents().ids == [day.documents[DENIAL]]


def test_what_was_confirmed_is_what_the_pages_say(day: Day) -> None:
    """By hand: who says so, what is denied, how much of it, and nothing about where it was said."""
    assert {name: day.speaker(name) for name in ("all", "camps", "over 250", "13", "250")} == {
        "all": "MQM",
        "camps": "MQM",
        "over 250": "Imran Khan",
        "13": "Mirza",
        "250": "the paramilitary force",
    }
    for name, scope in (("all", "whole"), ("camps", "part"), ("funding", "part"), ("arms", "part")):
        entered = day.workspace.records.of(day.passages[name]).entered
        assert (entered["response_kind"], entered["scope"]) == ("deny_act", scope)
        assert "venue" not in entered


def test_everything_of_the_day_can_be_taken_back(day: Day) -> None:
    history = day.workspace.history
    while day.workspace.passages.count():
        assert history.undo() is not None
    assert day.workspace.events.all() == []
    assert day.workspace.links.sources_to_find() == []


def test_a_passage_takes_about_four_deeds(day: Day) -> None:
    """Tagging, confirming, what is typed, events and links, all deeds of the day together."""
    assert sum(day.deeds.values()) <= 4.5 * len(day.passages), day.deeds


def test_the_right_counterpart_is_among_the_first_three(day: Day) -> None:
    """Each pair in turn as if nobody had linked it or knew of an event yet, from either end."""
    links = day.workspace.links
    links.remove([one.id for one in links.all()])
    day.workspace.events.remove([one.id for one in day.workspace.events.all()])
    pairs = (
        ("4", "300"),
        ("46", "300"),
        ("250", "over 250"),
        ("13", "two"),
        ("raid", "found"),
        ("camps", "training"),
        ("unjustly", "without"),
        ("taken back", "state"),
    )
    found = []
    for pair in pairs:
        for one, other in (pair, pair[::-1]):
            likely = links.counterparts(day.passages[one], most=3)
            found.append(day.passages[other] in [each.passage for each in likely])
    assert sum(found) >= 0.8 * len(found)
