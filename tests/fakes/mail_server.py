"""A mail server on loopback that keeps what it is given: ``with MailServer() as server: …``."""

import email
import email.policy
import socket

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult


class MailServer:
    """``messages`` are the mails as their receiver's program reads them, each with ``to``, the addresses of its envelope.

    ``password``: only who signs in with it may send. ``refused``: addresses that it does not take.
    """

    def __init__(self, *, password="", refused=()):
        self.messages = []
        self.signed_in = []
        self._password, self._refused = password, refused
        self.port = _free()

    def __enter__(self):
        login = {"auth_required": True, "auth_require_tls": False, "authenticator": self._judge} if self._password else {}
        self._controller = Controller(self, hostname="127.0.0.1", port=self.port, **login)
        self._controller.start()
        return self

    def __exit__(self, *_):
        self._controller.stop()

    def _judge(self, server, session, envelope, mechanism, data):
        self.signed_in.append((data.login.decode(), data.password.decode()))
        return AuthResult(success=data.password.decode() == self._password)

    async def handle_RCPT(self, server, session, envelope, address, options):  # noqa: N802 -- its name there
        if address in self._refused:
            return "550 no such person"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):  # noqa: N802 -- likewise
        message = email.message_from_bytes(envelope.content, policy=email.policy.default)
        message.to = envelope.rcpt_tos
        self.messages.append(message)
        return "250 kept"

    def settings(self, **lines):
        """Return the ``[mail]`` that leads here."""
        given = {"host": "127.0.0.1", "port": self.port, "security": "none", "from": "Desk <desk@example.org>", **lines}
        return "\n[mail]\n" + "".join(f"{key} = {value!r}\n" for key, value in given.items())


def _free():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]
