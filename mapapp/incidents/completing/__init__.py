"""What is known once incidents stand: days and places said elsewhere, actors, attribution, figures."""
