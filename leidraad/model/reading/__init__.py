"""framework/ → the framework and its problems, as far as each file can be understood."""
