"""The index finds what the query means: the same as reading every text."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reviewer.domain.errors import Damaged
from reviewer.domain.folding import fold
from reviewer.domain.queries import (
    MOST_BRACKETS,
    MOST_WORDS,
    Either,
    Every,
    Near,
    Phrase,
    Tree,
    parse,
)
from reviewer.domain.query_hits import hits
from reviewer.domain.search import HitKind, spans_in
from reviewer.domain.spans import Span
from reviewer.store.connection import Connection
from reviewer.store.search import SearchStore, rendered
from reviewer.workspace.project import Workspace
from tests.builders import a_document, a_passage, a_project

VOCABULARY = ["a", "ab", "abc", "b", "27", "کے", "قَتل", "é", "e"]
phrases = st.builds(
    lambda words, prefix: Phrase(tuple(map(fold, words)), prefix),
    st.lists(st.sampled_from(VOCABULARY), min_size=1, max_size=2),
    st.booleans(),
)
trees: st.SearchStrategy[Tree] = st.recursive(
    phrases
    | st.builds(
        lambda several, within: Near(tuple(several), within),
        st.lists(phrases, min_size=2, max_size=3),
        st.integers(0, 4),
    ),
    lambda parts: (
        st.builds(
            lambda some, without: Every(tuple(some), tuple(without)),
            st.lists(parts, min_size=1, max_size=2),
            st.lists(parts, max_size=2),
        )
        | st.builds(lambda some: Either(tuple(some)), st.lists(parts, min_size=2, max_size=3))
    ),
    max_leaves=6,
)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """Give a project with many short texts, for many queries."""
    folder = tmp_path_factory.mktemp("library")
    with pytest.MonkeyPatch.context() as home:
        home.setenv("REVIEWER_HOME", str(folder))
        workspace = a_project(folder)
    words = [*VOCABULARY, "A-b", "ab.", "\n", "«abc»", "Ab", "هذا"]
    for number in range(60):
        picked = [words[(number * 7 + at * at * (number % 5 + 1)) % len(words)] for at in range(8)]
        text = " ".join(picked[: 2 + number % 7])
        a_document(workspace, text, title="t", original=f"{number}".encode())
    return workspace


@given(tree=trees)
@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_index_finds_what_reading_every_text_finds(library: Workspace, tree: Tree) -> None:
    search = library._project.search
    texts = {one: library.documents.text(one) for one in library.documents.ids()}
    fitting = {one for one, text in texts.items() if hits(tree, fold(text)) is not None}
    assert set(search.documents(tree)) == fitting
    assert search.count(tree) == len(fitting)
    assert search.count(tree, 3) == min(len(fitting), 3)
    for one in fitting:
        assert spans_in(tree, texts[one])


@pytest.mark.parametrize(
    "deep",
    [
        "b NOT (27 OR a ",
        "a NOT (b NOT (",
        "a OR b (",
        "(",
        "a (b NOT a) NOT (b OR a NOT (",
        "a b (",
    ],
)
def test_the_deepest_query_can_be_asked(library: Workspace, deep: str) -> None:
    times = MOST_BRACKETS // deep.count("(")
    open_ones = times * (deep.count("(") - deep.count(")"))
    tree = parse(deep * times + "e" + ")" * open_ones).tree
    assert library._project.search.count(tree) >= 0
    assert library.read_only is None


@pytest.mark.parametrize("joined", [" OR ", " ", " NOT ", " NEAR/3 "])
def test_the_longest_query_can_be_asked(library: Workspace, joined: str) -> None:
    tree = parse(joined.join(["a"] * MOST_WORDS)).tree
    assert library._project.search.count(tree) >= 0
    assert library.read_only is None


def test_every_word_stands_in_quotation_marks() -> None:
    tree = parse('(salt OR "grain sto"*) NOT "AND" NOT NEAR(a b, 3)').tree
    assert rendered(tree) == ('(("salt" OR "grain sto" *)) NOT ("and" OR NEAR("a" "b", 3))')
    assert rendered(parse("a b OR c").tree) == '("a" AND "b") OR "c"'
    assert rendered(Phrase(('a"b\0c',))) == '"a""b c"'


def test_best_first_and_only_what_is_listed(workspace: Workspace) -> None:
    little = a_document(workspace, "The bridge, the road, the school and the harbour.")
    much = a_document(workspace, "Bridge, bridge, bridge.")
    gone = a_document(workspace, "Bridge gone.")
    workspace.documents.remove([gone])
    search = workspace._project.search
    assert search.documents(Phrase(("bridge",))) == [much, little]
    assert search.documents(Phrase(("bridge",)), 1) == [much]


def test_the_words_of_passages_titles_and_notes_in_the_order_asked_for(
    workspace: Workspace,
) -> None:
    document = a_document(workspace, "Twelve people were hurt.", title="Statement 88")
    other = a_document(workspace, "Nobody.", title="Another")
    first = a_passage(workspace, document, "Twelve people", note="ask again")
    second = a_passage(workspace, document, "hurt")
    search = workspace._project.search
    found = search.passages([second, 999, first])
    assert [(one.passage, one.kind, one.words) for one in found] == [
        (second, HitKind.QUOTE, "hurt"),
        (first, HitKind.QUOTE, "Twelve people"),
        (first, HitKind.PASSAGE_NOTE, "ask again"),
    ]
    assert found[1].opens == Span(0, 13)
    workspace.documents.describe(other, "note", "from the archive")
    named = search.titles_and_notes([other, 999, document])
    assert [(one.document, one.kind, one.words) for one in named] == [
        (other, HitKind.TITLE, "Another"),
        (other, HitKind.DOCUMENT_NOTE, "from the archive"),
        (document, HitKind.TITLE, "Statement 88"),
    ]


def test_a_passage_without_a_place_is_damage(workspace: Workspace, stored: Connection) -> None:
    passage = a_passage(workspace, a_document(workspace), "Twelve")
    stored.execute("PRAGMA ignore_check_constraints = ON")
    stored.execute("DROP TRIGGER passages_update")
    stored.execute("UPDATE passages SET start = -5 WHERE id = ?", [passage])
    with pytest.raises(Damaged):
        SearchStore(stored).passages([passage])
