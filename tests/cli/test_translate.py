import signal
import subprocess
import sys
import time

import pytest
from click.testing import CliRunner

from fakes.deepl_server import FakeDeepL
from fakes.desk import CONFIG, snapshot
from fakes.long_article import SIZE, drafted, environment, furnish, rows, sentences, use
from transloc.cli import cli
from transloc.formats import po
from transloc.jobs.sending import UNDER_WAY
from transloc.model import State

TEXTS = sentences(50)
CODES = [f"{text[:-1]} **{number}** раз." for number, text in enumerate(TEXTS)]
OWN_MODELS = '[models]\nfolder = "models"\n'

#: How often the DeepL library asks before it gives up.
TRIES = 6


@pytest.fixture
def fake(monkeypatch):
    with FakeDeepL() as server:
        use(server.url, monkeypatch, seconds=0.3)
        yield server


@pytest.fixture
def desk(tables, tmp_path, monkeypatch):
    def furnished(articles=None, **more):
        root = furnish(tmp_path / "desk", tables, {"long": TEXTS} if articles is None else articles, **more)
        monkeypatch.chdir(root)
        return root

    return furnished


def run(*arguments, exits=0):
    done = CliRunner().invoke(cli, ["translate", *arguments])
    if done.exception and not isinstance(done.exception, SystemExit):
        raise done.exception
    assert done.exit_code == exits, done.output
    return done


def mirrored(root, slug="long", locale="en"):
    """Return what the PO file has, by source."""
    path = root / "locales" / locale / f"{slug}.po"
    return {s.source: s.target for s in po.read(path.read_bytes(), path).catalog.segments if s.target}


def test_drafts_are_told_counted_and_mirrored(desk, fake):
    root = desk(settings='[style.en]\nvariant = "en-GB"\n')
    done = run()
    assert done.stdout == f"long (en): 50 from deepl, {fake.billed} characters billed, 0 left to people\n"
    assert done.stderr == "Engine: DeepL, because DEEPL_AUTH_KEY is set\n"
    assert mirrored(root) == drafted(root)
    assert len(drafted(root)) == 50
    assert run().stdout == "long (en): nothing to draft, 0 left to people\n"
    assert fake.stats()["paid_twice"] == 0


def test_a_dry_run_tells_the_price_and_changes_nothing(desk, fake):
    root = desk(settings="[engine]\ncost_per_million = 20.0\nmonthly_characters = 1000\n")
    before = snapshot(root)
    told = run("--dry-run").stdout.splitlines()
    assert snapshot(root) == before
    assert fake.calls == []
    (root / "transloc.toml").write_text('[project]\ntargets = ["en"]\n', encoding="utf-8")
    run()
    planned = f"0 segments without an engine, 50 for the engine ({fake.billed} characters), 0 for people"
    assert told == [
        f"long (en): {planned}. Engine: DeepL, because DEEPL_AUTH_KEY is set",
        f"Cost: {fake.billed * 20 / 1_000_000:.2f} at 20 a million characters",
        f"Budget: 0 of 1000 characters are spent this month, this would be {fake.billed} more: the run will stop before it exceeds it",
    ]
    assert "0 for the engine (0 characters)" in run("--dry-run").stdout


def test_one_locale_as_people_type_it(desk, fake):
    root = desk({"long": TEXTS[:3]}, targets=("en", "pl"))
    assert run("--to", "en-GB").stdout.startswith("long (en): 3 from deepl")
    assert mirrored(root, locale="pl") == {}


def test_a_budget_stops_the_run_with_a_sentence(desk, fake):
    root = desk(settings="[engine]\nmonthly_characters = 600\n")
    done = run(exits=2)
    assert "Error: this month's budget of 600 characters would be exceeded" in done.stderr
    assert "Raise monthly_characters in transloc.toml" in done.stderr
    assert f"long (en): {SIZE} from deepl, {fake.billed} characters billed, 30 left to people" in done.stdout
    assert fake.billed <= 600
    assert len(mirrored(root)) == SIZE


# -- what DeepL can do wrong: the second of three batches meets it


@pytest.mark.parametrize(
    ("faults", "sentence"),
    [
        ([403], "DeepL does not accept the key in DEEPL_AUTH_KEY. Copy it again from"),
        ([413], "DeepL finds the request too large. Split the segment"),
        ([400], "DeepL refused the request: scripted. Check the locales and the glossary"),
        ([456], "the characters of the DeepL account are used up for this period. See"),
        ([429] * TRIES, "DeepL gets too many requests. Try again in some minutes; what was drafted is kept"),
        ([500] * TRIES, "DeepL has a fault of its own (500). Try again in some minutes; what was drafted is kept"),
        ([503] * TRIES, "DeepL has a fault of its own (503). Try again in some minutes"),
        (["slow"] * 2, "DeepL did not answer in time. Try again later; what was drafted is kept"),
        (["cut"] * TRIES, "the connection to DeepL failed. Check the network, and DEEPL_SERVER_URL if it is set"),
    ],
)
def test_a_fault_is_one_sentence_and_the_next_run_goes_on(desk, fake, faults, sentence):
    root = desk()
    fake.fail("", *faults)
    done = run(exits=2)
    assert done.stderr.splitlines()[-1].startswith(f"Error: {sentence}")
    assert done.stdout.startswith(f"long (en): {SIZE} from deepl")
    assert len(mirrored(root)) == len(drafted(root)) == SIZE
    assert "30 from deepl" in run().stdout
    assert len(mirrored(root)) == 50
    assert fake.stats()["paid_twice"] == 0
    assert fake.billed == sum(map(len, TEXTS))


@pytest.mark.parametrize("faults", [[429], [503, 500], ["cut"]])
def test_what_passes_by_itself_is_not_even_told(desk, fake, faults):
    desk()
    fake.fail("", *faults)
    assert run().stdout.startswith("long (en): 50 from deepl")
    assert fake.stats()["paid_twice"] == 0


@pytest.mark.parametrize(
    ("fault", "sentence", "again"),
    [
        ("count", "20 × DeepL returned 19 translations for 20 texts. Try again, or translate them by hand", 50),
        ("garbage", "20 × DeepL answered with something that is no translation. Try again later", 50),
        ("empty", "20 × deepl gave an empty answer", 50),
        ("tags", "20 × deepl broke the inline codes", 30),
        ("source", "20 × deepl left it untranslated", 30),
    ],
)
def test_a_bad_answer_leaves_its_batch_to_people(desk, fake, fault, sentence, again):
    root = desk({"long": CODES})
    fake.fail("", fault)
    done = run()
    assert f"  {sentence}" in done.stderr
    assert "30 from deepl" in done.stdout
    assert "20 left to people" in done.stdout
    assert len(mirrored(root)) == 30
    run()
    assert len(mirrored(root)) == again


# -- engines and places


def test_without_a_key_and_a_model_the_work_goes_on_with_people(desk, monkeypatch):
    root = desk({"long": [*TEXTS[:3], "https://example.org"]}, settings=OWN_MODELS)
    monkeypatch.delenv("DEEPL_AUTH_KEY", raising=False)
    monkeypatch.setenv("FXTRANSLATE_RECORDS_URL", "http://127.0.0.1:1/records")
    done = run()
    assert done.stdout == "long (en): 1 from copy, 3 left to people\n"
    assert "cannot be reached" in done.stderr
    assert mirrored(root) == {"https://example.org": "https://example.org"}
    assert "cannot be reached" in run("--engine", "firefox", exits=2).stderr
    assert "No engine: there is no Firefox model uk→en on this machine; --offline forbids the network" in run("--offline").stderr


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--engine", "deep"], "there is no engine “deep”. Did you mean “deepl”?"),
        (["--engine", "deepl", "--offline"], "DeepL would send the text away, and --offline forbids it"),
        (["--to", "de"], "“de” is not a target of this project (en, pl)"),
        (["tram"], "there is no article “tram”. Articles: long"),
    ],
)
def test_what_cannot_be_meant(desk, fake, arguments, sentence):
    root = desk(targets=("en", "pl"))
    before = snapshot(root)
    assert sentence in run(*arguments, exits=2).stderr
    assert snapshot(root) == before
    assert fake.calls == []


def test_deepl_without_a_key(desk, monkeypatch):
    desk()
    monkeypatch.delenv("DEEPL_AUTH_KEY", raising=False)
    assert "DeepL needs a key in the environment variable DEEPL_AUTH_KEY" in run("--engine", "deepl", exits=2).stderr


def test_nothing_to_work_on_is_told(desk, fake):
    root = desk({})
    assert "There is no article yet" in run().stderr
    (root / "transloc.toml").write_text('[project]\ntargets = ["en", "pl"]\n', encoding="utf-8")
    assert "There is no catalog in pl yet" in run("--to", "pl").stderr


def test_an_article_without_that_locale_is_told(desk, fake):
    root = desk({"long": TEXTS[:3]})
    (root / "transloc.toml").write_text('[project]\ntargets = ["en", "pl"]\n', encoding="utf-8")
    assert "There is no catalog of long in pl yet. Make one with: transloc add FILE --to pl" in run("long", "--to", "pl").stderr


@pytest.mark.needs("unshare")
def test_an_article_that_may_not_leave_the_machine_needs_no_network_at_all(desk):
    root = desk({"long": ["https://example.org", *TEXTS[:3]]}, settings="external = false\n" + OWN_MODELS)
    command = ["unshare", "--map-root-user", "--net", sys.executable, "-m", "transloc", "translate"]
    done = subprocess.run(command, cwd=root, env=environment("http://127.0.0.1:1"), capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "long (en): 1 from copy, 3 left to people\n"), done.stderr
    assert "the article may not leave this machine" in done.stderr


# -- two runs at once, and Ctrl-C


def started(root, fake, *, requests):
    """Start the program, and return when it has sent so many requests."""
    code = "import signal; signal.signal(2, signal.default_int_handler); import transloc.__main__ as m; m.main()"
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
    asked = len(fake.requests)
    program = subprocess.Popen([sys.executable, "-c", code, "translate"], cwd=root, env=environment(fake.url), **pipes)
    while len(fake.requests) < asked + requests:
        assert program.poll() is None, program.communicate()
        time.sleep(0.005)
    return program


def test_a_second_run_at_the_same_time_is_refused_and_pays_nothing(desk, fake):
    root = desk()
    fake.seconds = 1.5
    with started(root, fake, requests=1) as first:
        assert "Error: long (en) is being translated already. Try again when it has ended" in run(exits=1).stderr
        fake.seconds = 0
        told, _ = first.communicate(timeout=60)
    assert (first.returncode, told.split(",")[0]) == (0, "long (en): 50 from deepl")
    assert fake.stats()["paid_twice"] == 0
    assert mirrored(root) == drafted(root)


def interrupted(root, fake, times):
    with started(root, fake, requests=2) as program:
        for _ in range(times):
            program.send_signal(signal.SIGINT)
            time.sleep(0.05)
        told, complaint = program.communicate(timeout=60)
    assert program.returncode == 130, complaint
    assert complaint.endswith("Stopped. What was drafted is kept; the same command goes on from there.\n")
    assert rows(root, "SELECT count(*) FROM store_job WHERE state = 'running'") == [(0,)]
    assert mirrored(root) == drafted(root)
    return told, complaint


def test_ctrl_c_waits_for_the_batch_that_is_paid_for(desk, fake):
    root = desk()
    fake.seconds = 0.8
    told, complaint = interrupted(root, fake, times=1)
    assert "Stopping after the batch that is under way, since it is paid for" in complaint
    assert told.startswith(f"long (en): {2 * SIZE} from deepl")
    assert len(drafted(root)) == 2 * SIZE
    fake.seconds = 0
    run()
    assert len(drafted(root)) == 50
    assert fake.stats()["paid_twice"] == 0


def test_ctrl_c_twice_stops_at_once(desk, fake):
    root = desk()
    fake.seconds = 0.8
    interrupted(root, fake, times=2)
    assert len(drafted(root)) < 50
    fake.seconds = 0
    run()
    assert len(drafted(root)) == 50
    assert fake.stats()["paid_twice"] <= UNDER_WAY
    assert rows(root, "SELECT error FROM store_job ORDER BY id") == [("interrupted",), ("",)]


def test_help_has_an_example():
    assert "transloc translate talks --to en --dry-run" in run("--help").stdout


STORY = """\
---
title: Хроніка
author: Олена Коваленко
---

- **24 листопада 2026 року**
- 24 листопада, 17:05
- 24 листопада 2026 року — відкрили міст
"""


def test_dates_and_bylines_are_drafted_by_rule_without_any_engine(empty):
    empty.write("transloc.toml", CONFIG + '\n[style.en]\nvariant = "en-US"\n')
    empty.write("articles/story.md", STORY)
    empty.run("add", "articles/story.md")
    assert "2 from cldr, 1 from romanised, 2 left to people" in empty.run("translate", "--offline").stdout
    segments = empty.catalog("story")
    drafts = {segment.source: (segment.target, segment.origin, segment.state) for segment in segments}
    assert drafts["24 листопада 2026 року"] == ("November 24, 2026", "cldr", State.TRANSLATED)
    assert drafts["24 листопада, 17:05"] == ("November 24, 5:05\u00a0PM", "cldr", State.TRANSLATED)
    assert drafts["Олена Коваленко"] == ("Olena Kovalenko", "romanised", State.TRANSLATED)
