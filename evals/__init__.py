"""Quality, measured on open data that lies beside the project and by its scorers: `make eval`."""
