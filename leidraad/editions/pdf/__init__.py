"""A built edition → tagged PDF files."""
