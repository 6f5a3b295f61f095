"""Packages: for learning systems, and a municipality's new folder."""
