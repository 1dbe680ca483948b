"""What a finished play leaves behind: data for machines, documents for people."""
