"""Synthetic plans of any size, and what building them costs."""
