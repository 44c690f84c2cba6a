"""Rows written without Django's own way: new ones, ones that replace, ones that leave what is there."""

import pytest
from django.db import IntegrityError

from store.desk import NOON
from transloc.store import bulk, models


def answer(text, identity="a"):
    from django.db import connection

    return {"identity": identity, "engine": "deepl", "text": text, "at": connection.ops.adapt_datetimefield_value(NOON)}


def texts():
    return dict(models.Answer.objects.values_list("identity", "text"))


@pytest.fixture
def written(desk):
    with desk.store._database.writing():
        yield


def test_new_rows_are_counted(written):
    assert bulk.write(models.Answer, [answer("One"), answer("Two", "b")]) == 2
    assert texts() == {"a": "One", "b": "Two"}
    assert models.Answer.objects.get(identity="a").at == NOON


def test_a_row_that_is_there_stays_or_is_replaced_as_one_asks(written):
    bulk.write(models.Answer, [answer("One")])
    assert bulk.write(models.Answer, [answer("Other"), answer("Two", "b")], keeping=True) == 1
    assert texts() == {"a": "One", "b": "Two"}
    bulk.write(models.Answer, [answer("Other")], replacing=("identity",))
    assert texts() == {"a": "Other", "b": "Two"}


def test_without_a_word_a_row_that_is_there_is_an_error(desk):
    with pytest.raises(IntegrityError), desk.store._database.writing():
        bulk.write(models.Answer, [answer("One"), answer("Other")])
    assert texts() == {}


def test_no_rows_are_none(written):
    assert bulk.write(models.Answer, []) == 0
