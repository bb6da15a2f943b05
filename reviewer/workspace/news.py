"""What happened, told after it is on disk."""

from collections.abc import Callable

from reviewer.domain.steps import News

Listener = Callable[[News], None]


class NewsDesk:
    """Hands each piece of news to everyone who listens, in the order they came."""

    def __init__(self) -> None:
        self._listeners: list[Listener] = []

    def listen(self, listener: Listener) -> None:
        """Call ``listener`` with every piece of news from now on."""
        self._listeners.append(listener)

    def stop(self, listener: Listener) -> None:
        """Call ``listener`` no more."""
        self._listeners.remove(listener)

    def tell(self, news: News) -> None:
        """Hand out a piece of news."""
        for listener in tuple(self._listeners):
            listener(news)
