"""How a message is read for risk: its wording, the signs in it, and how they weigh."""
