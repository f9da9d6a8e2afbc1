"""The officers' round trip: a report as a workbook to fill in, and the filled workbook back into the content."""
