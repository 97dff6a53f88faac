"""Which sentences tell of one incident, which incidents are parts of another."""
