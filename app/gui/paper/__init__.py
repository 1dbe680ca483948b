"""Reviews, certificates and the report of a workshop on paper, as PDF."""
