"""Pictures for a shared address: what the core has in one, and how it is drawn."""
