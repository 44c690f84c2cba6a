"""Machine translation engines: text → text behind one protocol, one module a vendor, each vendor's library imported there alone."""
