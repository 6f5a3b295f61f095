"""The form that writes a municipality's files."""
