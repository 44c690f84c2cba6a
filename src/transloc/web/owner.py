"""The owner's one-time link, and the door: nobody who is not signed in sees a page."""
