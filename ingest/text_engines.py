"""Which engine reads the text in pictures here."""

from detectors.id_text import TextReader


def engine_here() -> TextReader | None:
    """RapidOCR; where it cannot be loaded tesseract; None where neither is there, and a person looks."""
    try:
        from ingest.text_rapid import RapidText

        return RapidText()
    except Exception:  # noqa: BLE001 - whatever a native library says where the processor or the system does not suit it
        return _tesseract()


def _tesseract() -> TextReader | None:
    from ingest import text_tesseract

    return text_tesseract.TesseractText() if text_tesseract.is_installed() else None
