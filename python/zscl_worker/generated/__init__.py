"""Written by scripts/generate; never edited."""
