"""What can be proven of a rule set, with a witness for every answer."""
