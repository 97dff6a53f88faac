"""The words that reports of incidents are written in: lists of words, and a sentence cut into them."""
