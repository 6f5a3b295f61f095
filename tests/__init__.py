"""Tests of the real command, the real site and a real browser."""
