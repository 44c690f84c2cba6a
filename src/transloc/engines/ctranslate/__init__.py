"""Models of OPUS-MT, NLLB and Argos on this machine, through CTranslate2: which files are a model, and the engine."""

from transloc.engines.ctranslate.engine import CTranslate2

__all__ = ["CTranslate2"]
