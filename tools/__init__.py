"""What works on the game and is no part of it: set-up, the download, translations, pictures."""
