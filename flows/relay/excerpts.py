"""Excerpts: enough of what someone wrote to know it by."""

LENGTH = 120  # characters: two of them and what goes around them fit two SMS


def excerpt(words: str, most: int = LENGTH) -> str:
    """The words on one line, cut between two of them where they are long."""
    line = " ".join(words.split())
    if len(line) <= most:
        return line
    return f"{line[: most - 1].rsplit(' ', 1)[0]}…"
