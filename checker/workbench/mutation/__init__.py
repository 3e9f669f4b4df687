"""Mutation testing of rules: whether the cases would notice if a rule said something else."""
