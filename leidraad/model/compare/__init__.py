"""Two states of what was written → what changed, and what to look at again."""
