"""The painted pictures of the story, one module each, all vector, all ours."""
