// Lists without a new page: what narrows them is fetched and put in place, with the address, the focus and what is open kept.
// Links and forms are the same without it.
"use strict";
(() => {
  const LONG = 8;
  let asked = 0;

  /** Whether an address is another state of the list that is shown. */
  function isList(url) {
    return url.origin === location.origin && url.pathname === location.pathname
      && !url.searchParams.has("format") && !url.searchParams.has("sparql");
  }

  /** How to find again what has the focus, in a page of another state. */
  function place(element) {
    const section = element.closest("section[aria-labelledby]");
    if (!section) return null;
    const label = element.firstElementChild && element.firstElementChild.textContent;
    return { section: section.getAttribute("aria-labelledby"), label, name: element.getAttribute("name"),
      bar: element.querySelector && element.querySelector("text.year") ? element.querySelector("text.year").textContent : null };
  }

  function again(where) {
    if (!where) return document.querySelector("main h1");
    const heading = document.getElementById(where.section);
    if (!heading) return document.querySelector("main h1");
    for (const element of heading.parentElement.querySelectorAll("a, input, button")) {
      const year = element.querySelector("text.year");
      if (where.bar ? year && year.textContent === where.bar
        : where.name ? element.name === where.name
        : where.label && element.firstElementChild && element.firstElementChild.textContent === where.label) return element;
    }
    return heading;
  }

  function show(text, where) {
    const next = new DOMParser().parseFromString(text, "text/html");
    const open = new Set([...document.querySelectorAll("main details[open][data-keep]")].map(d => d.dataset.keep));
    const left = window.scrollX, top = window.scrollY;
    for (const part of ["main", ".languages"]) {
      const old = document.querySelector(part), fresh = next.querySelector(part);
      if (old && fresh) old.replaceChildren(...[...fresh.childNodes].map(node => document.importNode(node, true)));
    }
    document.title = next.title;
    for (const details of document.querySelectorAll("main details[data-keep]")) details.open = open.has(details.dataset.keep);
    prepare();
    window.scrollTo(left, top);
    const focus = again(where);
    if (focus) {
      if (!focus.matches("a, input, button")) focus.tabIndex = -1;
      focus.focus({ preventScroll: true });
    }
    // What changes in an element that was there before is what screen readers tell.
    status.textContent = "";
    const told = document.querySelector("main [data-status]");
    setTimeout(() => { if (told) status.textContent = told.textContent; }, 100);
  }

  async function go(url, where, isNew) {
    const own = ++asked;
    document.querySelector("main").setAttribute("aria-busy", "true");
    try {
      const answer = await fetch(url, { headers: { Accept: "text/html" } });
      const text = await answer.text();
      if (own !== asked) return;
      if (!answer.ok || !isList(new URL(answer.url))) return location.assign(url);
      if (isNew) history.pushState({ list: true }, "", answer.url);
      show(text, where);
    } catch (error) {
      location.assign(url);
    } finally {
      document.querySelector("main").removeAttribute("aria-busy");
    }
  }

  /** A field in front of a long list that leaves what has its words in it, whatever their marks. */
  function filter(details) {
    const list = details.querySelector("ul");
    if (!list || list.children.length < LONG || details.querySelector("input")) return;
    const label = document.createElement("label"), input = document.createElement("input");
    input.type = "search";
    input.autocomplete = "off";
    label.append(details.dataset.filter, " ", input);
    list.before(label);
    const fold = text => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/[đĐ]/g, "d").toLowerCase();
    input.addEventListener("input", () => {
      const wanted = fold(input.value.trim());
      for (const item of list.children) item.hidden = !fold(item.textContent).includes(wanted);
    });
  }

  function prepare() {
    for (const details of document.querySelectorAll("main details[data-filter]")) filter(details);
  }

  const status = document.createElement("p");
  status.className = "hidden";
  status.setAttribute("role", "status");
  document.body.append(status);
  history.replaceState({ list: true }, "");
  prepare();

  document.addEventListener("click", event => {
    const link = event.target.closest("main a[href]");
    if (!link || event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const url = new URL(link.getAttribute("href"), location.href);
    if (!isList(url) || url.hash !== "" || !link.matches('[rel~="nofollow"], .chips a')) return;
    event.preventDefault();
    go(url, place(link), true);
  });
  document.addEventListener("submit", event => {
    const form = event.target.closest("form.years-form");
    if (!form) return;
    event.preventDefault();
    const url = new URL(location.pathname, location.href);
    url.search = new URLSearchParams(new FormData(form)).toString();
    go(url, { section: form.closest("section").getAttribute("aria-labelledby"), name: form.querySelector("input:not([type=hidden])").name }, true);
  });
  window.addEventListener("popstate", event => {
    if (event.state && event.state.list) go(new URL(location.href), null, false);
  });
})();
