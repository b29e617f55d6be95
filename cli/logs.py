"""Where log lines go and what they look like; ids, counts and names of events, never personal data."""

import logging
import sys
from typing import Literal

import structlog


def configure_logs(form: Literal["json", "text"]) -> None:
    """Send every line, ours and the libraries', to standard error: as JSON for machines or as text for people."""
    shared: list[structlog.types.Processor] = [
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    renderer = structlog.processors.JSONRenderer(ensure_ascii=False) if form == "json" else structlog.dev.ConsoleRenderer(colors=False)
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
    )
    handler = logging.StreamHandler(sys.stderr)
    strip_traces = structlog.stdlib.ProcessorFormatter.remove_processors_meta
    handler.setFormatter(structlog.stdlib.ProcessorFormatter(foreign_pre_chain=shared, processors=[strip_traces, renderer]))
    logging.basicConfig(level=logging.WARNING, handlers=[handler], force=True)
    for ours in ("cli", "ingest", "desk", "jobs", "storage"):
        logging.getLogger(ours).setLevel(logging.INFO)
