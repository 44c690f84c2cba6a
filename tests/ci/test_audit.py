"""What the audit makes of what pip-audit tells it."""

import json
import subprocess

import pytest

from ci import audit

ADVISORY = {"id": "GHSA-1", "aliases": ["CVE-2026-1"], "fix_versions": ["2.1"], "description": "x"}
SAFE = {"name": "click", "version": "8.5.1", "vulns": []}
PASSED_OVER = {"name": "transloc", "skip_reason": "not on PyPI"}


def service(*installed, known=({"name": "django", "version": "3.2.0", "vulns": [ADVISORY]},)):
    """Answer as pip-audit does for the release that everybody knows, and for what is installed."""
    return lambda *arguments: known if "--requirement" in arguments else installed


def test_a_known_vulnerability_fails_and_is_told_with_the_way_out():
    status, told = audit.audit(service(SAFE, {"name": "django", "version": "5.2.1", "vulns": [ADVISORY]}))
    assert status == 1
    assert told == ["django 5.2.1: GHSA-1, CVE-2026-1, mended in 2.1", "Libraries audited: 2; vulnerabilities known: 1."]


def test_one_that_nobody_has_mended_says_so():
    _, (told, _) = audit.audit(service({"name": "x", "version": "1", "vulns": [{"id": "GHSA-2"}]}))
    assert told == "x 1: GHSA-2, not mended yet"


def test_nothing_known_passes_and_names_what_was_not_judged():
    assert audit.audit(service(SAFE, PASSED_OVER)) == (
        0,
        ["Libraries audited: 1; vulnerabilities known: 0; not known to the service: transloc."],
    )


@pytest.mark.parametrize("known", [(), ({"name": "django", "skip_reason": "not found"},), ({"name": "django", "vulns": []},)])
def test_a_service_that_knows_nothing_clears_nobody(known):
    asked = []

    def remember(*arguments):
        asked.append(arguments)
        return known

    assert audit.audit(remember) == (0, ["Not audited: no advisories can be asked for from here."])
    assert len(asked) == 1, "and nothing more is asked"


def test_a_service_that_falls_silent_in_between_does_not_pass():
    assert audit.audit(service())[0] == 1


@pytest.mark.parametrize(("printed", "found"), [(json.dumps({"dependencies": [SAFE], "fixes": []}), [SAFE]), ("", ()), ("Traceback …", ())])
def test_what_is_printed_is_read_and_a_crash_is_no_answer(monkeypatch, printed, found):
    done = subprocess.CompletedProcess([], 1, stdout=printed, stderr="requests.exceptions.ConnectionError")
    monkeypatch.setattr(audit.subprocess, "run", lambda *_, **__: done)
    assert audit.ask("--skip-editable") == found


def test_without_pip_audit_it_says_what_to_install(monkeypatch):
    done = subprocess.CompletedProcess([], 1, stdout="", stderr="python: No module named pip_audit")
    monkeypatch.setattr(audit.subprocess, "run", lambda *_, **__: done)
    with pytest.raises(SystemExit, match="pip-audit is not installed"):
        audit.ask()
