"""Who else is in an article: told to its page with the answers that it asks for anyway."""

import zlib
from dataclasses import dataclass

from django.http import HttpRequest

from transloc.model import Event
from transloc.web import presence
from transloc.web.desk import At, Here
from transloc.web.presence import Somebody

#: Letters of an id of a segment or a page that are taken from a request.
_LONGEST = 80


@dataclass(frozen=True, slots=True)
class Company:
    """Everybody else in an article, and who else has claimed it."""

    people: tuple[Somebody, ...]
    holder: str = ""

    @property
    def token(self) -> str:
        """What tells a page that it knows this already. The end of a claim is left out: it moves with all that its holder does."""
        if not self.people and not self.holder:
            return ""
        return f"{zlib.crc32(repr((self.people, self.holder)).encode()):x}"

    def told(self) -> dict[str, object]:
        """Return it as a script reads it."""
        people = [{"name": one.name, "initials": one.initials, "rows": dict(one.rows)} for one in self.people]
        return {"token": self.token, "people": people, "holder": self.holder}


def keep(request: HttpRequest, here: Here, at: At, row: str = "") -> Company:
    """Take note that somebody has this page before them, and return who else is in the article.

    A page names itself in ``tab``, its open row in ``row``, and says with ``typing`` that there is unsaved text in it.
    """
    asked = request.GET
    place = (here.newsroom.project.root, at.article.slug, at.catalog.target_locale)
    known = {segment.id for segment in at.catalog}
    row = row or asked.get("row", "")[:_LONGEST]
    page = asked.get("tab", "")[:_LONGEST]
    acted = presence.everybody.seen(place, here.person, page, row if row in known else "", typing="typing" in asked)
    holder = at.duty.at_it(here.now)
    if acted and holder == here.person.id and at.duty.fades(here.now):
        here.newsroom.store.renew_claim(*place[1:], actor=here.person, at=here.now)
    people = presence.everybody.others(place, here.person.id)
    if not holder or holder == here.person.id:
        return Company(people)
    return Company(people, _name(here, people, holder))


def _name(here: Here, people: tuple[Somebody, ...], holder: str) -> str:
    known = {one.id: one.name for one in people}
    if holder not in known:
        known = {one.id: one.name for one in here.newsroom.store.people()}
    return known.get(holder, holder)


def who(event: Event | None) -> dict[str, str]:
    """Return who did something and when, as a script reads it; a machine by its own name."""
    if event is None:
        return {}
    return {"name": event.actor or event.origin, "at": event.at.isoformat(), "action": event.action}
