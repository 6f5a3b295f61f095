"""framework/ → frozen objects that know their file, line and column, plus problems."""
