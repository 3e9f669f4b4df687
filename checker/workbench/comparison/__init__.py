"""Two versions of a rule set side by side: what changed in words, in meaning, and for whom."""
