"""What people rule: made, kept in a log, pointed at the documents of today, and put on top of what was found."""
