"""The case of a tab → the page where its sheet, text and file are made."""
