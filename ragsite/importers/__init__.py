"""From the trackers that people keep (.xlsx, .xls, .csv, .docx, HTML tables) to content files."""
