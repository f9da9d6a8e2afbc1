"""Previews: the site before it is published, on this computer as one writes, or as a folder to pass round."""
