"""Who is to do a catalog and who is at it, by name, and what the person who looks may do about that."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Self

from transloc.model import Person
from transloc.steps.duty import Duty
from transloc.store import Handed
from transloc.web.desk import Here


@dataclass(frozen=True, slots=True, kw_only=True)
class Crew:
    """The people of a newsroom: everybody by id, and those who may be given work. ``alone``: there is but one, and nothing to share out."""

    people: Mapping[str, Person]
    colleagues: tuple[Person, ...]

    @classmethod
    def of(cls, here: Here) -> Self:
        """Return the people of the newsroom that ``here`` is in."""
        accounts = here.newsroom.store.accounts()
        people = {account.person.id: account.person for account in accounts}
        return cls(people=people, colleagues=tuple(account.person for account in accounts if account.active))

    @property
    def alone(self) -> bool:
        """Whether there is nobody to share work with."""
        return len(self.colleagues) < 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Whose:
    """A duty as ``person`` sees it at the moment ``now``. ``handed`` is who assigned it to whoever has it now."""

    duty: Duty
    crew: Crew
    person: Person
    now: datetime
    handed: Handed | None = None

    @property
    def assignee(self) -> Person | None:
        """Who is to do it."""
        return self.crew.people.get(self.duty.assignee)

    @property
    def holder(self) -> Person | None:
        """Who is at it now."""
        return self.crew.people.get(self.duty.at_it(self.now))

    @property
    def group(self) -> str:
        """``mine`` what waits for this person, ``free`` what nobody has, else ``others``."""
        if self.duty.waits_for(self.person.id, self.now):
            return "mine"
        return "free" if self.duty.free(self.now) else "others"

    @property
    def given(self) -> Handed | None:
        """Who handed it to the person who looks, where another did."""
        return self.handed if self.handed and self.duty.assignee == self.person.id != self.handed.by else None

    @property
    def is_mine(self) -> bool:
        """Whether the person who looks is to do it."""
        return self.duty.assignee == self.person.id

    @property
    def may_claim(self) -> bool:
        """Whether nobody is at it."""
        return not self.crew.alone and not self.duty.at_it(self.now)

    @property
    def may_release(self) -> bool:
        """Whether the claim is theirs to end."""
        return self.holder is not None and self.duty.may_release(self.person, self.now)

    @property
    def may_give(self) -> bool:
        """Whether it is theirs to hand to anybody."""
        return not self.crew.alone and self.duty.may_give(self.person, self.now)

    @property
    def may_take(self) -> bool:
        """Whether it is nobody's, and theirs to take though not to hand out."""
        return not self.crew.alone and not self.may_give and self.duty.may_assign(self.person.id, self.person, self.now)
