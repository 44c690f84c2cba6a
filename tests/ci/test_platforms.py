"""What other projects take from here into their CI: the scripts are run as the platforms run them, but for the installation."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from ruamel.yaml import YAML

REPOSITORY = Path(__file__).parents[2]
HEADER = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Language: en\\n"\n"X-Source-Language: uk\\n"\n\n'
WRONG = 'msgctxt "u1.s1"\nmsgid "12 осіб"\nmsgstr "13 people"\n'
ACTION = YAML(typ="safe").load((REPOSITORY / "action.yml").read_text(encoding="utf-8"))
STEPS = {step["name"]: step for step in ACTION["runs"]["steps"]}
GITLAB = YAML(typ="safe").load((REPOSITORY / "ci" / "gitlab.yml").read_text(encoding="utf-8"))
HOOKS = YAML(typ="safe").load((REPOSITORY / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))


class Workspace:
    """A checkout on a runner where transloc is installed."""

    def __init__(self, root):
        self.root = root
        bin_ = root / "bin"
        bin_.mkdir()
        (bin_ / "transloc").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m transloc "$@"\n')
        (bin_ / "transloc").chmod(0o755)
        self.checkout = root / "checkout"
        self.write("glossary.csv", "id,uk,en\nkyiv,Київ,Kyiv\n")
        self.write("locales/en/talks.po", HEADER + WRONG)
        self.summary = root / "summary.md"

    def write(self, name, text):
        path = self.checkout / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def sh(self, script, folder=".", **more):
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("GITHUB_", "CI_"))}
        source = f"{REPOSITORY / 'src'}{os.pathsep}{kept.get('PYTHONPATH', '')}"
        environ = {**kept, "PATH": f"{self.root / 'bin'}:{kept['PATH']}", "PYTHONPATH": source, "PYTHONUTF8": "1", **more}
        command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script]
        return subprocess.run(
            command, cwd=self.checkout / folder, env=environ, capture_output=True, text=True, encoding="utf-8", check=False
        )

    def step(self, name, **inputs):
        """Run a step of the action as GitHub does, with the defaults of its inputs."""
        given = {key: one["default"] for key, one in ACTION["inputs"].items()} | {k.replace("_", "-"): v for k, v in inputs.items()}

        def filled(value):
            return re.sub(r"\$\{\{ inputs\.([\w-]+) \}\}", lambda found: given[found[1]], value)

        step = STEPS[name]
        assert "${{" not in step["run"], "what a user writes must not become part of a script"
        environ = {key: filled(value) for key, value in step["env"].items()}
        environ |= {"GITHUB_WORKSPACE": str(self.checkout), "GITHUB_STEP_SUMMARY": str(self.summary)}
        return self.sh(step["run"], filled(step["working-directory"]), **environ)


@pytest.fixture
def runner(tmp_path):
    return Workspace(tmp_path)


def annotations(done):
    return [line for line in done.stdout.splitlines() if line.startswith(("::error ", "::warning "))]


class TestAction:
    def test_a_wrong_translation_fails_on_its_line(self, runner):
        done = runner.step("Translations")
        assert done.returncode == 1, done.stderr
        (line,) = annotations(done)
        assert line.startswith("::error file=locales/en/talks.po,line=8,col=1,title=number::")
        assert "| error | number |" in runner.summary.read_text(encoding="utf-8")

    def test_a_fault_of_the_glossary_fails_on_its_line(self, runner):
        runner.write("glossary.csv", "id,uk,en\nkyiv,Київ,Kyiv\nkyiv,Одеса,Odesa\n")
        done = runner.step("Glossary")
        assert done.returncode == 1, done.stderr
        assert any(line.startswith("::error file=glossary.csv,line=3,") for line in annotations(done))

    def test_a_clean_project_passes(self, runner):
        runner.write("locales/en/talks.po", HEADER + WRONG.replace("13", "12"))
        assert [runner.step(name).returncode for name in ("Glossary", "Translations")] == [0, 0]

    def test_paths_come_one_a_line_and_may_hold_spaces_and_more(self, runner):
        name = "po/a b; touch injected.po"
        runner.write(name, HEADER + WRONG)
        done = runner.step("Translations", paths=f"{name}\nlocales/en/talks.po\n", glossary="glossary.csv", fail_on="warning")
        assert len(annotations(done)) == 2, done.stderr
        assert not (runner.checkout / "injected.po").exists()

    def test_nothing_that_is_given_runs(self, runner):
        runner.step("Translations", paths="$(touch injected)", glossary="`touch injected`", fail_on='"; touch injected; "')
        runner.step("Glossary", glossary="$(touch injected)", sarif="out")
        assert not (runner.checkout / "injected").exists()

    def test_sarif_goes_into_a_folder_and_still_fails(self, runner):
        assert runner.step("Glossary", sarif="reports").returncode == 0
        assert runner.step("Translations", sarif="reports").returncode == 1
        logs = {path.name: json.loads(path.read_text(encoding="utf-8")) for path in (runner.checkout / "reports").iterdir()}
        assert logs.keys() == {"glossary-lint.sarif", "check.sarif"}
        assert len(logs["check.sarif"]["runs"][0]["results"]) == 1
        assert len({log["runs"][0]["automationDetails"]["id"] for log in logs.values()}) == 2

    def test_a_baseline_lets_pass_what_it_knows(self, runner):
        runner.sh("transloc check --baseline known.json --write-baseline")
        assert runner.step("Translations", baseline="known.json").returncode == 0

    def test_a_project_in_a_folder_is_annotated_from_the_root(self, runner):
        runner.write("desk/locales/en/talks.po", HEADER + WRONG)
        (line,) = annotations(runner.step("Translations", working_directory="desk"))
        assert line.startswith("::error file=desk/locales/en/talks.po,")

    def test_what_cannot_be_read_fails_the_step_also_with_sarif(self, runner):
        done = runner.step("Translations", glossary="none.csv", sarif="reports")
        assert (done.returncode, done.stderr) == (1, "Error: none.csv: there is no such file. Check the name and the folder\n")

    def test_every_input_is_explained_and_used(self):
        written = (REPOSITORY / "action.yml").read_text(encoding="utf-8")
        assert [name for name, one in ACTION["inputs"].items() if not one["description"] or f"inputs.{name}" not in written] == []
        how_to = (REPOSITORY / "docs" / "how-to" / "ci.md").read_text(encoding="utf-8")
        assert [name for name in ACTION["inputs"] if f"`{name}`" not in how_to] == []


class TestGitlab:
    def test_a_job_fails_and_leaves_its_report(self, runner):
        job = GITLAB["transloc-check"]
        done = runner.sh("\n".join(job["script"]), CI_PROJECT_DIR=str(runner.checkout))
        assert done.returncode == 1
        (one,) = json.loads((runner.checkout / job["artifacts"]["reports"]["codequality"]).read_text(encoding="utf-8"))
        assert one["location"] == {"path": "locales/en/talks.po", "lines": {"begin": 8}}

    def test_a_clean_glossary_passes_with_an_empty_report(self, runner):
        job = GITLAB["transloc-glossary"]
        assert runner.sh("\n".join(job["script"])).returncode == 0
        assert json.loads((runner.checkout / job["artifacts"]["reports"]["codequality"]).read_text(encoding="utf-8")) == []


class TestHooks:
    @pytest.mark.parametrize("hook", HOOKS, ids=lambda hook: hook["id"])
    def test_the_command_of_a_hook_exists(self, runner, hook):
        assert runner.sh(f"{hook['entry']} --help").returncode == 0

    @pytest.mark.parametrize(
        ("hook", "name", "starts"),
        [
            ("transloc-check", "locales/en/talks.po", True),
            ("transloc-check", "glossary.csv", True),
            ("transloc-check", "articles/talks.md", False),
            ("transloc-glossary-lint", "desk/glossary.csv", True),
            ("transloc-glossary-lint", "locales/en/talks.po", False),
        ],
    )
    def test_a_hook_starts_for_what_concerns_it(self, hook, name, starts):
        (one,) = (one for one in HOOKS if one["id"] == hook)
        assert bool(re.search(one["files"], name)) is starts
