"""Records: reports with their fields, in JSON lines, JSON, CSV and Parquet, as people make them and other programs export them."""

from sayso.read.records.delimited import TABLE
from sayso.read.records.jsonfile import JSON
from sayso.read.records.jsonlines import JSON_LINES
from sayso.read.records.parquet import PARQUET

__all__ = ["JSON", "JSON_LINES", "PARQUET", "TABLE"]
