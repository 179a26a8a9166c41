"""The same that `guard` refuses, refused by the system itself, so that it holds for parsers written in C too.

Linux does so from 5.13 on for changes to files and for programs, from 6.7 on for connections over TCP
(https://docs.kernel.org/userspace-api/landlock.html). Elsewhere there is no fence, and the guard stands alone.
"""

from __future__ import annotations

import ctypes
import os
import sys

CREATE_RULESET, RESTRICT_SELF, NO_NEW_PRIVILEGES = 444, 446, 38
ASK_FOR_VERSION = 1
READ_FILES, LIST_FOLDERS = 1 << 2, 1 << 3
FILES_SINCE = {1: (1 << 13) - 1 - READ_FILES - LIST_FOLDERS, 2: 1 << 13, 3: 1 << 14}
"""What can be forbidden from which version of the fence on: to execute, write, remove and make; to move; to cut short."""
NETWORK_SINCE = {4: 1 << 0 | 1 << 1}
"""To wait for connections over TCP, and to make them."""
SCOPES_SINCE = {6: 1 << 0 | 1 << 1}
"""To talk to other programs through sockets without a file, and to send them signals."""


class Ruleset(ctypes.Structure):
    """`struct landlock_ruleset_attr`."""

    _fields_ = (("files", ctypes.c_uint64), ("network", ctypes.c_uint64), ("scopes", ctypes.c_uint64))


def put_up_fence() -> int:
    """From now on this process can do none of it, nor can what it starts. Gives the fence's version, 0 where there is none."""
    if sys.platform != "linux":
        return 0
    system = ctypes.CDLL(None)
    version = int(system.syscall(CREATE_RULESET, None, ctypes.c_size_t(0), ctypes.c_uint32(ASK_FOR_VERSION)))
    if version < 1:
        return 0
    forbidden = Ruleset(_known(FILES_SINCE, version), _known(NETWORK_SINCE, version), _known(SCOPES_SINCE, version))
    fence = system.syscall(CREATE_RULESET, ctypes.byref(forbidden), ctypes.c_size_t(_length(version)), ctypes.c_uint32(0))
    if fence < 0:
        return 0
    system.prctl(NO_NEW_PRIVILEGES, 1, 0, 0, 0)
    stands = system.syscall(RESTRICT_SELF, fence, ctypes.c_uint32(0)) == 0
    os.close(fence)
    return version if stands else 0


def _known(since: dict[int, int], version: int) -> int:
    return sum(rights for first, rights in since.items() if first <= version)


def _length(version: int) -> int:
    """Bytes of the ruleset that a system of this version knows; it refuses a longer one."""
    return 8 * (1 + (version >= 4) + (version >= 6))
