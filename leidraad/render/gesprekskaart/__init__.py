"""The gesprekskaart: one sheet for one conversation."""
