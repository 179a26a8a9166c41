"""From a case to what a page shows: pure functions that turn a `View` into frozen values, which templates and `.json` print."""
