"""Whether words tell of something that happened, and of what type: triggers, realis, openings, background."""
