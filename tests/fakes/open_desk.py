"""The desk as a program of its own, and a browser without JavaScript at its pages, over real HTTP on loopback."""

import re
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
from contextlib import ExitStack, contextmanager
from http.cookiejar import CookieJar
from pathlib import Path

import transloc
from fakes.long_article import environment
from transloc.store import alone, place

#: Seconds for the program to start or to end on a busy machine.
PATIENCE = 60


class OpenDesk:
    """``with OpenDesk(root) as desk: desk.get("/")``. ``said`` are the lines that it printed before the link, and the link.

    With ``--url`` it is the desk of a team, which prints no link: ``sign_in`` is the way in.
    """

    def __init__(self, root, *arguments, deepl="", browser=False, **environ):
        given = (*(arguments or ("--port", "0")), *(() if browser else ("--no-browser",)))
        command = [sys.executable, "-m", "transloc", "serve", *given]
        env = {name: value for name, value in environment(deepl).items() if deepl or not name.startswith("DEEPL")}
        env["PYTHONPATH"] = str(Path(transloc.__file__).parents[1])  # the very code that is tested
        pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "stdin": subprocess.DEVNULL}
        self.process = subprocess.Popen(command, cwd=root, text=True, encoding="utf-8", env=env | environ, **pipes)
        self.said = ""
        self.link = self.address = ""
        self.told = ("", "")

    def __enter__(self):
        while not self.address:
            line = self.process.stdout.readline()
            if not line:
                self.told = self.process.communicate()
                raise AssertionError(f"the desk did not open: {self.said}{self.told}")
            self.said += line
            self.link = (re.findall(r"http://\S+/start/\S+/", line) or [""])[0]
            self.address = self.link.partition("/start/")[0]
            if " is open at " in line:
                self.address = re.search(r"It listens at (http\S+)/", self.said)[1]
        self.browser = Browser()
        return self

    def __exit__(self, *_):
        if self.process.poll() is None:
            self.process.kill()
        if not self.process.stdout.closed:
            self.process.communicate()

    def enter(self):
        """Open the link, as the owner's browser does."""
        return self.get(self.link.removeprefix(self.address))

    def sign_in(self, name, password, **headers):
        """Fill in the form of the sign-in page; return status and text of the answer."""
        token = re.search(r'name="csrf" content="(\w+)"', self.get("/sign-in/", **headers)[1])[1]
        data = urllib.parse.urlencode({"csrfmiddlewaretoken": token, "name": name, "password": password}).encode()
        return self._ask(urllib.request.Request(self.address + "/sign-in/", data=data, headers=headers))

    def get(self, path, **headers):
        """Return status and text of a page."""
        return self._ask(urllib.request.Request(self.address + path, headers=headers))

    def post(self, path, **fields):
        token = re.search(r'name="csrf" content="(\w+)"', self.get("/account/")[1])[1]
        data = urllib.parse.urlencode({"csrfmiddlewaretoken": token, **fields}, doseq=True).encode()
        return self._ask(urllib.request.Request(self.address + path, data=data))

    def _ask(self, request):
        try:
            with self.browser.open(request) as answer:
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as error:
            with error:
                return error.code, error.read().decode()

    def stop(self, number=signal.SIGTERM):
        """Ask the desk to close, and return its exit status; ``told`` is what it printed then."""
        self.process.send_signal(number)
        self.told = self.process.communicate(timeout=PATIENCE)
        return self.process.returncode

    def kill(self):
        """End the desk at once, as a crash does."""
        self.stop(signal.SIGKILL)


class LastingDesk:
    """The desk of one project at one port through crashes: ``kill`` and ``start``. ``link`` opens once after each start."""

    def __init__(self, root, **given):
        self._root, self._given, self._port = root, given, "0"
        self._running = ExitStack()

    def __enter__(self):
        self.start()
        return self

    def __exit__(self, *_):
        self._running.close()

    def start(self):
        self._open = self._running.enter_context(OpenDesk(self._root, "--port", self._port, **self._given))
        self._port = self._open.address.rpartition(":")[2]
        self.link, self.at = self._open.link, f"{self._open.address}/"

    def kill(self):
        self._open.kill()


class Browser:
    """Keeps cookies; goes where a link leads, and tells where a form does (302)."""

    def __init__(self):
        cookies = urllib.request.HTTPCookieProcessor(CookieJar())
        self._follows = urllib.request.build_opener(cookies)
        self._stays = urllib.request.build_opener(cookies, _Stays)

    def open(self, request):
        return (self._stays if request.data else self._follows).open(request, timeout=30)


class _Stays(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_):
        return None


@contextmanager
def serving(root, address):
    """As if a desk of the project were open at ``address``; like one that was killed it leaves that behind."""
    folder = place.made(root)
    (folder / place.SERVING).write_text(address, encoding="utf-8")
    with alone(folder / place.LOCK) as ours:
        assert ours
        yield


def until(true, seconds=30.0):
    """Wait for something that happens in another process."""
    began = time.monotonic()
    while not true():
        assert time.monotonic() - began < seconds, "it has not happened"
        time.sleep(0.05)
    return time.monotonic() - began
