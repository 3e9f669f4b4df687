"""For those who keep the rules: cases beside the rules, run against the engine."""
