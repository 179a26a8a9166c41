"""Where corpus-wide work runs."""
