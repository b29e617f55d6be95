"""RapidOCR as the reader of text in pictures: its models come with the package, nothing is fetched."""

import logging
from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
from rapidocr import RapidOCR
from rapidocr.utils.output import RapidOCROutput

from detectors.id_text import TextLine

if TYPE_CHECKING:
    from PIL.Image import Image

MAX_SIDE = 2_400
MIN_SCORE = 0.3
_UPRIGHT = 1.5  # a box this many times as tall as wide holds a line read from top to bottom; so says the library

_SETTINGS = {
    "Global.log_level": "critical",
    "Global.use_cls": False,  # we turn the whole picture instead: a line of OCR-B upside down is not told apart
    "Global.text_score": MIN_SCORE,
    "Global.max_side_len": MAX_SIDE,
    "Det.limit_type": "max",
    "Det.limit_side_len": MAX_SIDE,
    "Rec.rec_batch_num": 1,  # one by one: half the memory
    "EngineConfig.onnxruntime.intra_op_num_threads": 1,
    "EngineConfig.onnxruntime.inter_op_num_threads": 1,
    "EngineConfig.onnxruntime.enable_cpu_mem_arena": False,
}


class RapidText:
    """Reads lines at any angle; only what stands upside down must be turned."""

    turns = (180,)

    def __init__(self) -> None:
        logging.getLogger("RapidOCR").setLevel(logging.CRITICAL)
        self._engine = RapidOCR(params=_SETTINGS)

    def lines(self, picture: "Image") -> Sequence[TextLine]:
        """The lines in an RGB picture."""
        found = self._engine(np.ascontiguousarray(np.asarray(picture)[:, :, ::-1]))  # the library wants blue first
        if not isinstance(found, RapidOCROutput) or found.boxes is None or found.txts is None or found.scores is None:
            return ()
        return [_line(box, text, score) for box, text, score in zip(found.boxes, found.txts, found.scores, strict=True)]


def _line(box: np.ndarray, text: str, score: float) -> TextLine:
    """One line from its four corners, which begin at the upper left and go clockwise."""
    along, down = box[1] - box[0], box[3] - box[0]
    length, height = float(np.hypot(*along)), float(np.hypot(*down))
    if height >= _UPRIGHT * length:
        along, length, height = down, height, length
    x, y = box.mean(axis=0)
    dx, dy = along / (length or 1.0)
    return TextLine(text, float(score), float(x), float(y), length, height, float(dx), float(dy))
