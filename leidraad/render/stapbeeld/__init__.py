"""Pictures of the steps to an edition of one's own."""
