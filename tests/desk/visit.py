"""A person at the web door without a browser: keeps cookies, sends forms with the token of the page they stood on."""

import re

import httpx

from tests.desk.office import PASSWORD

_TOKEN = re.compile(r'name="csrf" value="([^"]+)"')


class Visit:
    """One person's requests, over a real connection."""

    def __init__(self, address: str, language: str = "en") -> None:
        self.client = httpx.Client(base_url=address, headers={"accept-language": language, "origin": address})
        self.token = ""

    def get(self, path: str) -> httpx.Response:
        """Open a page."""
        return self._remember(self.client.get(path))

    def post(self, path: str, **fields: str) -> httpx.Response:
        """Send a form from the page opened last."""
        return self._remember(self.client.post(path, data={"csrf": self.token, **fields}))

    def sign_in(self, name: str, password: str = PASSWORD) -> "Visit":
        """Come in; the user is named after the role."""
        self.get("/signin")
        answer = self.post("/signin", name=name, password=password)
        assert answer.status_code == 303, answer.text
        self.get("/")
        return self

    def _remember(self, answer: httpx.Response) -> httpx.Response:
        found = _TOKEN.search(answer.text)
        self.token = found[1] if found else self.token
        return answer
