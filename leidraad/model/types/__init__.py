"""What may be written: a frozen type for each kind of file, on one base."""
