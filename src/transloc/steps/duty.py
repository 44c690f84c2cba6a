"""Who is to work on a catalog, and who is at it: what each person may do about that, in plain rules without a database."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from transloc.model import Person, Role

#: A claim lasts so long after the last thing that its holder did there.
HOLD = timedelta(minutes=30)

#: What was renewed less than this ago is not written again.
_OFTEN = timedelta(minutes=2)


@dataclass(frozen=True, slots=True)
class Duty:
    """``assignee`` is who is to work on a catalog, ``holder`` who says “I am at it”, until ``held``; ids of people, empty for nobody."""

    assignee: str = ""
    holder: str = ""
    held: datetime | None = None

    def at_it(self, now: datetime) -> str:
        """Return who is at it, empty where nobody is: a claim ends by itself."""
        return self.holder if self.held and now < self.held else ""

    def fades(self, now: datetime) -> bool:
        """Tell whether the claim runs, and has done so long enough to be renewed."""
        return self.held is not None and now < self.held < now + HOLD - _OFTEN

    def waits_for(self, person: str, now: datetime) -> bool:
        """Tell whether it is theirs: they are to do it, or are at it."""
        return person in (self.assignee, self.at_it(now))

    def free(self, now: datetime) -> bool:
        """Tell whether nobody is to do it and nobody is at it."""
        return not self.assignee and not self.at_it(now)

    def may_give(self, actor: Person, now: datetime) -> bool:
        """Tell whether ``actor`` may hand it to others: an editor, whoever is to do it, and whoever is at what is nobody's."""
        return actor.role.may(Role.EDITOR) or actor.id == (self.assignee or self.at_it(now))

    def may_assign(self, to: str, actor: Person, now: datetime) -> bool:
        """Tell whether ``actor`` may have ``to`` (empty: nobody) do it; everybody may take what is nobody's."""
        return self.may_give(actor, now) or (not self.assignee and to == actor.id)

    def may_release(self, actor: Person, now: datetime) -> bool:
        """Tell whether ``actor`` may end the claim: its holder, and an editor."""
        return actor.role.may(Role.EDITOR) or actor.id == self.at_it(now)
