"""Names of people, places and things: found, told apart, heard alike."""
