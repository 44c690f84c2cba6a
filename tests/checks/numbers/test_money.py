import pytest

from transloc.checks.numbers import figures, money
from transloc.checks.pair import Side


@pytest.mark.parametrize(
    ("text", "code", "whole"),
    [
        ("5 млн євро", "EUR", "5 млн євро"),
        ("5 млрд дол. США", "USD", "5 млрд дол"),
        ("5 тис. грн", "UAH", "5 тис. грн"),
        ("5 Mrd. Euro", "EUR", "5 Mrd. Euro"),
        ("3 млрд 200 млн грн", "UAH", "3 млрд 200 млн грн"),
        ("у 2005. Долари", "", "2005"),
        ("5 американських доларів", "USD", "5 американських доларів"),
        ("100 грн", "UAH", "100 грн"),
        ("100 гривень", "UAH", "100 гривень"),
        ("₴100", "UAH", "₴100"),
        ("UAH 2.5 million", "UAH", "UAH 2.5 million"),
        ("$5 million", "USD", "$5 million"),
        ("€3.1billion", "EUR", "€3.1billion"),
        ("5 mln złotych", "PLN", "5 mln złotych"),
        ("5 Millionen Euro", "EUR", "5 Millionen Euro"),
        ("500 фунтів стерлінгів", "GBP", "500 фунтів"),
        ("500 рублів", "RUB", "500 рублів"),
        ("5 осіб", "", "5"),
        ("5 European countries", "", "5"),
        ("12 reasons", "", "12"),
        ("Макрон 25 (€)", "", "25"),
    ],
)
def test_the_currency_beside_a_number(text, code, whole):
    (figure,) = figures.find(text)
    assert money.currency(figure, Side(text, "uk")) == code
    assert text[slice(*money.span(figure, text))] == whole


def test_a_text_without_money_is_known_at_once():
    assert not money.mentioned(Side("Загинуло 5 осіб у Єврейському кварталі", "uk"))
    assert money.mentioned(Side("cost €5", "uk"))
    assert money.mentioned(Side("за 5 грн", "uk"))
