"""Rulebook + Submission + date → one Result. Pure: no file, no clock, no screen."""
