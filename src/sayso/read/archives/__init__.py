"""What holds other pieces: compressed files, ZIP and tar, web archives. Read in memory one member at a time, unpacked nowhere."""

from sayso.read.archives.compressed import COMPRESSED
from sayso.read.archives.tarred import TAR
from sayso.read.archives.wacz import WACZ
from sayso.read.archives.warc import WARC
from sayso.read.archives.zipped import ZIP

__all__ = ["COMPRESSED", "TAR", "WACZ", "WARC", "ZIP"]
