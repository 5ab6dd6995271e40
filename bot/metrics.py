"""What is counted for `GET /metrics`. Labels are of fixed sets: never an id, a word, a number."""

from prometheus_client import Counter, Gauge, Histogram

ARRIVED = Counter("alongside_arrived_total", "Messages written down", ["channel"])
DUPLICATES = Counter("alongside_duplicates_total", "Messages that had arrived before", ["channel"])
FORGED = Counter("alongside_forged_total", "Webhook calls refused for their signature", ["channel"])
MALFORMED = Counter(
    "alongside_malformed_total", "Webhook calls that are not what they say", ["channel"]
)
IGNORED = Counter("alongside_ignored_total", "Messages that nobody can answer", ["channel"])
UNANSWERED_PRESSES = Counter(
    "alongside_unanswered_presses_total", "Button presses whose spinner could not be stopped"
)
TURNS = Counter("alongside_turns_total", "Turns taken", ["outcome"])
SENDS = Counter("alongside_sends_total", "Messages handed to a provider", ["channel", "outcome"])
WAITING = Gauge("alongside_waiting", "Rows waiting", ["room"])
CONCERNS = Counter(
    "alongside_concerns_closed_total",
    "Concerns closed, by whether they were one",
    ["kind", "was"],
)
TURN_SECONDS = Histogram("alongside_turn_seconds", "Seconds a batch of turns takes")
