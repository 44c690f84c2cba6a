"""A program that translates where no network is: run in an empty network namespace, with the arguments of ``transloc``.

It brings loopback up, which a new namespace has down, makes sure that there is nothing else, and serves a language model there.
"""

import fcntl
import socket
import struct
import sys
from pathlib import Path

from fakes.llm_server import FakeLlm

_SET_FLAGS, _UP = 0x8914, 0x1

#: Where the project expects the language model.
PORT = 11434


def main() -> None:
    with socket.socket() as any_socket:
        fcntl.ioctl(any_socket, _SET_FLAGS, struct.pack("16sh14x", b"lo", _UP))
    devices = [line.split(":")[0].strip() for line in Path("/proc/net/dev").read_text().splitlines()[2:]]
    assert devices == ["lo"], devices

    from transloc.__main__ import main as transloc

    with FakeLlm(port=PORT):
        sys.argv[0] = "transloc"
        transloc()


if __name__ == "__main__":
    main()
