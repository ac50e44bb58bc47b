// Suggests names while one types a search: an editable combobox with a list (WAI-ARIA APG). Without it the form works as well.
"use strict";
(() => {
  const PAUSE = 120;

  function combobox(input) {
    const list = document.createElement("ul");
    const status = document.createElement("span");
    let hits = [], chosen = -1, timer = 0, asking = null, typed = "";
    list.id = input.id + "-list";
    list.className = "suggestions";
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", input.labels[0] ? input.labels[0].textContent : "");
    list.hidden = true;
    status.className = "hidden";
    status.setAttribute("role", "status");
    input.setAttribute("role", "combobox");
    input.setAttribute("aria-autocomplete", "list");
    input.setAttribute("aria-expanded", "false");
    input.setAttribute("aria-controls", list.id);
    input.after(list, status);

    function close() {
      list.hidden = true;
      chosen = -1;
      input.setAttribute("aria-expanded", "false");
      input.removeAttribute("aria-activedescendant");
    }

    function choose(next) {
      if (hits.length === 0) return;
      if (chosen >= 0) list.children[chosen].setAttribute("aria-selected", "false");
      chosen = next < -1 ? hits.length - 1 : next >= hits.length ? -1 : next;
      if (chosen < 0) {
        input.removeAttribute("aria-activedescendant");
      } else {
        const option = list.children[chosen];
        option.setAttribute("aria-selected", "true");
        option.scrollIntoView({ block: "nearest" });
        input.setAttribute("aria-activedescendant", option.id);
      }
    }

    function option(hit, i) {
      const item = document.createElement("li");
      item.id = list.id + "-" + i;
      item.setAttribute("role", "option");
      item.setAttribute("aria-selected", "false");
      for (const piece of hit.pieces) {
        const part = document.createElement(piece.marked ? "mark" : "span");
        part.textContent = piece.text;
        item.append(part);
      }
      const label = hit.labels[document.documentElement.lang];
      if (label && label !== hit.name) {
        const small = document.createElement("span");
        small.className = "of";
        small.textContent = label;
        item.append(small);
      }
      // Before the input loses the focus, which closes the list.
      item.addEventListener("pointerdown", event => event.preventDefault());
      item.addEventListener("click", () => open(hit));
      return item;
    }

    function search(text) {
      input.value = text;
      close();
      input.form.requestSubmit();
    }

    // Where it has no page here, it is searched.
    function open(hit) {
      if (hit.page === undefined) return search(hit.name);
      const page = new URL(input.dataset.suggest.replace(/search\/suggest$/, hit.page), document.baseURI);
      const language = input.form.elements.lang;
      if (language) page.searchParams.set("lang", language.value);
      location.assign(page);
    }

    function show(found) {
      hits = found;
      chosen = -1;
      list.replaceChildren(...hits.map(option));
      list.hidden = hits.length === 0;
      input.setAttribute("aria-expanded", String(hits.length > 0));
      input.removeAttribute("aria-activedescendant");
      status.textContent = hits.length === 0 ? input.dataset.none : String(hits.length);
    }

    async function ask() {
      const text = input.value;
      if (text.trim() === "") return close();
      if (asking) asking.abort();
      asking = new AbortController();
      try {
        const kind = input.form.elements.kind;
        const address = input.dataset.suggest + "?limit=8&q=" + encodeURIComponent(text)
          + (kind ? "&kind=" + encodeURIComponent(kind.value) : "");
        const answer = await fetch(address, { signal: asking.signal });
        if (answer.ok && document.activeElement === input && input.value === text) {
          show((await answer.json()).hits);
        }
      } catch (error) {
        if (error.name !== "AbortError") close();
      }
    }

    input.addEventListener("input", () => {
      typed = input.value;
      clearTimeout(timer);
      timer = setTimeout(ask, PAUSE);
    });
    input.addEventListener("blur", close);
    input.addEventListener("keydown", event => {
      if (event.isComposing) return;
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        event.preventDefault();
        if (list.hidden) ask();
        else choose(chosen + (event.key === "ArrowDown" ? 1 : -1));
      } else if (event.key === "Enter" && !list.hidden && chosen >= 0) {
        event.preventDefault();
        open(hits[chosen]);
      } else if (event.key === "Escape" && !list.hidden) {
        event.preventDefault();
        input.value = typed;
        close();
      }
    });
  }

  for (const input of document.querySelectorAll("input[data-suggest]")) combobox(input);
})();
