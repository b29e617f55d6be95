"""Who sits at the command line."""

import getpass


def operator() -> str:
    """The operator as the audit trail names them."""
    return f"shell/{getpass.getuser()}"[:40]
