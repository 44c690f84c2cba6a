"""Work that spans rooms or takes long: opening a newsroom, mirroring it in git, drafting with an engine."""
