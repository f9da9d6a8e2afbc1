"""What a command refuses to do, in words for the person who asked."""


class Refused(Exception):
    """Nothing was written: what stands in the way, and what to do instead; `lines` tell the details."""

    def __init__(self, message: str, lines: tuple[str, ...] = ()) -> None:
        super().__init__(message)
        self.lines = lines
