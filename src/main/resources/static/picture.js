"use strict";
// Pictures by keyboard, and larger or smaller. Without this they are there all the same, with the table under them.
(() => {
  const STEP = 1.25;
  for (const figure of document.querySelectorAll("figure.picture")) {
    const svg = figure.querySelector("svg.picture");
    const region = figure.querySelector(".scroll");
    const words = figure.dataset;
    if (!svg || !region) continue;
    const marks = [...svg.querySelectorAll("a.mark")];
    const width = svg.viewBox.baseVal.width;
    const height = svg.viewBox.baseVal.height;
    const name = (mark) => mark.querySelector("title")?.textContent ?? "";

    const tools = document.createElement("div");
    tools.className = "tools";
    const told = document.createElement("output");
    const button = (sign, label, factor) => {
      const it = document.createElement("button");
      it.type = "button";
      it.className = "second";
      it.textContent = sign;
      it.setAttribute("aria-label", label);
      it.addEventListener("click", () => size(factor));
      tools.append(it);
    };
    let scale = 1;
    const size = (factor) => {
      scale = factor === 0 ? 1 : Math.min(5, Math.max(0.3, scale * factor));
      const middle = (region.scrollLeft + region.clientWidth / 2) / Math.max(1, region.scrollWidth);
      svg.style.width = width * scale + "px";
      svg.style.height = height * scale + "px";
      region.scrollLeft = middle * region.scrollWidth - region.clientWidth / 2;
    };
    button("+", words.larger, STEP);
    button("−", words.smaller, 1 / STEP);
    button("1:1", words.usual, 0);
    tools.append(told);
    region.before(tools);

    if (marks.length === 0) continue;
    // Where a picture is wider than the screen, the largest of circles of many sizes is seen first.
    const circles = marks.map((mark) => mark.querySelector("circle")).filter((circle) => circle);
    const radii = circles.map((circle) => circle.r.baseVal.value);
    if (region.scrollWidth > region.clientWidth && Math.max(...radii) > Math.min(...radii)) {
      const box = circles[radii.indexOf(Math.max(...radii))].getBoundingClientRect();
      region.scrollLeft += box.left + box.width / 2 - region.getBoundingClientRect().left - region.clientWidth / 2;
    }
    svg.removeAttribute("aria-hidden");
    svg.setAttribute("role", "group");
    svg.setAttribute("aria-label", words.marks);
    let current = 0;
    marks[0].setAttribute("tabindex", "0");
    const go = (to) => {
      marks[current].setAttribute("tabindex", "-1");
      current = Math.min(marks.length - 1, Math.max(0, to));
      marks[current].setAttribute("tabindex", "0");
      marks[current].focus();
    };
    svg.addEventListener("keydown", (event) => {
      const to = {
        ArrowRight: current + 1,
        ArrowDown: current + 1,
        ArrowLeft: current - 1,
        ArrowUp: current - 1,
        Home: 0,
        End: marks.length - 1,
      }[event.key];
      if (to === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
      event.preventDefault();
      go(to);
    });
    for (const [at, mark] of marks.entries()) {
      mark.setAttribute("aria-label", name(mark));
      mark.addEventListener("focus", () => {
        marks[current].setAttribute("tabindex", "-1");
        current = at;
        mark.setAttribute("tabindex", "0");
        told.textContent = name(mark);
        const box = mark.getBoundingClientRect();
        const around = region.getBoundingClientRect();
        if (box.left < around.left || box.right > around.right) {
          region.scrollLeft += box.left - around.left - region.clientWidth / 2;
        }
      });
      mark.addEventListener("pointerenter", () => (told.textContent = name(mark)));
    }
  }
})();
