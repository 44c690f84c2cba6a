"""Numbers by value: in digits, in words, of money, of measures."""
