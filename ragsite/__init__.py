"""ragsite: a static site generator for public progress reporting on improvement plans."""

__version__ = "0.1.0"
