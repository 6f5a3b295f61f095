"""Edition → files beside the pages: one module per kind, each a generator of (path, bytes) that writes nothing."""
