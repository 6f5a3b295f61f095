"""Built versions → what is online."""
