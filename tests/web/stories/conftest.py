"""One person at the real desk: ``transloc serve`` as its own process, a project on disk, Debian's Chromium."""

from contextlib import ExitStack

import pytest

from fakes import bridge
from fakes.browser import Article
from fakes.deepl_server import FakeDeepL
from fakes.long_article import open_newsroom as newsroom
from fakes.long_article import translate, use
from fakes.open_desk import LastingDesk


@pytest.fixture(scope="session")
def undrafted(tables, tmp_path_factory):
    return bridge.build(tmp_path_factory.mktemp("bridge") / "desk", tables)


@pytest.fixture(scope="session")
def drafted(undrafted, tmp_path_factory):
    root = bridge.copy(undrafted, tmp_path_factory.mktemp("drafted") / "desk")
    with FakeDeepL() as deepl, pytest.MonkeyPatch.context() as patch, newsroom(root) as opened:
        use(deepl.url, patch)
        translate(opened, bridge.SLUG)
    return root


@pytest.fixture
def kept(drafted, tmp_path):
    """What is committed of the article, which is drafted."""
    return bridge.Kept(bridge.copy(drafted, tmp_path / "desk"))


@pytest.fixture
def desk(kept):
    with LastingDesk(kept.root) as opened:
        yield opened


@pytest.fixture
def signed_in(chromium, desk):
    """A browser whose owner is signed in: ``signed_in()`` makes one more, by a new start of the desk, as its link opens once."""
    with ExitStack() as made:

        def another():
            if contexts:
                desk.kill()
                desk.start()
            context = made.enter_context(chromium.new_context())
            context.request.get(desk.link)
            contexts.append(context)
            return context

        contexts = []
        yield another


@pytest.fixture
def tab(signed_in, desk):
    """The article in one tab; what its scripts complain of fails the test."""
    found = Article(signed_in().new_page(), desk.at).open(bridge.PATH)
    yield found
    assert found.errors == []
