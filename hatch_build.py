"""What a build makes of the sources: the compiled words of the pages, which git does not hold."""

from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class Words(BuildHookInterface[Any]):
    """Compiles the catalogs for a wheel and for an editable install; both take them along as artifacts."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Write the .mo files; raises where a catalog cannot be read."""
        if self.target_name != "wheel":
            return
        spec = spec_from_file_location("compiled", Path(self.root, "src/transloc/web/compiled.py"))
        assert spec
        assert spec.loader
        module = module_from_spec(spec)
        spec.loader.exec_module(module)
        made = [path.relative_to(self.root).as_posix() for path in module.compiled()]
        if not made:
            raise FileNotFoundError("no catalog of words was found")
        build_data["artifacts"] += made
