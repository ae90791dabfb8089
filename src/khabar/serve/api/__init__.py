"""The same data as JSON, for programs."""
