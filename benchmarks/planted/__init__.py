"""Faults planted one a segment into translations that are right: which share is caught, beside the false alarms.

``python -m benchmarks.planted ARTICLES.jsonl [--source uk] [--target en] [--show 3]``; a line of the file is an article,
``{"segments": [{"uk": "…", "en": "…"}, …]}``. Each module here holds one group of faults in its ``FAULTS``.
"""
