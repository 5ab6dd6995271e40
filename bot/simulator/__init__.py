"""Strict stand-ins for the Telegram Bot API and Twilio, and a page of phones over them."""
