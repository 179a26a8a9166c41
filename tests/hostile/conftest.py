"""Read by the same workers as the tests of reading."""

from tests.read.conftest import crews, read

__all__ = ["crews", "read"]
