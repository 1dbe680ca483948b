"""The review and the certificate on paper: one page each, as PDF."""
