"""How Chromium is started here: for the tests, the measurements and the pictures alike."""

import shutil

PROGRAM = shutil.which("chromium") or "/usr/bin/chromium"
#: For tests, the same engine without windows where it is installed, which opens a new page in half the time.
SHELL = shutil.which("chromium-headless-shell") or PROGRAM

#: Without a sandbox, since a test may run as root; without what would ask other hosts.
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
