"""The relatives of a name: what a right translation may say in its stead, and what running text calls a person.

A place has its adjective and its people («Президент Франції» is "the French President"); a person is mostly called by the surname.
Only the target's side has relatives of places: «французький» in a source is no mention of «Франція».
"""

from transloc.glossary.families.persons import Called, surname_forms, surnames
from transloc.glossary.families.places import called, known, related

__all__ = ["Called", "called", "known", "related", "surname_forms", "surnames"]
