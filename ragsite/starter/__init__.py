"""Beginnings: a small working site with one plan, and the next report of a plan, ready to be filled in."""
