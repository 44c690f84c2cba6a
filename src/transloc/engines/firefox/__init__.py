"""Mozilla's translation models on this machine, through ``fxtranslate``: the engine, and the models that it reads."""

from transloc.engines.firefox.engine import Firefox, load
from transloc.engines.firefox.models import default_models, route

__all__ = ["Firefox", "default_models", "load", "route"]
