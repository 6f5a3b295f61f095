"""The guided routes."""
