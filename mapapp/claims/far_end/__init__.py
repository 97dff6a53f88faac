"""What a distance is counted from: the place, border, coast or capital at the far end."""
