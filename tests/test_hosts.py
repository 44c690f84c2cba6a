import pytest

from transloc.hosts import alone


@pytest.mark.parametrize(
    ("host", "true"),
    [
        *((host, True) for host in ("localhost", "127.0.0.1", "127.1.2.3", "::1")),
        *((host, False) for host in ("", "0.0.0.0", "192.168.1.7", "::", "desk.example.org", "localhost.example.org", "127.1")),
    ],
)
def test_which_names_are_this_machines_alone(host, true):
    assert alone(host) is true
