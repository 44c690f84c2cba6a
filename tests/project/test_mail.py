"""The mail server of a project: what may stand in [mail], and what is told of what may not."""

import pytest

from fakes.settings import written
from transloc import project
from transloc.errors import InputError
from transloc.project import Mail, Security

SERVER = '[mail]\nhost = "mail.example.org"\nfrom = "desk@example.org"\n'


@pytest.mark.parametrize(
    ("lines", "port", "security"),
    [
        ("", 587, Security.STARTTLS),
        ('security = "tls"\n', 465, Security.TLS),
        ('security = "none"\n', 25, Security.NONE),
        ("port = 2525\n", 2525, Security.STARTTLS),
    ],
)
def test_the_port_follows_the_security_unless_it_is_named(tmp_path, lines, port, security):
    found = project.load(written(tmp_path, SERVER + lines)).mail
    assert found == Mail(host="mail.example.org", port=port, sender="desk@example.org", security=security)


def test_without_a_table_there_is_no_server(tmp_path):
    assert project.load(written(tmp_path, "")).mail is None


@pytest.mark.parametrize("sender", ["Desk <desk@example.org>", "Стіл перекладів <desk@example.org>", "desk@example.org"])
def test_the_sender_may_have_a_name(tmp_path, sender):
    assert project.load(written(tmp_path, SERVER.replace("desk@example.org", sender))).mail.sender == sender


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ('[mail]\nfrom = "desk@example.org"\n', 1, r"\[mail\] needs “host”"),
        ('[mail]\nhost = "mail.example.org"\n', 1, r"\[mail\] needs “from”"),
        (f'{SERVER}security = "ssl"\n', 4, "starttls, tls or none"),
        (f"{SERVER}port = 0\n", 4, "0 is not a port"),
        (f'{SERVER}password = "x"\n', 4, "unknown key “password”"),
        (f'{SERVER}user = "desk"\nsecurity = "none"\n', 5, "could be read on its way"),
        (SERVER.replace("desk@", "Desk <"), 3, "not an address"),
        (SERVER.replace("desk@example.org", "desk@example.org\\nBcc: all@example.org"), 3, "not an address"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(tmp_path, text, line, words):
    with pytest.raises(InputError, match=words) as told:
        project.load(written(tmp_path, text))
    assert told.value.line == line


def test_on_this_machine_a_user_needs_no_security(tmp_path):
    text = SERVER.replace("mail.example.org", "localhost") + 'user = "desk"\nsecurity = "none"\n'
    assert project.load(written(tmp_path, text)).mail.user == "desk"
