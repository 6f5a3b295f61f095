"""Objects → HTML: no files, no globals, no MkDocs."""
