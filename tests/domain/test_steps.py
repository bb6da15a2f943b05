"""Steps are told in words, also those of a later version."""

from reviewer.domain.steps import Step, StepKind, fill


def a_step(name: str, **arguments: object) -> Step:
    return Step(1, StepKind.DO, None, "", name, arguments, 1, "Noor", "2026-01-01T00:00:00+00:00")


def test_a_step_is_told_with_its_arguments() -> None:
    step = a_step("passages.tag", passage="D4·12", tag="Denial")
    assert step.sentence == "Tag D4·12 as Denial"


def test_a_step_on_one_thing_is_told_of_one_and_on_several_of_several() -> None:
    told = [a_step("documents.import_many", count=count).sentence for count in (1, 2)]
    assert told == ["Import 1 document", "Import 2 documents"]


def test_a_step_nobody_knows_here_is_shown_by_its_name() -> None:
    assert a_step("figures.compare").sentence == "figures.compare"


def test_an_argument_that_is_missing_does_not_hide_the_rest() -> None:
    assert fill("Tag {passage} as {tag}", {"tag": "Denial"}) == "Tag … as Denial"
