"""Django's admin for admins of the desk: accounts to keep, and the tables of everything else to look at."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.db.models import Model, QuerySet
from django.forms import ChoiceField, ModelForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from transloc.errors import InputError, Refused
from transloc.jobs.accounts import PATH
from transloc.jobs.newsroom import now
from transloc.model import Person, Role
from transloc.store import accounts, models, people, place
from transloc.store.models import User
from transloc.web import desk, names
from transloc.web.access import needs
from transloc.web.accounts import ways
from transloc.web.spoken import said, sentence
from transloc.web.views import sign_in
from transloc.wording import restored

if TYPE_CHECKING:
    _Form = ModelForm[User]
    _Table = admin.ModelAdmin[Any]
    _Users = QuerySet[User]
else:
    _Form, _Table = ModelForm, admin.ModelAdmin


class _Site(admin.AdminSite):
    """The pages. Whether somebody may see them follows from the role; signing in and out is the desk's own."""

    site_header = site_title = "transloc"
    index_title = gettext_lazy("Accounts and tables")
    site_url = "/"

    def has_permission(self, request: HttpRequest) -> bool:
        """Tell whether an admin asks."""
        return _admin(request)

    def admin_view(self, view: Any, cacheable: bool = False) -> Any:
        """Return a page that tells everybody else whose business it is."""
        return needs(Role.ADMIN)(super().admin_view(view, cacheable))

    def login(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        """Go on: who comes here is in already."""
        return redirect("admin:index")

    def logout(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:  # type: ignore[override] # a page of ours
        """Sign out as everywhere."""
        return sign_in.sign_out(request)

    def password_change(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:  # type: ignore[override] # likewise
        """Lead to one's own account."""
        return redirect("account")


def _admin(request: HttpRequest) -> bool:
    return isinstance(request.user, User) and request.user.is_active and Role(request.user.role).may(Role.ADMIN)


class _ReadOnly(_Table):
    """A table to look at: what is written here would go round the guards of the store."""

    ordering = ("-id",)
    list_per_page = 50
    show_full_result_count = False

    def has_module_permission(self, request: HttpRequest) -> bool:
        """Show it to admins."""
        return _admin(request)

    def has_view_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Show it to admins."""
        return _admin(request)

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Add nothing."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Change nothing."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Delete nothing."""
        return False


class _AccountForm(_Form):
    """What can be said of an account; nobody takes their own way in."""

    role = ChoiceField(choices=[(role.value, names.ROLES[role]) for role in Role])

    class Meta:
        """The fields."""

        model = User
        fields = ("name", "email", "role", "is_active")

    def clean_name(self) -> str:
        """Return the name as it is kept."""
        try:
            return people.normalised(self.cleaned_data["name"])
        except InputError as why:
            raise ValidationError(sentence(why)) from None

    def clean_email(self) -> str:
        """Return the address, which is nobody else's."""
        try:
            return accounts.address(self.cleaned_data["email"], self.instance if self.instance.pk else None)
        except (InputError, Refused) as why:
            raise ValidationError(sentence(why)) from None


class _Accounts(_ReadOnly):
    """Accounts: made, changed and stopped, never deleted, since what they have done stays."""

    form = _AccountForm
    ordering = ("name",)
    list_display = ("name", "email", "role", "is_active", "last_login")
    list_filter = ("role", "is_active")
    search_fields = ("name", "email")
    actions = ("link", "forget_factor", "forget_provider")

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Let admins add."""
        return _admin(request)

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Let admins change."""
        return _admin(request)

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        """Return what stays as it is: a name, which the record holds, and of one's own account what would shut oneself out."""
        if obj is None:
            return ("is_active",)
        return ("name", "role", "is_active") if obj.pk == request.user.pk else ("name",)

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """Keep the account, with its Event; somebody new gets a link."""
        actor, given = desk.here(request).person, form.cleaned_data
        if change:
            accounts.change(User.objects.get(pk=obj.pk), {name: given[name] for name in form.changed_data}, actor=actor, at=now())
            return
        made = accounts.add(given["name"], Role(given["role"]), given["email"], actor=actor, at=now())
        obj.pk = User.objects.get(public_id=made.person.id).pk
        obj.refresh_from_db()
        self._show(request, obj, actor)

    @admin.action(description=gettext_lazy("Make a new link to set a password"))
    def link(self, request: HttpRequest, queryset: "_Users") -> None:
        """Show a link for each of the accounts."""
        for user in queryset.filter(is_active=True):
            self._show(request, user, desk.here(request).person)

    def get_actions(self, request: HttpRequest) -> dict[str, Any]:
        """Return what can be done to accounts here, where the desk has such ways in."""
        there = {"forget_factor": ways.given().second_factor, "forget_provider": bool(ways.given().provider)}
        return {name: action for name, action in super().get_actions(request).items() if there.get(name, True)}

    @admin.action(description=gettext_lazy("Take the second factor off: the phone is lost"))
    def forget_factor(self, request: HttpRequest, queryset: "_Users") -> None:
        """Ask these people for no code any more; one's own is one's own account page's business."""
        self._forget(request, queryset, desk.current().newsroom().store.forget_factor)

    @admin.action(description=gettext_lazy("Part from the provider: the address has another owner there"))
    def forget_provider(self, request: HttpRequest, queryset: "_Users") -> None:
        """Link these accounts anew at the next sign-in."""
        self._forget(request, queryset, desk.current().newsroom().store.forget_provider)

    def _forget(self, request: HttpRequest, queryset: "_Users", forget: Callable[..., None]) -> None:
        for user in queryset.exclude(public_id=desk.here(request).person.id):
            try:
                forget(user.name, actor=desk.here(request).person, at=now())
            except InputError as why:
                messages.warning(request, said(why.message))
            else:
                messages.info(request, _("Done for %(name)s.") % {"name": user.name})

    def _show(self, request: HttpRequest, user: User, actor: Person) -> None:
        token = accounts.token(user, place.secret(desk.current().newsroom().project.root), actor=actor, at=now())
        url = request.build_absolute_uri(f"{PATH}{user.public_id}/{token}/")
        told = _("The link to set a password, for %(name)s alone, once and within three days: %(url)s")
        messages.info(request, told % {"name": user.name, "url": url})


class _Articles(_ReadOnly):
    list_display = ("slug", "title", "locale", "format", "external", "created", "updated")
    fields = ("slug", "path", "title", "locale", "format", "encoding", "external", "mirror", "digest", "created", "updated")
    search_fields = ("slug", "title")


class _Catalogs(_ReadOnly):
    list_display = ("article_id", "locale", "deadline", "revision", "assignee", "holder", "held")


class _Events(_ReadOnly):
    list_display = ("at", "actor", "action", "article", "locale", "segment", "note")
    search_fields = ("actor", "action", "article")


class _Comments(_ReadOnly):
    list_display = ("at", "author", "segment", "text", "settled")


class _Jobs(_ReadOnly):
    list_display = ("article", "locale", "engine", "state", "done", "total", "started", "finished", "stopped")
    exclude = ("error",)
    readonly_fields = ("stopped",)

    @admin.display(description=gettext_lazy("Why it stopped"))
    def stopped(self, job: models.Job) -> str:
        """Return why a draft did not come to its end, in the language of the page."""
        return said(restored(job.error))


class _Notifications(_ReadOnly):
    list_display = ("at", "person", "kind", "article", "locale", "segment", "seen", "mailed")


site = _Site()
site.register(User, _Accounts)
site.register(models.Article, _Articles)
site.register(models.Catalog, _Catalogs)
site.register(models.Event, _Events)
site.register(models.Comment, _Comments)
site.register(models.Job, _Jobs)
site.register(models.Notification, _Notifications)
