"""How fast a provider lets messages through."""


class Bucket:
    """Lets `burst` through at once, and then `rate` a second. Times in seconds, any epoch."""

    def __init__(self, rate: float, burst: float) -> None:
        self.rate = rate
        self.burst = burst
        self._level = burst
        self._at = 0.0

    def wait(self, now: float) -> float:
        """Seconds until the next one may pass: 0.0 when it may pass now."""
        self._level = min(self.burst, self._level + (now - self._at) * self.rate)
        self._at = now
        return max(0.0, (1 - self._level) / self.rate)

    def take(self) -> None:
        self._level -= 1
