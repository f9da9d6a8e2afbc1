"""The approval sheet: what a change of the content would publish, in words, by plan and item."""
