"""How the recogniser is made: prepare, train, export, evaluate, one command each. `training/README.md` tells how."""
