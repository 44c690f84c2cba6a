"""Any bytes load or give one clear sentence, and what loads comes back: checked on documents that nobody would write.

``python -m benchmarks.fuzz --cases 100000`` is the long run; the tests make a short one of the same parts.
"""
