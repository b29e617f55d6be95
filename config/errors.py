"""What can be wrong with the configuration; each error is one sentence that names what to change."""


class SettingError(Exception):
    """A setting is wrong or missing."""


class PolicyError(Exception):
    """The policy file cannot be used."""


class LetterError(Exception):
    """A letter cannot be used as it stands in its file."""
