"""How much of a rule set its cases exercise, down to each branch of each check."""
