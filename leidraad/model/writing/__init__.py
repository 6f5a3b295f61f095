"""The types → what an editor, a form and a new folder have to know to write a file."""
