"""Figures of speed: one command, a table and a JSON file. Never run as tests: machines are noisy, so quote ratios of one run."""
