"""What the glossary says of a pair: which concepts a source names and a target answers for."""
