"""framework/ → model → checks → render → outputs → editions → site/."""
