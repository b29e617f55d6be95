"""Mail door: connect, fetch, parse, walk the steps, shelve what breaks."""
