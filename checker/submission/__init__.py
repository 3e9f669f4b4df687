"""Files handed in to a Submission with the place of every value, or all Problems at once."""
