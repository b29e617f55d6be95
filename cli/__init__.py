"""Command-line door and composition root: builds settings, store and mailbox once, wires the rest."""
