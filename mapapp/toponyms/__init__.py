"""Find the places in a report."""
