"""The solver's interpreter: a check over a submission of which nothing is known but its form.

A table is a number of row kinds: one symbolic record each, with a multiplicity. Measures are sums
over kinds, outcomes are formulas, and a model of the formulas is a complete submission.
"""
