"""A match's calendar: when someone is asked, reminded or told, and how long anyone has.

Peer support fades in every trial of it, so that each wait ends by itself, at a date.
"""

from datetime import timedelta

# Until two people have met
NUDGE_AFTER = timedelta(days=1)
EXPIRES_AFTER = timedelta(days=3)
ANSWERED_WITHIN = timedelta(days=2)  # the mentor's question; then the offer comes back without
MEETING_LAPSES_AFTER = timedelta(days=7)
TEAM_AGAIN_AFTER = timedelta(days=2)  # for a match that waits for a coordinator's yes
LOOK_AGAIN_AFTER = timedelta(days=1)
TELL_AGAIN_AFTER = timedelta(days=7)
BUSY_FOR = timedelta(days=14)  # nobody new for a mentor who is too busy just now
ASKED_AGAIN_AFTER = timedelta(days=30)  # about someone of whom a mentor was asked in vain
SPARED = timedelta(days=1)  # before a mentor who said no, or nothing, is asked about someone else

# While they talk
FIRST_WEEK = timedelta(days=3)
QUIET = timedelta(days=10)
QUIET_LATER = timedelta(days=17)  # once they write every two weeks or so
QUIET_STEP = timedelta(days=4)  # from the mentor's nudge to the person's, and then to the team
GIVEN_UP = timedelta(days=7)  # from there to a mentor of whom nothing more is heard
MIDWAY = timedelta(weeks=8)
SOON = timedelta(weeks=15)
PLANNED = timedelta(weeks=16)
LAPSE = timedelta(days=7)  # for an ending that nobody answers

# A conversation of an hour
FIRST_YES_WITHIN = timedelta(minutes=10)
TALK_LASTS = timedelta(hours=1)
TALK_ENDS_SOON = timedelta(minutes=10)  # before it does
