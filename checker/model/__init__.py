"""Frozen nouns of the program. Nothing here reads, writes, prints or knows the time."""
