"""Proofs about rules: what can happen in any submission at all, each answer with its witness."""
