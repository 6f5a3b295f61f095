"""Slides for who leads a meeting: agenda → slides as data → .pptx → that of an edition."""
