"""What can go wrong when a pack is made, in words for the person who asked for it."""


class PackError(Exception):
    """A pack that cannot be made; the message says why, what is there instead, and how to mend it."""
