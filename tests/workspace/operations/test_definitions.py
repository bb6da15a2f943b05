"""A changed definition marks passages made under the old one."""

import pytest

from reviewer.domain.errors import NotFound
from reviewer.domain.snapshot import PassageFilter
from reviewer.workspace.operations.tags import TagChange
from reviewer.workspace.project import Workspace
from tests.builders import BASIT, a_document, a_passage, a_tag

AGAIN = PassageFilter(another_look=True)


@pytest.fixture
def tag(workspace: Workspace) -> int:
    return a_tag(workspace, "Allegation")


def define(workspace: Workspace, tag: int, words: str) -> int:
    workspace.tags.change(tag, TagChange(definition=words))
    return workspace.tags.get(tag).definition_version


def test_other_words_are_another_version_and_other_spaces_are_not(
    workspace: Workspace, tag: int
) -> None:
    assert define(workspace, tag, "Said of somebody.") == 2
    assert define(workspace, tag, "Said  of\nsomebody.") == 2
    assert workspace.tags.get(tag).definition == "Said  of\nsomebody."
    assert define(workspace, tag, "") == 3


def test_no_two_wordings_share_a_version_whatever_is_undone(workspace: Workspace, tag: int) -> None:
    assert define(workspace, tag, "First.") == 2
    workspace.history.undo()
    assert workspace.tags.get(tag).definition_version == 1
    assert define(workspace, tag, "Second.") == 3
    assert [one.version for one in workspace.definitions.wordings(tag)] == [3, 2, 1]


def test_passages_made_under_the_old_definition_want_another_look(
    workspace: Workspace, tag: int
) -> None:
    document = a_document(workspace)
    old = a_passage(workspace, document, "Twelve people")
    other = a_passage(workspace, document, "Nobody", "Denial")
    assert workspace.definitions.to_look_at_again() == {}
    define(workspace, tag, "Anew.")
    new = a_passage(workspace, document, "the bridge")
    assert workspace.definitions.to_look_at_again() == {tag: 1}
    assert workspace.passages.ids(AGAIN) == [old]
    assert set(workspace.passages.ids()) == {old, new, other}
    workspace.history.undo()
    workspace.history.undo()
    assert workspace.passages.ids(AGAIN) == []


def test_a_passage_that_was_looked_at_again_is_done_with(workspace: Workspace, tag: int) -> None:
    document = a_document(workspace)
    passages = [a_passage(workspace, document, words) for words in ("Twelve", "people", "hurt")]
    define(workspace, tag, "Anew.")
    workspace.definitions.looked_at_again(passages[:1])
    assert workspace.passages.ids(AGAIN) == passages[1:]
    workspace.definitions.looked_at_again(passages)
    assert workspace.passages.ids(AGAIN) == []
    sentences = [one.sentence for one in workspace.history.listed(workspace.history.ids())]
    assert sentences[:2] == ["Look at 3 passages again", "Look at D1·1 again"]
    before = workspace.history.ids()
    workspace.definitions.looked_at_again(passages)
    workspace.definitions.looked_at_again([])
    assert workspace.history.ids() == before
    workspace.history.undo()
    assert workspace.passages.ids(AGAIN) == passages[1:]
    with pytest.raises(NotFound):
        workspace.definitions.looked_at_again([99])


def test_what_was_put_off_wants_another_look_too(workspace: Workspace, tag: int) -> None:
    document = a_document(workspace)
    passage = a_passage(workspace, document, "Twelve people")
    workspace.definitions.put_off([passage])
    before = workspace.history.ids()
    workspace.definitions.put_off([passage])
    workspace.definitions.put_off([])
    assert workspace.history.ids() == before
    assert workspace.passages.ids(AGAIN) == [passage]
    assert workspace.definitions.to_look_at_again() == {tag: 1}
    workspace.definitions.looked_at_again([passage])
    assert workspace.passages.ids(AGAIN) == []


def test_several_are_put_off_as_one_change_and_undone_so(workspace: Workspace) -> None:
    document = a_document(workspace)
    passages = [a_passage(workspace, document, words) for words in ("Twelve", "people")]
    workspace.definitions.put_off(passages)
    assert workspace.passages.ids(AGAIN) == passages
    (last,) = workspace.history.listed(workspace.history.ids()[:1])
    assert last.sentence == "Mark 2 passages for another look"
    workspace.history.undo()
    assert workspace.passages.ids(AGAIN) == []


def test_passages_of_documents_off_the_list_ask_for_nothing(workspace: Workspace, tag: int) -> None:
    document = a_document(workspace)
    a_passage(workspace, document, "Twelve people")
    define(workspace, tag, "Anew.")
    workspace.documents.remove([document])
    assert workspace.definitions.to_look_at_again() == {}
    assert workspace.passages.ids(AGAIN) == []


def test_a_retagged_passage_stands_under_the_other_tags_definition(
    workspace: Workspace, tag: int
) -> None:
    document = a_document(workspace)
    passage = a_passage(workspace, document, "Twelve people", "Denial")
    define(workspace, tag, "Anew.")
    workspace.passages.retag([passage], tag)
    assert workspace.passages.ids(AGAIN) == []
    workspace.history.undo()
    assert workspace.passages.ids(AGAIN) == []


def test_earlier_wordings_are_listed_with_who_wrote_them(workspace: Workspace, tag: int) -> None:
    first = workspace.tags.get(tag).definition
    workspace.sign_in(BASIT)
    define(workspace, tag, "Said by Basit.")
    define(workspace, tag, "Said by  Basit.")
    workspace.tags.change(tag, TagChange(colour="9"))
    found = workspace.definitions.wordings(tag)
    assert [(one.version, one.definition, one.analyst_name, one.stands) for one in found] == [
        (2, "Said by  Basit.", "Basit", True),
        (1, first, "Noor", False),
    ]
    assert found[0].at > found[1].at
    bare = workspace.tags.add("Bare")
    assert [(one.version, one.definition) for one in workspace.definitions.wordings(bare)] == [
        (1, "")
    ]
    with pytest.raises(NotFound):
        workspace.definitions.wordings(99)
