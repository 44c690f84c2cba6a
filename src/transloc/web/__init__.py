"""The desk in the browser: HTTP request → load → step → save → template, one page a file."""
