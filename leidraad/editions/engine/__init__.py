"""One run of the engine, and the marks that serve every edition."""
