"""The desk as a program: one project, one address on this machine, until somebody stops it."""

import logging
import os
import signal
import socket
import sys
import threading
import webbrowser
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import waitress
from django.conf import settings
from django.core.management import call_command
from django.core.wsgi import get_wsgi_application

from transloc.errors import InputError, visible
from transloc.jobs.background import Background
from transloc.jobs.newsroom import Newsroom
from transloc.store import alone, place
from transloc.web import desk, mails, owner
from transloc.web.reach import Reach

#: Threads that answer requests: a browser asks for six things at once, and the desk is open in two tabs.
_THREADS = 12

#: Seconds for which one thread holds Python before another gets it. A request asks the database some thirty times, and would wait
#: for Python's own 5 ms each time while a file is mirrored.
_SHARE = 0.0005

#: Seconds for which the lock of the desk may be held by somebody who only looks whether it is open.
_GLANCE = 0.3

#: Ports that are tried, one after the other, where the first is in use.
_PORTS = 20

#: The largest request that is read at all: an article of 20 MB, and what a form puts around it.
_LARGEST = 48 * 1024 * 1024


def serve(newsroom: Newsroom, how: Reach, port: int, *, browse: bool, tell: Callable[[str], None]) -> None:
    """Serve ``newsroom`` until SIGINT or SIGTERM; ``tell`` gets a line for the address and, on this machine alone, for the link.

    Raises InputError where the port cannot be had, or the project is served already.
    """
    folder = place.made(newsroom.project.root)
    with _alone(folder) as placed, _listening(how, port) as listener:
        at = f"{how.url}/" if how.url else _url(listener)
        settings.SECRET_KEY = place.secret(newsroom.project.root)
        settings.SESSION_COOKIE_AGE = newsroom.project.session_hours * 3600
        how.settle(listener.getsockname()[1])
        _log()
        if port and not how.url and at != _url_of(how.address, port):
            tell(f"Port {port} is in use, so the desk took the next free one.")
        placed(at)
        link = "" if how.url else f"{at}start/{owner.issue()}/"
        _run(newsroom, listener, how, link, browse=browse, tell=tell)


def _run(newsroom: Newsroom, listener: socket.socket, how: Reach, link: str, *, browse: bool, tell: Callable[[str], None]) -> None:
    application = get_wsgi_application()
    call_command("clearsessions")
    server = waitress.create_server(
        application, sockets=[listener], threads=_THREADS, ident="transloc", max_request_body_size=_LARGEST, **how.of_waitress()
    )
    sys.setswitchinterval(_SHARE)
    with _stoppable(), Background(desk.open_in(newsroom), mails.Post()):
        with suppress(KeyboardInterrupt):  # the signal may come before the server listens to it
            _greet(newsroom, listener, how, link, tell)
            if browse and link and _has_display():
                threading.Thread(target=webbrowser.open, args=(link,), daemon=True).start()
            server.run()  # returns when a signal has come, and the requests under way are answered
        tell("Closing: what is under way is finished first. Ctrl-C once more ends at once.")
    tell("Closed. Everything is saved.")


def _greet(newsroom: Newsroom, listener: socket.socket, how: Reach, link: str, tell: Callable[[str], None]) -> None:
    project = visible(str(newsroom.project.root))
    if link:
        tell(f"The desk of {project} is open. Ctrl-C closes it.")
        tell(f"Your link, for one use within ten minutes: {link}")
        return
    if how.open_to_all:
        tell("Warning: without https everybody on the way can read passwords and texts. Put a proxy with a certificate before the desk.")
    tell(f"It listens at {_url(listener)}{f', behind a proxy at {how.proxy}' if how.proxy else ''}.")
    tell(f"The desk of {project} is open at {how.url}/ for everybody with an account. Ctrl-C closes it.")


@contextmanager
def _alone(folder: Path) -> Iterator[Callable[[str], object]]:
    """Keep a second server away from the project: it would draft and mirror beside the first."""
    kept = folder / place.SERVING
    with alone(folder / place.LOCK, seconds=_GLANCE) as ours:
        if not ours:
            where = f" at {kept.read_text(encoding='utf-8')}" if kept.exists() else ""
            raise InputError(f"the desk of this project is open already{where}", hint="Use that one, or close it with Ctrl-C")
        try:
            yield lambda at: kept.write_text(at, encoding="utf-8")
        finally:
            kept.unlink(missing_ok=True)


@contextmanager
def _listening(how: Reach, port: int) -> Iterator[socket.socket]:
    """Listen on ``port``, or the next one that is free where no team and no proxy expects this one; on any free one for 0."""
    address = how.address
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    last = min(port + (1 if how.url else _PORTS), 65_536) if port else 1
    for wanted in range(port, last):
        try:
            listener = socket.create_server((address, wanted), family=family, backlog=128)
        except PermissionError:
            raise InputError(f"port {wanted} belongs to the system", hint="Take one from 1024 on: --port 8765") from None
        except OSError as error:
            if wanted + 1 == last:
                which = f"no port from {port} to {wanted} can" if wanted > port else f"port {port} cannot"
                raise InputError(f"{which} be used ({error.strerror})", hint="Name another: --port N") from None
            continue
        with listener:
            yield listener
        return


def _url(listener: socket.socket) -> str:
    return _url_of(*listener.getsockname()[:2])


def _url_of(address: str, port: int) -> str:
    return f"http://[{address}]:{port}/" if ":" in address else f"http://{address}:{port}/"


@contextmanager
def _stoppable() -> Iterator[None]:
    """Let SIGTERM end the desk like Ctrl-C. Where Ctrl-C is ignored, in the background of a script, it stays so."""

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGTERM, stop)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _has_display() -> bool:
    """Tell whether a browser could show itself; without one, webbrowser would open a text browser over our lines."""
    return sys.platform in ("darwin", "win32") or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


class _OneLine(logging.Formatter):
    """A line a record: when, and what; the trace of what nobody foresaw follows."""

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(message)s", "%H:%M:%S")

    def format(self, record: logging.LogRecord) -> str:
        if record.name.startswith("django.security"):  # a request that was refused: its trace would tell nothing
            record.exc_info = record.exc_text = None
        return super().format(record)

    def formatMessage(self, record: logging.LogRecord) -> str:  # noqa: N802 -- logging's own name
        record.message = visible(record.message)
        return super().formatMessage(record)


def _log() -> None:
    """Write to standard error what a person at the terminal should know."""
    handler = logging.StreamHandler()
    handler.setFormatter(_OneLine())
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(logging.WARNING)
    logging.getLogger("transloc").setLevel(logging.INFO)
    logging.getLogger("django.request").setLevel(logging.ERROR)  # that a page was not found is no news
    logging.getLogger("axes").setLevel(logging.ERROR)  # who was kept out is in the record
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)  # likewise that a request waited
