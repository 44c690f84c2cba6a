"""``python -m benchmarks [NAME...]``: runs them, prints a table, keeps ``benchmarks/results/<name>.json``."""

import json
import sys
from pathlib import Path

from rich.console import Console
from rich.table import Table

from benchmarks import check, desk, documents, glossary, memory, segmentation, store, translate

#: ``documents`` and ``desk`` have tables of their own; see there.
ALL = {
    "check": check.figures,
    "glossary": glossary.figures,
    "memory": memory.figures,
    "segmentation": segmentation.figures,
    "store": store.figures,
    "translate": translate.figures,
}


def main(names: list[str]) -> None:
    results = Path(__file__).parent / "results"
    results.mkdir(exist_ok=True)
    table = Table("figure", "median", "low", "high", "unit", "target")
    for name in [name for name in names or ALL if name not in ("documents", "desk")]:
        figures = list(ALL[name]())
        (results / f"{name}.json").write_text(json.dumps([f.as_json() for f in figures], indent=1) + "\n", encoding="utf-8")
        for f in figures:
            table.add_row(f.name, f"{f.median:,.3g}", f"{f.low:,.3g}", f"{f.high:,.3g}", f.unit, f.target)
    if table.row_count:
        Console(width=120).print(table)
    if not names or "desk" in names:
        desk.main()
    if not names or "documents" in names:
        documents.main([], standalone_mode=False)


if __name__ == "__main__":
    main(sys.argv[1:])
