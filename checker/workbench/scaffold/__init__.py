"""The beginning of a rule, a case, a profile or a whole standard, written into its files."""
