// Turns and enlarges an ID image by classes alone; by its buttons, or by the keys + - < > while the picture has the focus.
"use strict";

for (const viewer of document.querySelectorAll("[data-viewer]")) {
  const tools = viewer.querySelector(".viewer-tools");
  const stage = viewer.querySelector(".viewer-stage");
  const pane = viewer.querySelector(".viewer-window");
  let turned = 0;
  let larger = 0;

  const show = () => {
    stage.className = `viewer-stage turned-${turned} larger-${larger}`;
  };
  const does = {
    left: () => { turned = (turned + 3) % 4; },
    right: () => { turned = (turned + 1) % 4; },
    larger: () => { larger = Math.min(larger + 1, 4); },
    smaller: () => { larger = Math.max(larger - 1, 0); },
  };
  const keys = { "+": "larger", "-": "smaller", "<": "left", ">": "right" };

  tools.hidden = false;
  tools.addEventListener("click", (event) => {
    const button = event.target.closest("[data-do]");
    if (button) {
      does[button.dataset.do]();
      show();
    }
  });
  pane.addEventListener("keydown", (event) => {
    if (event.key in keys) {
      event.preventDefault();
      does[keys[event.key]]();
      show();
    }
  });
  pane.addEventListener("contextmenu", (event) => event.preventDefault());
}
