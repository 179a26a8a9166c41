"""Speed, always as a ratio against a named peer or limit in the same run: `make bench`."""
