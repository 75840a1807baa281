"""An invented municipality with invented people, to look around in and to measure with. Never in an installation with real people."""
