"""Asks whether a library that is installed here has a vulnerability that is known: ``make audit``, by pip-audit and PyPI's advisories.

A service that cannot be reached, or that knows no advisories, finds nothing either. So it is asked first about a release whose
vulnerabilities everybody knows: where it tells of none, that is said in one line, and no failure; nothing was judged then.
"""

import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

#: A release that has been insecure since 2021.
KNOWN = "django==3.2.0"

Answer = Sequence[Mapping[str, Any]]
"""What pip-audit tells of each library: its ``name``, and ``version`` and ``vulns``, or why it was passed over (``skip_reason``)."""


def ask(*arguments: str) -> Answer:
    """Return what pip-audit tells; nothing where the service does not answer."""
    command = [sys.executable, "-m", "pip_audit", "--format", "json", "--progress-spinner", "off", "--timeout", "5", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 -- no shell reads it
    if "No module named pip_audit" in done.stderr:
        sys.exit("pip-audit is not installed: pip install --group dev")
    try:
        found: Answer = json.loads(done.stdout)["dependencies"]
    except (ValueError, KeyError):
        return ()
    return found


def knows(asked: Callable[..., Answer]) -> bool:
    """Tell whether there is a service that knows advisories."""
    with tempfile.TemporaryDirectory() as folder:
        listed = Path(folder) / "requirements.txt"
        listed.write_text(f"{KNOWN}\n", encoding="utf-8")
        return any(one.get("vulns") for one in asked("--requirement", str(listed), "--no-deps", "--disable-pip"))


def audit(asked: Callable[..., Answer] = ask) -> tuple[int, list[str]]:
    """Return the exit status, 1 where a vulnerability is known, and what is to be said, a line each."""
    if not knows(asked):
        return 0, ["Not audited: no advisories can be asked for from here."]
    found = asked("--skip-editable")
    if not found:
        return 1, ["Not audited: the service tells of one release and not of those that are installed."]
    unknown = sorted(one["name"] for one in found if "skip_reason" in one)
    lines = [f"{one['name']} {one['version']}: {_told(each)}" for one in found for each in one.get("vulns", ())]
    aside = f"; not known to the service: {', '.join(unknown)}" if unknown else ""
    return int(bool(lines)), [*lines, f"Libraries audited: {len(found) - len(unknown)}; vulnerabilities known: {len(lines)}{aside}."]


def _told(vulnerability: Mapping[str, Any]) -> str:
    names = ", ".join((vulnerability["id"], *vulnerability.get("aliases", ())))
    mended = ", ".join(vulnerability.get("fix_versions", ()))
    return f"{names}, {f'mended in {mended}' if mended else 'not mended yet'}"


if __name__ == "__main__":
    status, told = audit()
    print(*told, sep="\n")  # noqa: T201 -- what the command is for
    sys.exit(status)
