"""Parts that screens are made of: cards, panels, meters, painted scenes, and charts."""
