"""Who is told of what: in the transaction of what it tells of, once, and never of one's own acts."""

from dataclasses import replace
from datetime import timedelta
from hashlib import sha256

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from store.desk import NOON, RULES, SOURCES, article, catalog
from transloc.errors import StaleRevision
from transloc.model import Role
from transloc.states import Action, Change
from transloc.store import INTERRUPTED, News

FIRST, SECOND, THIRD = "u00000000.s1", "u00000001.s1", "u00000002.s1"
HOUR, MINUTE, DAY = timedelta(hours=1), timedelta(minutes=1), timedelta(days=1)


@pytest.fixture
def people(desk):
    """Alice translates, Bob edits; their names are known, as those of people who have signed in."""
    return desk.store.person("Alice Karr"), desk.store.person("Bob", role=Role.EDITOR), desk.store.person("Олена Гайдук")


def kinds(desk, person):
    return [one.kind for one in reversed(desk.store.notifications(person))]


def say(desk, text, author, *, segment=SECOND, at=NOON):
    return desk.store.comment("talks", "en", segment, author=author, text=text, at=at)


def hand(desk, person, *, deadline=None, holder=None, held=None):
    """Give a catalog to somebody, as the team's pages do."""
    from transloc.store import models

    values = {"assignee": person.id if person else "", "holder": holder.id if holder else "", "held": held}
    if deadline:
        desk.store.set_deadline("talks", "en", deadline, actor=desk.store.person("Bob"), at=NOON)
    models.Catalog.objects.filter(locale="en").update(**values)


# comments


def test_who_is_named_is_told_by_whom_where_and_in_which_words(desk, people):
    alice, bob, _ = people
    say(desk, "@bob, which ministers?", alice)
    (told,) = desk.store.notifications(bob)
    assert (told.kind, told.article, told.locale, told.segment, told.by) == (News.MENTIONED, "talks", "en", SECOND, "Alice Karr")
    assert (told.title, told.text, told.at, told.seen) == (desk.store.article("talks").title, "@bob, which ministers?", NOON, None)
    assert desk.store.notifications(alice) == ()


def test_nobody_is_told_that_they_named_themselves(desk, people):
    alice, *_ = people
    say(desk, "@Alice Karr: look again", alice)
    assert desk.store.unread(alice) == 0


def test_who_spoke_before_is_told_of_an_answer_and_once_where_it_names_them(desk, people):
    alice, bob, olena = people
    say(desk, "Which?", alice)
    say(desk, "Of defence.", bob)
    say(desk, "@Alice Karr is right", olena)
    say(desk, "Elsewhere", olena, segment=FIRST)
    assert kinds(desk, alice) == [News.COMMENTED, News.MENTIONED]
    assert kinds(desk, bob) == [News.COMMENTED]
    assert kinds(desk, olena) == []


def test_a_comment_that_is_not_written_tells_nobody(desk, people):
    alice, bob, _ = people
    with pytest.raises(Exception, match="there is no segment"):
        say(desk, "@Bob", alice, segment="u9.s1")
    assert desk.store.unread(bob) == 0


# sentences


def confirmed(desk, by, *segments):
    for segment in segments or (SECOND,):
        target = "They agreed <1>on everything</1>." if segment == THIRD else "The ministers met."
        desk.translate(segment, target, by=by)
        desk.do(segment, Action.CONFIRM, by=by)


def test_who_confirmed_is_told_of_a_rejection_with_its_sentence(desk, people):
    alice, bob, _ = people
    confirmed(desk, alice)
    desk.do(SECOND, Action.REJECT, by=bob, reason="which ministers?")
    (told,) = desk.store.notifications(alice)
    assert (told.kind, told.segments, told.segment, told.by) == (News.REWORKED, (SECOND,), SECOND, "Bob")
    assert desk.store.unread(bob) == 0


def test_many_changes_of_one_article_are_told_once_an_hour(desk, people):
    alice, bob, _ = people
    confirmed(desk, alice, FIRST, SECOND, THIRD)
    desk.do(FIRST, Action.REJECT, by=bob, reason="no")
    desk.translate(SECOND, "Ministers met.", by=bob, at=NOON + MINUTE)
    desk.do(THIRD, Action.REJECT, by=bob, reason="no", at=NOON + 2 * HOUR)
    late, early = desk.store.notifications(alice)
    assert (early.segments, late.segments) == ((FIRST, SECOND), (THIRD,))


def test_what_was_seen_is_news_again_and_one_line_still(desk, people):
    alice, bob, _ = people
    confirmed(desk, alice, FIRST, SECOND)
    desk.do(FIRST, Action.REJECT, by=bob, reason="no")
    desk.store.see(alice, at=NOON)
    desk.do(SECOND, Action.REJECT, by=bob, reason="no", at=NOON + MINUTE)
    (told,) = desk.store.notifications(alice)
    assert (told.segments, told.seen) == ((SECOND,), None)


def test_several_people_are_nobody_in_particular(desk, people):
    alice, bob, olena = people
    confirmed(desk, alice, FIRST, SECOND)
    desk.do(FIRST, Action.REJECT, by=bob, reason="no")
    desk.translate(SECOND, "Ministers met.", by=olena)
    assert [one.by for one in desk.store.notifications(alice)] == [""]


def test_signing_and_ones_own_changes_are_no_news(desk, people):
    alice, bob, _ = people
    confirmed(desk, alice, FIRST, SECOND)
    desk.do(FIRST, Action.SIGN_OFF, by=bob)
    desk.translate(SECOND, "Ministers met.", by=alice)
    assert desk.store.unread(alice) == 0
    desk.do(FIRST, Action.REOPEN, by=bob, reason="wait")
    assert kinds(desk, alice) == [News.REWORKED], "what was signed is vouched for less now"
    assert desk.store.unread(bob) == 0


def test_who_vouched_for_an_earlier_text_is_told_no_more(desk, people):
    alice, bob, olena = people
    confirmed(desk, alice)
    desk.translate(SECOND, "Ministers met.", by=bob)
    desk.do(SECOND, Action.CONFIRM, by=bob)
    desk.store.see(alice, at=NOON)
    desk.do(SECOND, Action.REJECT, by=olena, reason="no")
    assert desk.store.unread(alice) == 0
    assert kinds(desk, bob) == [News.REWORKED]


def test_a_change_that_is_refused_tells_nobody(desk, people):
    alice, bob, _ = people
    confirmed(desk, alice)
    with pytest.raises(StaleRevision):
        desk.do(SECOND, Action.REJECT, by=bob, reason="no", seen=0)
    assert desk.store.unread(alice) == 0


# articles


def taken_in(desk, by, sources):
    one = article(sources=sources)
    given = replace(catalog(one), revision=desk.store.catalog("talks", "en").revision)
    assert given.digest == sha256(one.document.data).hexdigest()
    desk.store.update_article(one, [given], actor=by, at=NOON)


def test_who_works_on_an_article_is_told_of_its_new_source(desk, people):
    alice, bob, olena = people
    hand(desk, alice, holder=olena, held=NOON + HOUR)
    taken_in(desk, bob, (*SOURCES[:3], "Кінець."))
    assert [kinds(desk, one) for one in people] == [[News.SOURCE_CHANGED], [], [News.SOURCE_CHANGED]]


def test_a_claim_that_has_run_out_and_the_same_source_are_no_news(desk, people):
    alice, bob, olena = people
    hand(desk, None, holder=olena, held=NOON - MINUTE)
    taken_in(desk, bob, (*SOURCES[:3], "Кінець."))
    hand(desk, alice)
    taken_in(desk, bob, (*SOURCES[:3], "Кінець."))
    assert [kinds(desk, one) for one in people] == [[], [], []]


def test_an_assignment_is_told_with_its_words_and_never_to_oneself(desk, people):
    alice, bob, _ = people
    desk.store.assign("talks", "en", bob, actor=bob, at=NOON)
    desk.store.assign("talks", "en", alice, actor=bob, at=NOON, note="  Two are left. ")
    (told,) = desk.store.notifications(alice)
    assert (told.kind, told.by, told.text) == (News.ASSIGNED, bob.name, "Two are left.")
    assert kinds(desk, bob) == []


# deadlines


def test_a_deadline_is_told_a_day_before_and_when_it_is_missed_once_each(desk, people):
    alice, *_ = people
    hand(desk, alice, deadline=NOON + 2 * DAY)
    for hours in (0, 23, 25, 26, 47, 49, 50, 90):
        desk.store.remind(NOON + hours * HOUR)
    missed, due = desk.store.notifications(alice)
    assert (due.kind, due.at, due.text) == (News.DUE, NOON + 25 * HOUR, (NOON + 2 * DAY).isoformat())
    assert (missed.kind, missed.at) == (News.MISSED, NOON + 49 * HOUR)


def test_a_deadline_that_was_moved_is_told_again(desk, people):
    alice, *_ = people
    hand(desk, alice, deadline=NOON + HOUR)
    desk.store.remind(NOON)
    hand(desk, alice, deadline=NOON + 2 * HOUR)
    desk.store.remind(NOON)
    assert kinds(desk, alice) == [News.DUE, News.DUE]


def test_what_is_done_long_past_or_nobodys_is_not_told(desk, people):
    alice, *_ = people
    hand(desk, None, holder=alice, deadline=NOON + HOUR)
    desk.store.remind(NOON)
    hand(desk, alice, deadline=NOON - 31 * DAY)
    desk.store.remind(NOON)
    hand(desk, alice, deadline=NOON + HOUR)
    for name in desk.ids():
        desk.do(name, Action.OMIT, by=alice, reason="not for them")
    desk.store.remind(NOON)
    assert kinds(desk, alice) == []


def test_deadlines_are_looked_for_without_reading_what_is_open_elsewhere(desk, people):
    hand(desk, people[0], deadline=NOON + 2 * DAY)
    with CaptureQueriesContext(connection) as asked:
        desk.store.remind(NOON)
    query = next(q["sql"] for q in asked.captured_queries if '"store_segment"' in q["sql"])
    with connection.cursor() as cursor:
        cursor.execute("EXPLAIN QUERY PLAN " + query)
        plan = [row[-1].replace("COVERING ", "") for row in cursor.fetchall()]
    assert [step.partition(" USING ")[2] for step in plan if "catalog_id" in step] == ["INDEX store_open (catalog_id=?)"]


# drafts


def test_who_queued_a_draft_is_told_why_it_failed(desk, people):
    alice, bob, _ = people
    desk.store.enqueue_job("talks", "en", at=NOON, actor=alice)
    job = desk.store.start_job("talks", "en", "deepl", total=4, at=NOON + MINUTE)
    desk.store.finish_job(job.id, at=NOON + HOUR, error="quota exceeded")
    (told,) = desk.store.notifications(alice)
    assert (told.kind, told.article, told.text, told.by) == (News.DRAFT_FAILED, "talks", "quota exceeded", "")
    assert desk.store.unread(bob) == 0
    assert "queued" in [event.action for event in desk.store.history("talks", "en")]


def test_a_draft_that_was_cut_short_has_not_failed_and_is_still_theirs(desk, people):
    alice, bob, _ = people
    desk.store.enqueue_job("talks", "en", at=NOON, actor=alice)
    job = desk.store.start_job("talks", "en", "deepl", total=4, at=NOON)
    desk.store.finish_job(job.id, at=NOON, error=INTERRUPTED)
    assert desk.store.unread(alice) == 0
    again = desk.store.enqueue_job("talks", "en", at=NOON + HOUR)
    desk.store.finish_job(again.id, at=NOON + HOUR, error="no engine")
    assert kinds(desk, alice) == [News.DRAFT_FAILED]
    desk.store.enqueue_job("talks", "en", at=NOON + 2 * HOUR, actor=bob)
    desk.store.finish_job(again.id + 1, at=NOON + 3 * HOUR, error="no engine")
    assert (kinds(desk, alice), kinds(desk, bob)) == ([News.DRAFT_FAILED], [News.DRAFT_FAILED])


def test_a_draft_that_went_well_is_no_news(desk, people):
    alice, *_ = people
    job = desk.store.enqueue_job("talks", "en", at=NOON, actor=alice)
    desk.store.finish_job(job.id, at=NOON)
    assert desk.store.unread(alice) == 0


# reading, forgetting


def test_they_are_read_the_latest_first_a_page_at_a_time(desk, people):
    alice, bob, _ = people
    for number in range(5):
        say(desk, f"@Bob {number}", alice)
    first = desk.store.notifications(bob, limit=3)
    rest = desk.store.notifications(bob, before=first[-1].id, limit=3)
    assert [one.text for one in (*first, *rest)] == [f"@Bob {number}" for number in (4, 3, 2, 1, 0)]


def test_one_is_seen_or_all_up_to_the_one_that_was_shown(desk, people):
    alice, bob, _ = people
    for number in range(4):
        say(desk, f"@Bob {number}", alice)
    last, third, second, first = desk.store.notifications(bob)
    desk.store.see(bob, at=NOON, number=second.id)
    desk.store.see(alice, at=NOON, number=first.id)
    assert desk.store.unread(bob) == 3
    desk.store.see(bob, at=NOON + HOUR, until=third.id)
    assert [one.seen for one in desk.store.notifications(bob)] == [None, NOON + HOUR, NOON, NOON + HOUR]
    assert desk.store.notification(last.id, person=bob) == last
    assert desk.store.notification(last.id, person=alice) is None


def test_what_was_seen_is_kept_for_ninety_days(desk, people):
    alice, bob, _ = people
    say(desk, "@Bob seen", alice)
    desk.store.see(bob, at=NOON)
    say(desk, "@Bob unseen", alice)
    desk.store.remind(NOON + 90 * DAY)
    assert len(desk.store.notifications(bob)) == 2
    desk.store.remind(NOON + 91 * DAY)
    assert [one.text for one in desk.store.notifications(bob)] == ["@Bob unseen"]


# mails


def write_to(person, **values):
    from transloc.store.models import User

    User.objects.filter(public_id=person.id).update(**values)


def test_letters_hold_what_was_not_seen_of_those_who_want_them(desk, people):
    alice, bob, olena = people
    say(desk, "@Bob @Олена Гайдук one", alice)
    say(desk, "@Bob two", alice, at=NOON + MINUTE)
    assert desk.store.letters(NOON + HOUR) == (), "nobody has an address"
    write_to(bob, email="bob@example.org", language="uk")
    write_to(olena, email="olena@example.org", mails=False)
    (letter,) = desk.store.letters(NOON + MINUTE)
    assert (letter.person.name, letter.address, letter.language) == ("Bob", "bob@example.org", "uk")
    assert [one.text for one in letter.news] == ["@Bob @Олена Гайдук one"], "what is younger waits"
    desk.store.mailed([one.id for one in letter.news], at=NOON)
    assert [one.text for one in desk.store.letters(NOON + HOUR)[0].news] == ["@Bob two"]
    desk.store.see(bob, at=NOON + HOUR)
    assert desk.store.letters(NOON + HOUR) == ()


def test_nobody_is_mailed_the_past(desk, people):
    alice, bob, _ = people
    say(desk, "@Bob", alice)
    write_to(bob, email="bob@example.org")
    assert desk.store.letters(NOON + 8 * DAY) == ()


def test_who_left_is_neither_named_nor_mailed(desk, people):
    alice, bob, _ = people
    write_to(bob, email="bob@example.org", is_active=False)
    say(desk, "@Bob", alice)
    assert desk.store.unread(bob) == 0


def test_changes_of_files_tell_as_those_of_the_desk_do(desk, people):
    alice, bob, _ = people
    confirmed(desk, alice)
    change = Change(action=Action.EDIT, at=NOON, actor=bob, target="Ministers met.")
    desk.store.change_many("talks", "en", [(SECOND, desk.segment(SECOND).revision, change)], rules=RULES, typed=False)
    assert kinds(desk, alice) == [News.REWORKED]
