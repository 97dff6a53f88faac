"""What a report states: quantity, unit, hedge, direction, and the words that join them to two ends."""
