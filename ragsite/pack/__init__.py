"""The committee pack: one report of a plan as a document, laid out as PDF and as Word."""
