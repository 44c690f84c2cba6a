"""DeepL through its official library: the engine, the connection, the glossaries on its server, its codes of languages."""

from transloc.engines.deepl.engine import DeepL, Usage
from transloc.engines.deepl.glossaries import Kept
from transloc.engines.deepl.tongues import source_language, target_language

__all__ = ["DeepL", "Kept", "Usage", "source_language", "target_language"]
