"""The text that came in: readers for files, sentences, tokens, dateline, dates."""
