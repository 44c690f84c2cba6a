"""How Chromium is started here: for the tests, the measurements and the pictures alike."""

import shutil

#: The headless shell of the same package where it is installed: the same engine without windows, which opens a new page in half the time.
PROGRAM = shutil.which("chromium-headless-shell") or shutil.which("chromium") or "/usr/bin/chromium"

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
