"""How what people type is read. Pure: text in, an answer or None out.

Nothing here guesses: what could mean two things means nothing, and the person is asked again.
The words themselves are lists in `flows/words/<language>.reading.ftl`.
"""
