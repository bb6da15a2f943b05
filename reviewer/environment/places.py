"""Where a project file lies: whether it can be written there, and whether over a network.

The write-ahead log needs memory shared by all who have the file open, which no network file
system offers; on one of them a project is kept by one program at a time. And what lies on one may
be out of reach: then even asking whether it is there can take minutes.
"""

import os
import re
from pathlib import Path, PurePath

MOUNTS = Path("/proc/self/mountinfo")  # Linux; elsewhere the path's own form must do

_NETWORK = re.compile(
    r"(?:autofs|nfs\d?|cifs|smb\w*|afs|coda|ncpfs|9p|ceph|lustre|glusterfs|davfs2?|vboxsf|prl_fs|virtiofs"
    r"|fuse\.(?:sshfs|rclone|glusterfs|ceph|gvfsd-fuse|vmhgfs-fuse|s3fs|davfs2?|smbnetfs))"
)
_ESCAPE = re.compile(r"\\([0-7]{3})")


def can_be_written(path: Path) -> bool:
    """Say whether the file at ``path`` and its folder may be written."""
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def on_network(path: PurePath, mounts: str) -> bool:
    """Say whether ``path`` (resolved) lies on a network drive, by the list of ``mounts``."""
    if path.drive.startswith("\\\\"):
        return True
    found = ""
    longest = -1
    for line in mounts.splitlines():
        where, kind = _mount(line)
        # What is mounted later in the same place hides what was there.
        if len(where.parts) >= longest and path.is_relative_to(where):
            found, longest = kind, len(where.parts)
    return _NETWORK.fullmatch(found) is not None


def mounts() -> str:
    """Return the list of what is mounted where; empty where the system has none."""
    try:
        return MOUNTS.read_text("utf-8", "surrogateescape")
    except OSError:
        return ""


def _mount(line: str) -> tuple[PurePath, str]:
    """Return the folder and the file system's kind of one line of the list."""
    left, _, right = line.partition(" - ")
    fields = left.split(" ")
    where = _ESCAPE.sub(lambda code: chr(int(code[1], 8)), fields[4] if len(fields) > 4 else "/")
    return PurePath(where), right.split(" ")[0]
