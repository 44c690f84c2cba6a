import pytest

from transloc.hosts import alone, is_ip


@pytest.mark.parametrize(
    ("host", "true"),
    [
        *((host, True) for host in ("localhost", "127.0.0.1", "127.1.2.3", "::1")),
        *((host, False) for host in ("", "0.0.0.0", "192.168.1.7", "::", "desk.example.org", "localhost.example.org", "127.1")),
    ],
)
def test_which_names_are_this_machines_alone(host, true):
    assert alone(host) is true


@pytest.mark.parametrize(
    ("host", "true"),
    [
        *((host, True) for host in ("127.0.0.1", "0.0.0.0", "::1", "192.168.1.7")),
        *((host, False) for host in ("", "localhost", "[::1]", "127.1", "127.0.0.1:8765", "desk.example.org")),
    ],
)
def test_which_are_addresses_and_no_names(host, true):
    assert is_ip(host) is true
