"""What the pages of accounts ask for."""

from typing import Any

from django import forms
from django.contrib.auth.password_validation import password_validators_help_texts, validate_password
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from transloc.store.models import User
from transloc.web import tongue

#: More signs than any password has, and than anybody may let us hash.
_LONGEST = 1000


def languages() -> list[tuple[str, object]]:
    """Return the languages of the pages that somebody may choose, that of their browser first."""
    return [("", _("As the browser says")), *tongue.offered()]


class SignIn(forms.Form):
    """A name or an e-mail address, and a password."""

    name = forms.CharField(max_length=300)
    password = forms.CharField(max_length=_LONGEST, strip=False)


class NewPassword(forms.Form):
    """A password, twice, as the validators of the settings want it; the old one before it where there is one to be asked for."""

    old = forms.CharField(required=False, max_length=_LONGEST, strip=False)
    new = forms.CharField(max_length=_LONGEST, strip=False)
    again = forms.CharField(max_length=_LONGEST, strip=False)

    def __init__(self, user: User, data: Any = None, *, ask_old: bool = False) -> None:
        super().__init__(data)
        self.user, self.ask_old = user, ask_old

    @property
    def help(self) -> list[str]:
        """What a password has to be like."""
        return password_validators_help_texts()

    def clean_old(self) -> str:
        """Compare the old password."""
        old: str = self.cleaned_data["old"]
        if self.ask_old and not self.user.check_password(old):
            raise ValidationError(_("This is not your password."))
        return old

    def clean(self) -> dict[str, Any]:
        """Compare the two, and judge them."""
        given: dict[str, Any] = self.cleaned_data
        new, again = given.get("new", ""), given.get("again", "")
        if new and again and new != again:
            self.add_error("again", _("The two passwords differ."))
        elif new:
            try:
                validate_password(new, self.user)
            except ValidationError as error:
                self.add_error("new", error)
        return given


class Settings(forms.Form):
    """What a person chooses for themselves."""

    email = forms.CharField(required=False, max_length=254)
    language = forms.ChoiceField(required=False, choices=languages)
    mails = forms.BooleanField(required=False)
