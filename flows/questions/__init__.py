"""Kinds of question, and how answers are read.

A flow asks with `choice`, `yes_no` and the others; `question.py` says what they have in common.
"""

from flows.questions.choosing import (
    LATER,
    choice,
    choices,
    of_age,
    optional,
    or_words,
    pick,
    safe_or_not,
    yes_no,
    yes_no_in_time,
)
from flows.questions.measuring import day, number, scale, time_of_day
from flows.questions.question import (
    Misfit,
    Option,
    Partial,
    Place,
    Position,
    Question,
    Said,
    Unclear,
)
from flows.questions.telling import free_text, name, place

__all__ = [
    "LATER",
    "Misfit",
    "Option",
    "Partial",
    "Place",
    "Position",
    "Question",
    "Said",
    "Unclear",
    "choice",
    "choices",
    "day",
    "free_text",
    "name",
    "number",
    "of_age",
    "optional",
    "or_words",
    "pick",
    "place",
    "safe_or_not",
    "scale",
    "time_of_day",
    "yes_no",
    "yes_no_in_time",
]
