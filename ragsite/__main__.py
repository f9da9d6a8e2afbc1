"""`python -m ragsite`: the same as the command `ragsite`."""

from ragsite.cli import main

if __name__ == "__main__":
    main()
