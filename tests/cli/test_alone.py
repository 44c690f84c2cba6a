"""What may not leave the machine, translated where there is no network at all: native code opens sockets that nothing in Python sees."""

import subprocess
import sys

import pytest

from fakes import alone, tiny_firefox, tiny_model
from fakes.deepl_server import spell
from fakes.long_article import drafted, environment, furnish, sentences

TEXTS = sentences(5)


def settings(root, engine):
    tables = {
        "ctranslate2": f'[engine.ctranslate2]\nmodel = "{root / "ct2"}"\n',
        "llm": f'[engine.llm]\nserver = "http://127.0.0.1:{alone.PORT}/v1"\nmodel = "tiny"\n',
    }
    return f'[engine]\nname = "{engine}"\n{tables.get(engine, "")}[models]\nfolder = "{root / "models"}"\n'


def translate(root, *arguments):
    """Run the program in a network namespace of its own, with a key and a server of DeepL that it must not ask."""
    command = ["unshare", "--map-root-user", "--net", sys.executable, alone.__file__, "translate", *arguments]
    environ = environment("http://127.0.0.1:1")
    return subprocess.run(command, cwd=root, env=environ, capture_output=True, text=True, check=False, timeout=120)


@pytest.mark.needs("unshare")
@pytest.mark.parametrize("where", ["[project]", "[articles.long]"])
@pytest.mark.parametrize("engine", ["auto", "firefox", "ctranslate2", "llm"])
def test_engines_on_this_machine_work_without_a_network(tables, tmp_path, engine, where):
    root = tmp_path / "desk"
    lines = "external = false\n" if where == "[project]" else f"{where}\nexternal = false\n"
    furnish(root, tables, {"long": TEXTS}, settings=lines + settings(tmp_path, engine))
    tiny_model.opus(tmp_path / "ct2" / "opus-mt-uk-en")
    tiny_firefox.lay_out(tmp_path / "models" / "uk-en")
    done = translate(root)
    assert done.returncode == 0, done.stderr
    name = "firefox" if engine == "auto" else engine
    assert f"long (en): 5 from {name}, 0 left to people" in done.stdout
    assert drafted(root) == {text: spell(text) for text in TEXTS}
    assert not (root / "locales" / "en" / "long.po").exists()


@pytest.mark.needs("unshare")
@pytest.mark.parametrize("engine", ["deepl", "llm"])
def test_an_engine_elsewhere_is_refused_before_anything_is_opened(tables, tmp_path, engine):
    root = tmp_path / "desk"
    table = '[engine.llm]\nserver = "https://192.0.2.1/v1"\nmodel = "tiny"\n'
    furnish(root, tables, {"long": TEXTS}, settings=f"[articles.long]\nexternal = false\n{table}")
    done = translate(root, "--engine", engine)
    assert done.returncode == 2
    assert "would send the text away, and this article is marked external = false" in done.stderr
    assert drafted(root) == {}
