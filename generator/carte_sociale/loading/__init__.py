"""Files to records, or to problems with their positions."""
