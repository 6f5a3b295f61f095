"""Steps, starting points and factors, and the map of the model."""
