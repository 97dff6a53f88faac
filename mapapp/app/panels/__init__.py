"""The parts of the page, each drawn by one function."""
