"""``python -m benchmarks.keep_cldr``: make ``languages/cldr.json`` anew from the CLDR of the Babel that is installed."""

import json
from pathlib import Path

from transloc.languages import kept


def main() -> None:
    """Write the file, a locale a line."""
    rows = (f'"{locale}": {json.dumps(kept.ask(locale)._asdict(), ensure_ascii=False)}' for locale in kept.LOCALES)
    path = Path(kept.__file__).with_name("cldr.json")
    path.write_text("{\n" + ",\n".join(rows) + "\n}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
