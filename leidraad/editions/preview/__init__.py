"""The author's loop: what was saved → the page that is open, at once; no build comes here."""
