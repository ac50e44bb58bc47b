// Buttons that copy what stands beside them. Without it the text is there to be selected.
"use strict";
for (const button of document.querySelectorAll("button[data-copy]")) {
  const source = document.getElementById(button.dataset.copy);
  const words = button.textContent;
  button.hidden = false;
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(source.textContent.trim());
      button.textContent = button.dataset.done;
      setTimeout(() => { button.textContent = words; }, 2000);
    } catch {
      // No clipboard here, as over plain HTTP: once selected, it is copied by keyboard.
      getSelection().selectAllChildren(source);
    }
  });
}
