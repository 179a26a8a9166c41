"""What no programmer plans: programs killed at any moment, disks that fail at the worst one, many hands on one case."""
