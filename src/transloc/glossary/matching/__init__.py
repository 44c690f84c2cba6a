"""What the matcher is made of: tokens, the trie of forms, and the rule of letter case."""
