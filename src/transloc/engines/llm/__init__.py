"""A language model behind any OpenAI-compatible address: the engine, what it is told, the line to it."""

from transloc.engines.llm.engine import Llm

__all__ = ["Llm"]
