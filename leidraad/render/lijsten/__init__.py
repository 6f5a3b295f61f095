"""The lists: terms, sources, everything from A to Z."""
