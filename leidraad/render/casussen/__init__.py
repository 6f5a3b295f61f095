"""The invented cases."""
