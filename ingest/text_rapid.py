"""RapidOCR as the reader of text in pictures: its models come with the package, nothing is fetched."""

import logging
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
from rapidocr import RapidOCR
from rapidocr.main import RapidOCRError

from detectors.id_text import TextLine

if TYPE_CHECKING:
    from PIL.Image import Image

SIDE = 960  # pixels: lines are looked for in the picture made as small as this, and read in the picture itself
MIN_SCORE = 0.3
SURE = 0.8  # the mean score of lines that stand as they should; upside down they score 0.5 to 0.75
MAX_LINES = 60
_LONG = 15  # times its height: a line of a letter; on an identity document few are so long
_MANY_LONG = 12
_VOTERS = 12
_UPRIGHT = 1.5  # a box this many times as tall as wide holds a line read from top to bottom; so says the library

_SETTINGS = {
    "Global.log_level": "critical",
    "Global.use_preprocess_img": False,
    "Global.use_vertical_padding": False,
    "Det.limit_type": "max",
    "Det.limit_side_len": SIDE,
    "Rec.rec_batch_num": 1,  # one by one: half the memory
    "EngineConfig.onnxruntime.intra_op_num_threads": 1,
    "EngineConfig.onnxruntime.inter_op_num_threads": 1,
    "EngineConfig.onnxruntime.enable_cpu_mem_arena": False,
}

Pixels = np.ndarray[Any, np.dtype[np.uint8]]
Corners = np.ndarray[Any, np.dtype[np.float32]]


class RapidText:
    """Reads lines at any angle; whether they stand upside down a small model tells, and in doubt the scores of both readings."""

    def __init__(self) -> None:
        logging.getLogger("RapidOCR").setLevel(logging.CRITICAL)
        self._engine = RapidOCR(params=_SETTINGS)

    def lines(self, picture: "Image") -> Sequence[TextLine]:
        """The lines in an RGB picture; of a page full of text the shorter ones, which hold titles and labels."""
        pixels = np.ascontiguousarray(np.asarray(picture)[:, :, ::-1])  # the library wants blue first
        try:
            cut, found = self._engine.detect_and_crop(pixels, {})
        except RapidOCRError:  # no text at all
            return ()
        boxes = [np.asarray(box) for box in found.boxes if box is not None] if found.boxes is not None else []
        chosen = _worth_reading(cut)
        return self._read([cut[i] for i in chosen], [boxes[i] for i in chosen])

    def _read(self, cut: Sequence[Pixels], boxes: Sequence[Corners]) -> list[TextLine]:
        is_upside_down = self._is_upside_down(cut)
        lines = self._recognised(cut, boxes, turned=is_upside_down)
        if _mean_score(lines) >= SURE:
            return lines
        return max(lines, self._recognised(cut, boxes, turned=not is_upside_down), key=_mean_score)

    def _is_upside_down(self, cut: Sequence[Pixels]) -> bool:
        voters = sorted(cut, key=lambda line: -line.shape[1])[:_VOTERS]
        _, votes = self._engine.cls_and_rotate(list(voters))
        return sum(score if label == "180" else -score for label, score in votes.cls_res or ()) > 0

    def _recognised(self, cut: Sequence[Pixels], boxes: Sequence[Corners], *, turned: bool) -> list[TextLine]:
        read = self._engine.recognize_txt([np.rot90(line, 2) if turned else line for line in cut])
        found = zip(boxes, read.txts or (), read.scores or (), strict=True)
        return [_line(box, text, float(score), turned=turned) for box, text, score in found if score >= MIN_SCORE and text.strip()]


def _worth_reading(cut: Sequence[Pixels]) -> list[int]:
    """Which lines to read: all, but of a page full of text only those that are shorter than its sentences."""
    lengths = [line.shape[1] / max(line.shape[0], 1) for line in cut]
    if sum(length > _LONG for length in lengths) < _MANY_LONG and len(cut) <= MAX_LINES:
        return list(range(len(cut)))
    short = [i for i, length in enumerate(lengths) if length <= _LONG]
    largest = sorted(short, key=lambda i: -cut[i].shape[0])[:MAX_LINES]
    return sorted(largest) or list(range(min(len(cut), _MANY_LONG)))


def _mean_score(lines: Sequence[TextLine]) -> float:
    return sum(line.score * len(line.text) for line in lines) / (sum(len(line.text) for line in lines) or 1)


def _line(box: Corners, text: str, score: float, *, turned: bool) -> TextLine:
    """One line from its four corners, which begin at the upper left and go clockwise."""
    along, down = box[1] - box[0], box[3] - box[0]
    length, height = float(np.hypot(*along)), float(np.hypot(*down))
    if height >= _UPRIGHT * length:
        along, length, height = down, height, length
    x, y = box.mean(axis=0)
    dx, dy = (-along if turned else along) / (length or 1.0)
    return TextLine(text, score, float(x), float(y), length, height, float(dx), float(dy))
