"""Every page and change of the queues, with the action it needs."""

from desk.access import Action

QUEUE_ROUTES = [
    ("GET", "/queues", Action.SEE_QUEUES),
    ("GET", "/incidents", Action.HANDLE_INCIDENTS),
    ("GET", "/incidents/999", Action.HANDLE_INCIDENTS),
    ("POST", "/incidents/999/notes", Action.HANDLE_INCIDENTS),
    ("GET", "/authority", Action.HANDLE_AUTHORITY),
    ("POST", "/authority/999/date", Action.HANDLE_AUTHORITY),
    ("POST", "/authority/999/answered", Action.HANDLE_AUTHORITY),
    ("GET", "/end-users", Action.SEE_QUEUES),
    ("POST", "/end-users/999/forwarded", Action.DECIDE_QUEUES),
    ("POST", "/end-users/999/our-own", Action.DECIDE_QUEUES),
    ("GET", "/suppressions", Action.SEE_QUEUES),
    ("POST", "/suppressions/requests/999", Action.DECIDE_QUEUES),
    ("POST", "/suppressions/999/lift", Action.DECIDE_QUEUES),
    ("GET", "/agreements", Action.SEE_QUEUES),
    ("POST", "/agreements/999/authorise", Action.DECIDE_QUEUES),
]
