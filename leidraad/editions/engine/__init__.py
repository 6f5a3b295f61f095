"""One run of the engine, with gaps that every edition fills in."""
