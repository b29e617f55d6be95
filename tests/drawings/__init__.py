"""Pictures that tests draw: identity documents of people who do not exist, and what is sent in their place."""
