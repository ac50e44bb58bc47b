// The examples beside the editor: found by words, put into it without losing what was there.
import { root, t, count, folded, element } from "./words.js";

let asked = null;
const texts = () => asked ??= fetch(root + "query/examples").then(answer => answer.json());

/** Makes the list searchable, and its links fill the editor. */
export function examples(editor, tell) {
  const section = document.getElementById("examples");
  const groups = [...section.querySelectorAll("details:has(.examples)")];
  // Beside the editor there is room for them; below it they are opened by who wants them.
  if (matchMedia("(max-width: 63.99rem)").matches) groups.forEach(group => group.open = false);
  const wasOpen = groups.map(group => group.open);
  const input = element("input", { type: "search", id: "examples-filter", autocomplete: "off", spellcheck: "false" });
  const found = element("p", { class: "note", role: "status" });
  section.querySelector("h2").after(
    element("p", { class: "filter" }, element("label", { for: input.id }, t("examples.filter")), input), found);

  input.addEventListener("input", () => {
    const wanted = folded(input.value).split(/\s+/).filter(word => word !== "");
    let shown = 0;
    groups.forEach((group, i) => {
      let here = 0;
      for (const item of group.querySelectorAll("li")) {
        const text = folded(item.textContent + " " + item.dataset.keywords);
        item.hidden = !wanted.every(word => text.includes(word));
        if (!item.hidden) here++;
      }
      group.hidden = here === 0;
      group.open = wanted.length === 0 ? wasOpen[i] : true;
      shown += here;
    });
    found.textContent = wanted.length === 0 ? "" : count("examples", shown);
  });

  section.addEventListener("click", async event => {
    const link = event.target.closest("a[data-example]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    const text = (await texts())[link.dataset.example];
    // One change, so that one step back brings what was there.
    editor.replaceRange(text, { line: 0, ch: 0 }, { line: editor.lastLine() }, "example");
    editor.setCursor({ line: 0, ch: 0 });
    editor.focus();
    tell(t("examples.loaded", link.textContent));
  });
}
