"""Which candidates are worth telling."""
