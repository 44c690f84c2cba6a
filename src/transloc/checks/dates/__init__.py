"""Days, months, weekdays and times of the day in a text."""
