"""The timeline: when things are said to have happened."""

from sayso.timeline.stage import Timeline as Timeline
