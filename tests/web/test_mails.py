"""Mails: what nobody has seen at the desk goes out once, and a server that is away keeps nobody from working."""

import logging
from datetime import timedelta

import pytest
from django.core.mail import BadHeaderError

from fakes.mail_server import MailServer
from fakes.open_desk import serving
from fakes.site import Site
from transloc.jobs.newsroom import now
from transloc.store import Letter, News, Notification
from transloc.web import mails
from transloc.web.mails import Post

PRICE = "Вони коштують 480 млн гривень."
TITLE = "Львів купує 12 трамваїв"


class Clock:
    def __init__(self):
        self.now = 0.0

    def __call__(self):
        return self.now


class Office:
    """The small newsroom with a mail server, Bob who writes, and Olena who gets mails."""

    def __init__(self, site):
        self.site, self.store = site, site.store
        self.bob, self.olena = site.store.person("Bob"), site.store.person("Олена Гайдук")
        self.account(self.olena, email="olena@example.org")
        self.clock = Clock()
        self.post = Post(self.clock)

    def account(self, person, **values):
        from transloc.store import models

        models.User.objects.filter(public_id=person.id).update(**values)

    def say(self, words, *, minutes=2, by=None, slug="tram", source=PRICE):
        segment = self.site.segment(source, slug)
        at = now() - timedelta(minutes=minutes)
        return self.store.comment(slug, "en", segment.id, author=by or self.bob, text=words, at=at)

    def turn(self):
        self.post(self.site.current.newsroom())


@pytest.fixture
def server():
    with MailServer() as running:
        yield running


def settled(desk, server, **lines):
    with (desk.root / "transloc.toml").open("a", encoding="utf-8") as settings:
        settings.write(server.settings(**lines))


@pytest.fixture
def office(desk, server):
    settled(desk, server)
    with desk.newsroom() as newsroom:
        yield Office(Site(desk, newsroom))


def subject(message):
    return str(message["Subject"]).strip()


def body(message):
    return message.get_content().replace("\r\n", "\n")


def test_one_mail_holds_all_that_somebody_has_not_seen(office, server):
    office.say("@Олена Гайдук which\nprice?")
    office.say("@Олена Гайдук again")
    office.turn()
    (mail,) = server.messages
    assert mail["To"] == "olena@example.org"
    assert mail.to == ["olena@example.org"]
    assert mail["From"] == "Desk <desk@example.org>"
    assert subject(mail) == "2 notifications from the translation desk"
    assert mail["Auto-Submitted"] == "auto-generated"
    assert mail.get_content_type() == "text/plain"
    assert body(mail).startswith("News for Олена Гайдук from the translation desk:\n\n")
    assert f"* Bob mentioned you in “{TITLE}” (en)\n  | @Олена Гайдук which\n  | price?\n" in body(mail)
    assert "account page" in body(mail)


def test_it_goes_out_once(office, server):
    office.say("@Олена Гайдук")
    office.turn()
    office.turn()
    assert [subject(mail) for mail in server.messages] == [f"Bob mentioned you in “{TITLE}” (en)"]


def test_what_is_seen_or_new_or_not_wanted_does_not_go_out(office, server):
    office.say("@Олена Гайдук")
    office.store.see(office.olena, at=now())
    office.say("@Олена Гайдук", minutes=0)
    office.account(office.bob, email="bob@example.org", mails=False)
    office.say("@Bob", by=office.olena)
    office.turn()
    assert server.messages == []


def test_links_lead_to_the_desk_where_others_reach_it(office, server):
    with serving(office.site.desk.root, "http://127.0.0.1:8765/"):
        office.say("@Олена Гайдук one")
        office.turn()
    with serving(office.site.desk.root, "https://desk.example.org/"):
        office.say("@Олена Гайдук two")
        office.turn()
    alone, shared = map(body, server.messages)
    assert "http" not in alone
    (told, _) = office.store.notifications(office.olena)
    assert f"  https://desk.example.org/notifications/{told.id}/\n" in shared


def test_of_an_article_that_stays_here_the_title_alone_goes_out(desk, server):
    desk.write("transloc.toml", desk.read("transloc.toml") + "\n[articles.tram]\nexternal = false\n")
    settled(desk, server)
    with desk.newsroom() as newsroom:
        office = Office(Site(desk, newsroom))
        office.say("@Олена Гайдук the source is Petro")
        job = office.store.enqueue_job("tram", "en", at=now(), actor=office.olena)
        office.store.finish_job(job.id, at=now() - timedelta(minutes=2), error="at: Вони коштують")
        office.turn()
    (mail,) = server.messages
    assert TITLE in body(mail)
    assert "stays on this machine" in body(mail)
    assert "Petro" not in mail.as_string() + body(mail)
    assert "коштують" not in body(mail)


def test_it_is_in_the_language_of_the_person(office, server):
    from transloc.store import models

    office.account(office.olena, language="uk")
    models.Catalog.objects.filter(article__slug="tram").update(assignee=office.olena.id)
    due = (now() + timedelta(hours=3)).replace(month=11, day=5, hour=12)  # at no hour of the day another one in Kyiv
    office.store.set_deadline("tram", "en", due, actor=office.site.newsroom.owner(), at=now())
    office.store.remind(due - timedelta(hours=1))
    models.Notification.objects.update(at=now() - timedelta(minutes=2))
    office.turn()
    assert "5 листопада" in body(server.messages[0])


@pytest.mark.filterwarnings("ignore:Requiring AUTH")  # on loopback nobody reads it
def test_who_signs_in_gives_the_password_of_the_environment(desk, monkeypatch):
    monkeypatch.setenv("TRANSLOC_MAIL_PASSWORD", "horse battery")
    with MailServer(password="horse battery") as server:
        settled(desk, server, user="desk")
        with desk.newsroom() as newsroom:
            office = Office(Site(desk, newsroom))
            office.say("@Олена Гайдук")
            office.turn()
    assert server.signed_in == [("desk", "horse battery")]
    assert len(server.messages) == 1


def test_without_a_server_mails_are_printed(desk, capsys):
    with desk.newsroom() as newsroom:
        office = Office(Site(desk, newsroom))
        office.say("@Олена Гайдук look")
        office.turn()
    assert "To: olena@example.org" in capsys.readouterr().out


def test_a_server_that_is_away_is_told_once_and_tried_again_later_and_later(desk, caplog):
    caplog.set_level(logging.INFO, "transloc")
    server = MailServer()
    settled(desk, server)
    with desk.newsroom() as newsroom:
        office = Office(Site(desk, newsroom))
        office.say("@Олена Гайдук")
        for office.clock.now in (0, 10, 59, 61, 100, 180):
            office.turn()
        (said,) = [record.getMessage() for record in caplog.records if record.name.startswith("transloc")]
        assert "mail server cannot be used" in said
        with server:
            office.turn()
            assert server.messages == [], "the third try comes two minutes after the second"
            office.clock.now = 182
            office.turn()
    assert len(server.messages) == 1
    assert caplog.records[-1].getMessage() == "The mail server can be used again"


def test_an_address_that_is_not_taken_keeps_no_other_from_its_mail(desk, caplog):
    with MailServer(refused=("olena@example.org",)) as server:
        settled(desk, server)
        with desk.newsroom() as newsroom:
            office = Office(Site(desk, newsroom))
            anna = office.store.person("Anna")
            office.account(anna, email="anna@example.org")
            office.say("@Олена Гайдук @Anna")
            office.turn()
            office.turn()
    assert [mail.to for mail in server.messages] == [["anna@example.org"]]
    (said,) = [record.getMessage() for record in caplog.records if record.name.startswith("transloc")]
    assert "A mail to Олена Гайдук was not taken" in said
    assert "no such person" in said


def test_what_was_not_marked_goes_out_again(office, server, monkeypatch):
    office.say("@Олена Гайдук")
    with monkeypatch.context() as patch:
        patch.setattr(type(office.store), "mailed", lambda *_, **__: (_ for _ in ()).throw(OSError("power cut")))
        office.turn()
    office.clock.now = 61
    office.turn()
    assert len(server.messages) == 2


@pytest.mark.parametrize("by", ["Bob\nBcc: all@example.org", "Bob\r\nX-Evil: 1"])
def test_no_name_writes_a_header(office, server, by):
    told = Notification(id=1, kind=News.ASSIGNED, article="tram", locale="en", title="T", at=now(), by=by)
    made = mails.message(office.site.newsroom, Letter(office.olena, "olena@example.org", "", (told,)), mails.connection(None))
    with pytest.raises(BadHeaderError):
        made.message()


def test_a_title_of_two_lines_is_one_line_of_the_subject(office, server):
    from transloc.store import models

    models.Article.objects.filter(slug="tram").update(title="Львів\r\nBcc: all@example.org")
    office.say("@Олена Гайдук")
    office.turn()
    (mail,) = server.messages
    assert subject(mail) == "Bob mentioned you in “Львів Bcc: all@example.org” (en)"
    assert (mail["Bcc"], mail.to) == (None, ["olena@example.org"])


def test_an_address_with_a_line_break_is_written_to_nobody(office, server, caplog):
    office.account(office.olena, email="olena@example.org\nBcc: all@example.org")
    office.say("@Олена Гайдук")
    office.turn()
    assert server.messages == []
    assert "was not taken" in caplog.text
