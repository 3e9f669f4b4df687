"""Lints: what is lawful in a rule set and yet should not be there. One module a field of them."""
