"""For authors: a scenario file becomes a Scenario, or a list of what to mend in it."""
