"""The benchmark still runs, from end to end, on a corpus too small to say anything."""

import json
import subprocess
import sys
from math import isfinite
from pathlib import Path

import pytest

from tests.benchmarks import GROUPS
from tests.benchmarks.measures import Bench, Figure, Goal, in_turn, slow_of

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("group", GROUPS)
def test_every_group_gives_figures_beside_a_floor(group: str, tmp_path: Path) -> None:
    result = tmp_path / "figures.json"
    done = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks", group, "--quick", "--json", str(result)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    written = json.loads(result.read_text("utf-8"))
    assert written["failed"] == []
    assert written["figures"]
    for figure in written["figures"]:
        assert figure["what"] in done.stdout
        assert figure["floor"] > 0
        assert isfinite(figure["floor"])
        if figure["unit"] != "syncs" or figure["measured"] is not None:
            assert figure["measured"] > 0
            assert isfinite(figure["measured"])


def test_a_missed_goal_is_said_and_a_met_one_too() -> None:
    assert Figure("slow", 2.0, 1.0, Goal(1.0)).met is False
    assert Figure("quick", 0.5, 1.0, Goal(1.0)).met is True
    assert Figure("not asked for", 2.0, 1.0).met is None
    assert Figure("not counted", None, 1.0, Goal(1.0)).met is None


def test_a_goal_of_so_many_floors_is_met_on_a_slow_machine() -> None:
    assert Figure("import", 1.9, 1.0, Goal(0.9, times_floor=2)).met is True
    assert Figure("import", 2.1, 1.0, Goal(0.9, times_floor=2)).met is False


def test_a_goal_about_the_slow_ones_does_not_look_at_the_median() -> None:
    mostly_quick = Figure("key", 0.001, 0.001, Goal(0.010, slow_ones=True), slow=0.011)
    assert mostly_quick.met is False


def test_a_figure_survives_the_way_between_processes() -> None:
    figure = Figure("key", 0.002, 0.001, Goal(0.010, slow_ones=True), slow=0.004, remark="one")
    assert Figure.from_json(figure.as_json()) == figure


def test_of_a_hundred_values_the_slow_one_is_exceeded_by_four() -> None:
    assert slow_of(range(1, 101)) == 96
    assert slow_of([3.0]) == 3.0


def test_floor_and_program_take_turns_at_being_first(tmp_path: Path) -> None:
    order: list[str] = []

    def told(name: str) -> float:
        order.append(name)
        return 1.0

    in_turn(Bench(tmp_path), lambda: told("ours"), lambda: told("floor"))
    assert order[:4] == ["floor", "ours", "ours", "floor"]
    assert order.count("ours") == order.count("floor") == 5
