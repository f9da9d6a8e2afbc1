"""From a folder of files that people write to a typed site, with every problem told at its place."""
