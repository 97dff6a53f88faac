"""What a distance is stated of: the place, thing or event at the near end."""
