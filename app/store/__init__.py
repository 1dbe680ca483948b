"""What stays on this computer: journals, settings, and the list of finished plays."""
