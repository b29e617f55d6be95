"""One step, one file, one signature; their order stands in `ingest.pipeline.STEPS`."""
