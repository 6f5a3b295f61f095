"""Tests of the site as the real command builds it, in a real headless Chromium."""
