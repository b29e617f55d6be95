"""The pages of the queues beside the requests."""

from desk import authority, dpa, end_users, incidents, queues, suppression_api, suppressions

QUEUE_DOORS = (queues, incidents, authority, end_users, suppressions, suppression_api, dpa)
