"""The activities."""
