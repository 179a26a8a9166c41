"""Collation: the claims of each story with their accounts, where accounts differ, and how many origins stand behind them."""

from sayso.collate.stage import Collate as Collate
