"""Text in, findings out: pure functions, one module per kind of personal data."""
