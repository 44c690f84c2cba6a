"""What a text is as a whole: its letters, its length, its negations."""
