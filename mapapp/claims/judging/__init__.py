"""What the map says of a claim: verdict, reason, alarms, figures that disagree."""
