"""The case file: one writer, many views."""
