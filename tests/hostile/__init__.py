"""Attacks and accidents: what nobody should offer and somebody will. `python -m tests.hostile FOLDER` writes them all out."""
