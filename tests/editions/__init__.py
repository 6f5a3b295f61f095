"""Tests of versions and publications, on the miniature framework."""
