"""Clock door: what happens because time has passed."""
