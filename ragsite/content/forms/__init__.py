"""Settings for form editors, with which people change the content files in a browser; made from the models."""
