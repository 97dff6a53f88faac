"""Where: the site of an incident among the places a report names, and what stands in where none is known."""
