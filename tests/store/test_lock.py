"""One writer at a time."""

from pathlib import Path

from reviewer.store.lock import Turn, WriterLock


def test_only_one_gets_the_lock_and_then_the_next(tmp_path: Path) -> None:
    project, folder = tmp_path / "winter.review", tmp_path / "state"
    one, two = WriterLock(project, folder), WriterLock(project, folder)
    assert one.take() is Turn.OURS
    assert two.take() is Turn.SOMEBODY_HAS_IT
    one.give_back()
    assert two.take() is Turn.OURS
    two.give_back()


def test_a_link_to_a_project_is_the_same_project(tmp_path: Path) -> None:
    project, folder = tmp_path / "winter.review", tmp_path / "state"
    project.touch()
    link = tmp_path / "link.review"
    link.symlink_to(project)
    one = WriterLock(project, folder)
    assert one.take() is Turn.OURS
    assert WriterLock(link, folder).take() is Turn.SOMEBODY_HAS_IT
    one.give_back()


def test_two_projects_do_not_wait_for_each_other(tmp_path: Path) -> None:
    one = WriterLock(tmp_path / "a.review", tmp_path / "state")
    two = WriterLock(tmp_path / "b.review", tmp_path / "state")
    assert one.take() is two.take() is Turn.OURS
    one.give_back()
    two.give_back()


def test_locks_are_for_their_owner_only(tmp_path: Path) -> None:
    folder = tmp_path / "state" / "locks"
    lock = WriterLock(tmp_path / "a.review", folder)
    lock.take()
    assert folder.stat().st_mode & 0o777 == 0o700
    assert [path.stat().st_mode & 0o777 for path in folder.iterdir()] == [0o600]
    lock.give_back()


def test_a_lock_that_cannot_be_kept_says_so(tmp_path: Path) -> None:
    folder = tmp_path / "state"
    folder.write_text("a file where the folder should be")
    lock = WriterLock(tmp_path / "a.review", folder)
    assert lock.take() is Turn.CANNOT_BE_ASKED
    lock.give_back()
