"""Each number of the policy beside its paragraph, and the settings of this installation."""
