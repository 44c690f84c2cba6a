"""Mails: what somebody has not seen after a minute goes to them by e-mail, if they want that, all of it in one.

A mail is marked as sent after it was: after a crash in between it goes out twice, and never not at all.
"""

import logging
import os
import time
from collections.abc import Callable
from datetime import timedelta
from smtplib import SMTPDataError, SMTPException, SMTPRecipientsRefused
from zoneinfo import ZoneInfo

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from transloc.jobs.newsroom import Newsroom, now
from transloc.project import PASSWORD, Mail, Security
from transloc.store import Letter, Notification
from transloc.web import address, news

_LOG = logging.getLogger("transloc.mail")

#: So long somebody has to see it at the desk.
_PATIENCE = timedelta(minutes=1)

#: Seconds until a server or an address that failed is tried again, and at the longest.
_FIRST, _MOST = 60.0, 3600.0

#: Seconds for which a server is waited for.
_TIMEOUT = 20

_SMTP, _CONSOLE = (f"django.core.mail.backends.{name}.EmailBackend" for name in ("smtp", "console"))

#: Who mails are from where nobody has said it, and they are only printed.
_NOBODY = "transloc@localhost"


class _Later:
    """What failed, and when it may be tried again: after a minute, then twice as long each time."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._failed: dict[str, tuple[float, float]] = {}

    def waits(self, what: str) -> bool:
        return self._clock() < self._failed.get(what, (0.0, 0.0))[0]

    def fail(self, what: str) -> bool:
        """Note that it failed; returns whether that is new."""
        _, before = self._failed.get(what, (0.0, 0.0))
        pause = min(2 * before or _FIRST, _MOST)
        self._failed[what] = self._clock() + pause, pause
        return not before

    def succeed(self, what: str) -> bool:
        """Note that it went well; returns whether that is new."""
        return self._failed.pop(what, None) is not None


class Post:
    """Writes to everybody for whom there is news: one turn of the background. A server that is away keeps nobody from working."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._later = _Later(clock)

    def __call__(self, newsroom: Newsroom) -> None:
        """Send what waits; what fails is told in one line, and tried again later."""
        if self._later.waits(""):
            return
        letters = [one for one in newsroom.store.letters(now() - _PATIENCE) if not self._later.waits(one.address)]
        if not letters:
            return
        try:
            with connection(newsroom.project.mail) as line:
                for letter in letters:
                    self._send(newsroom, letter, line)
        except (SMTPException, OSError) as error:
            if self._later.fail(""):
                _LOG.warning("The mail server cannot be used (%s). Mails wait, and are tried again later", error)
        else:
            if self._later.succeed(""):
                _LOG.info("The mail server can be used again")

    def _send(self, newsroom: Newsroom, letter: Letter, line: BaseEmailBackend) -> None:
        try:
            message(newsroom, letter, line).send()
        except (SMTPRecipientsRefused, SMTPDataError, ValueError) as error:  # this mail alone: its address, or what is in it
            if self._later.fail(letter.address):
                _LOG.warning("A mail to %s was not taken (%s). It is tried again later", letter.person.name, error)
            return
        self._later.succeed(letter.address)
        newsroom.store.mailed([one.id for one in letter.news], at=now())


def connection(server: Mail | None) -> BaseEmailBackend:
    """Return the line to the mail server; without one, mails are printed to standard output."""
    if server is None:
        return get_connection(_CONSOLE)
    return get_connection(
        _SMTP,
        host=server.host,
        port=server.port,
        username=server.user,
        password=os.environ.get(PASSWORD, "") if server.user else "",
        use_tls=server.security is Security.STARTTLS,
        use_ssl=server.security is Security.TLS,
        timeout=_TIMEOUT,
    )


def message(newsroom: Newsroom, letter: Letter, line: BaseEmailBackend) -> EmailMessage:
    """Return the mail, in the language of the person; of an article that stays on this machine it holds the title alone."""
    with translation.override(letter.language or settings.LANGUAGE_CODE):
        told = [_told(newsroom, one) for one in letter.news]
        mail = newsroom.project.mail
        return EmailMessage(
            subject=_subject(newsroom, letter.news),
            body="\n\n".join([_("News for %(name)s from the translation desk:") % {"name": letter.person.name}, *told, _last()]) + "\n",
            from_email=mail.sender if mail else _NOBODY,
            to=[letter.address],
            headers={"Auto-Submitted": "auto-generated"},  # RFC 3834: no machine answers
            connection=line,
        )


def _subject(newsroom: Newsroom, told: tuple[Notification, ...]) -> str:
    if len(told) == 1:
        return _sentence(newsroom, told[0])
    count = len(told)
    return ngettext("%(count)d notification from the translation desk", "%(count)d notifications from the translation desk", count) % {
        "count": count
    }


def _told(newsroom: Newsroom, one: Notification) -> str:
    lines = [f"* {_sentence(newsroom, one)}"]
    if words := news.said(one):
        kept = _("The article stays on this machine, so what was said is not in this mail.")
        lines += [f"  | {line}" for line in words.splitlines()] if _may_leave(newsroom, one) else [f"  {kept}"]
    if at := address.public(newsroom.project.root):
        lines.append(f"  {at.rstrip('/')}{reverse('opened', args=(one.id,))}")
    return "\n".join(lines)


def _sentence(newsroom: Newsroom, one: Notification) -> str:
    zone: ZoneInfo = newsroom.project.zone()
    return news.sentence(one, zone, whole=_may_leave(newsroom, one))


def _may_leave(newsroom: Newsroom, one: Notification) -> bool:
    return one.external and newsroom.project.may_leave(one.article)


def _last() -> str:
    return _("You can switch these mails off on your account page.")
