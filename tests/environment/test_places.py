"""Where a project lies decides how changes reach the disk."""

from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest

from reviewer.environment import places
from reviewer.environment.places import can_be_written, mounts, on_network

MOUNTS = """\
21 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
35 21 0:31 / /home/noor/office rw,relatime shared:9 - nfs4 server:/office rw,vers=4.2
36 35 8:2 / /home/noor/office/stick rw - vfat /dev/sdb1 rw
37 21 0:40 / /media/our\\040share rw - cifs //server/share rw
38 21 0:41 / /media/phone rw - fuse.sshfs phone:/ rw
39 21 0:42 / /home/noor/vault rw - fuse.gocryptfs /x rw
40 21 0:43 / /net rw - autofs /etc/auto.net rw
41 21 0:44 / /archive rw - autofs systemd-1 rw
42 41 8:3 / /archive rw - ext4 /dev/sdc1 rw
43 21 0:45 / /shared rw - autofs systemd-1 rw
44 43 0:46 / /shared rw - nfs4 server:/shared rw
"""


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/home/noor/winter.review", False),
        ("/home/noor/office/winter.review", True),
        ("/home/noor/office-copies/winter.review", False),
        ("/home/noor/office/stick/winter.review", False),
        ("/media/our share/deep/winter.review", True),
        ("/media/phone/winter.review", True),
        ("/home/noor/vault/winter.review", False),
        ("/net/server/winter.review", True),
        ("/archive/winter.review", False),
        ("/shared/winter.review", True),
    ],
)
def test_a_network_drive_is_known_by_what_is_mounted_there(path: str, expected: bool) -> None:
    assert on_network(PurePosixPath(path), MOUNTS) is expected


def test_a_windows_share_is_a_network_drive() -> None:
    assert on_network(PureWindowsPath(r"\\server\office\winter.review"), "")
    assert not on_network(PureWindowsPath(r"C:\work\winter.review"), "")


def test_what_cannot_be_read_as_a_list_of_mounts_decides_nothing() -> None:
    assert not on_network(PurePosixPath("/a"), "not a list\n - nfs\n\n1 2 3")


def test_where_the_system_has_no_list_nothing_is_mounted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(places, "MOUNTS", tmp_path / "none")
    assert mounts() == ""


def test_a_file_in_ones_own_folder_can_be_written(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.touch()
    assert can_be_written(path)
