"""The policy as small pure functions; `casework` holds the use cases, over the `Store` protocol."""
