from __future__ import annotations

from threading import Thread

import pytest

from sayso.read.workers.room import Closed, Room


def waiting(room: Room, size: int) -> Thread:
    thread = Thread(target=room.take, args=(size,))
    thread.start()
    thread.join(0.1)
    return thread


def test_a_piece_waits_until_there_is_room_for_its_bytes() -> None:
    room = Room(pieces=9, bytes_=100)
    room.take(60)
    late = waiting(room, 60)
    assert late.is_alive()
    room.give(60)
    late.join()


def test_a_piece_waits_while_as_many_as_may_be_are_read() -> None:
    room = Room(pieces=1)
    room.take(1)
    late = waiting(room, 1)
    assert late.is_alive()
    room.give(1)
    late.join()


def test_a_piece_larger_than_the_room_finds_it_alone() -> None:
    Room(pieces=2, bytes_=100).take(1000)


def test_whoever_waits_when_the_work_ends_is_told() -> None:
    room = Room(pieces=1)
    room.take(1)
    room.close()
    with pytest.raises(Closed):
        room.take(1)
