// Makes an editor of the form of the query page. Without it the form works as well.
import { form, root, t, count, number, element } from "./words.js";
import { vocabulary } from "./terms.js";
import { complete, completeWhileTyping } from "./complete.js";
import { examples } from "./examples.js";
import { Faults, markSyntax } from "./faults.js";
import { Results } from "./results.js";

const { Yasqe } = window;
const ROWS = "application/sparql-results+json";
const GRAPH = "text/turtle";
const FORMATS = {
  rows: ["csv", "tsv", "json", "xml"],
  truth: ["json", "xml"],
  graph: ["turtle", "jsonld", "ntriples", "rdfxml"],
};
/** Characters of an address that every server on the way takes. */
const LONGEST_ADDRESS = 7000;

// Completers of Yasqe that ask other hosts are never made; its marks of faults have styles that the page forbids.
Yasqe.defaults.autocompleters = [];
Yasqe.prototype.checkSyntax = function () {
  markSyntax(this);
};

const textarea = form.elements.query;
const run = document.getElementById("run");
const answer = document.getElementById("answer");

/** The editor in the place of the text area, which keeps its text in step for the form's other buttons. */
function makeEditor() {
  const place = element("div", { id: "editor" });
  textarea.after(place);
  const editor = new Yasqe(place, {
    value: textarea.value,
    persistenceId: null,
    createShareableLink: null,
    consumeShareLink: null,
    showQueryButton: false,
    resizeable: false,
    editorHeight: "auto",
    autocompleters: [],
    screenReaderLabel: t("query.label"),
    viewportMargin: Infinity,
    extraKeys: {
      // Tab leaves the editor, as everywhere on a page.
      "Tab": false,
      "Shift-Tab": false,
      "Esc": false,
      "Ctrl-S": false,
      "Ctrl-Space": () => complete(editor),
      "Ctrl-Enter": () => ask(),
      "Cmd-Enter": () => ask(),
    },
  });
  const input = editor.getInputField();
  if (input.tagName !== "TEXTAREA") {
    input.setAttribute("role", "textbox");
    input.setAttribute("aria-multiline", "true");
  }
  input.setAttribute("aria-label", t("query.label"));
  input.setAttribute("aria-describedby", "editor-keys");
  editor.on("change", () => {
    textarea.value = editor.getValue();
  });
  textarea.hidden = true;
  form.querySelector("label[for=query]").addEventListener("click", () => editor.focus());
  place.after(element("p", { class: "note", id: "editor-keys" }, t("keys")));
  return editor;
}

const editor = makeEditor();
const told = element("p", { class: "note told", role: "status" });
const refused = element("div", { role: "alert" });
form.querySelector(".actions").after(told, refused);
const faults = new Faults(editor, refused);
const output = element("section", { id: "output", "aria-labelledby": "result-title", hidden: "" });
const title = element("h2", { id: "result-title", tabindex: "-1" });
const downloads = element("ul", { class: "formats" });
const place = element("div");
output.append(title, downloads, place);
answer.append(output);
const results = new Results(place);
const stop = element("button", { type: "button", class: "second", id: "stop", hidden: "" }, t("stop"));
const share = element("button", { type: "button", class: "second", id: "share" }, t("share"));
run.after(stop);
document.getElementById("explain").after(share);

let asking = null;

const tell = words => {
  told.textContent = words;
};

/** Takes away what the server or an earlier run has shown. */
function clear() {
  document.querySelectorAll(".given").forEach(it => it.remove());
  faults.clear();
}

/** The address of this page with the query in it; after a hash, which servers do not see, where it is long. */
function address(view) {
  const at = new URL(form.getAttribute("action"), location.href);
  const lang = new URLSearchParams(location.search).get("lang");
  const query = new URLSearchParams({ query: editor.getValue(), ...(lang ? { lang } : {}) });
  if (String(at).length + String(query).length > LONGEST_ADDRESS) {
    at.search = lang ? "lang=" + lang : "";
    at.hash = new URLSearchParams({ query: editor.getValue(), ...(view ? { view } : {}) });
  } else {
    at.search = query;
    at.hash = view ? "view=" + view : "";
  }
  return String(at);
}

/** The links to the page in other languages take the query along. */
function carryQuery() {
  for (const link of document.querySelectorAll(".languages a")) {
    const at = new URL(link.href);
    at.searchParams.delete("example");
    at.searchParams.set("query", editor.getValue());
    if (String(at).length <= LONGEST_ADDRESS) link.href = at;
  }
}

const problemOf = async response => {
  const isProblem = (response.headers.get("Content-Type") ?? "").includes("problem+json");
  return isProblem ? response.json() : { title: t("failed"), detail: String(response.status) };
};

/** Runs something that can be stopped; null where it was stopped or failed, which is told. */
async function interruptible(action) {
  asking?.abort();
  const mine = asking = new AbortController();
  run.hidden = true;
  stop.hidden = false;
  clear();
  tell(t("running"));
  try {
    return await action(mine.signal);
  } catch (error) {
    if (asking !== mine) return null;
    if (error.name === "AbortError") {
      tell(t("stopped"));
    } else {
      tell("");
      faults.show({ title: t("unreachable"), detail: String(error.message ?? "") });
    }
    return null;
  } finally {
    if (asking === mine) {
      asking = null;
      stop.hidden = true;
      run.hidden = false;
    }
  }
}

function post(path, accept, signal) {
  return fetch(root + path, {
    method: "POST",
    headers: { "Content-Type": "application/x-www-form-urlencoded", "Accept": accept + ", application/problem+json;q=0.9" },
    body: new URLSearchParams({ query: editor.getValue() }),
    signal,
  });
}

/** Asks the endpoint and shows what it answers. */
async function ask() {
  const isGraph = /^(CONSTRUCT|DESCRIBE)$/.test(editor.getQueryType() ?? "");
  await interruptible(async signal => {
    const start = performance.now();
    const response = await post("sparql", isGraph ? GRAPH : ROWS, signal);
    if (!response.ok) {
      tell("");
      faults.show(await problemOf(response));
      return;
    }
    const content = await response.text();
    const milliseconds = Math.round(performance.now() - start);
    await vocabulary().catch(() => null);
    show(response, content, isGraph, milliseconds);
  });
}

function show(response, content, isGraph, milliseconds) {
  const json = isGraph ? null : JSON.parse(content);
  const isTruth = json !== null && "boolean" in json;
  output.hidden = false;
  results.show({ content, json, status: response.status, headers: response.headers });
  const rows = results.results.getBindings()?.length ?? 0;
  title.textContent = isTruth ? t("truth") : isGraph ? count("n.triple", rows) : count("n.row", rows);
  const words = title.textContent + " · " + t("took", number(milliseconds));
  tell(words);
  downloads.replaceChildren(...FORMATS[isGraph ? "graph" : isTruth ? "truth" : "rows"].map(format => {
    const href = root + "sparql?" + new URLSearchParams({ query: editor.getValue(), format });
    return element("li", {}, element("a", { href, download: "" }, format));
  }));
  const hint = response.headers.get("Banggiao-Hint");
  if (hint) refused.replaceChildren(element("p", { class: "note" }, hint));
  history.replaceState(null, "", address(chosenView()));
  carryQuery();
}

/** The view that is shown, where it is not the plain table. */
const chosenView = () => {
  const view = results.chosenView();
  return view === "table" || view === "truth" ? "" : view;
};

async function explain() {
  await interruptible(async signal => {
    const response = await post("query/explain", "application/json", signal);
    if (!response.ok) {
      tell("");
      faults.show(await problemOf(response));
      return;
    }
    const plan = await response.json();
    tell("");
    answer.prepend(element("section", { class: "given" },
      element("h2", { id: "plan" }, t("query.plan")),
      element("p", { role: "status" }, t(plan.cut ? "query.took-cut" : "query.took", number(plan.milliseconds), number(plan.rows))),
      element("pre", { tabindex: "0", "aria-labelledby": "plan" }, element("code", {}, plan.plan)),
      element("p", { class: "note" }, t("query.plan-note"))));
  });
}

async function shareLink() {
  const at = address(output.hidden ? "" : chosenView());
  try {
    await navigator.clipboard.writeText(at);
    tell(t("copied"));
  } catch {
    // Not allowed, or not over a safe connection: it can be copied by hand.
    told.replaceChildren(t("copy") + " ", element("a", { href: at }, at));
  }
}

form.addEventListener("submit", event => {
  if (event.submitter?.id === "explain") {
    event.preventDefault();
    explain();
  } else if (!event.submitter || event.submitter === run) {
    event.preventDefault();
    ask();
  }
});
stop.addEventListener("click", () => asking?.abort());
share.addEventListener("click", shareLink);
results.on("change", () => history.replaceState(null, "", address(chosenView())));
completeWhileTyping(editor);
examples(editor, tell);

/** Opens what the address says: a query, which is run unless it is to be edited first, and a view of its result. */
function openAddress() {
  const inHash = new URLSearchParams(location.hash.slice(1));
  const inSearch = new URLSearchParams(location.search);
  if (inHash.get("query")) editor.setValue(inHash.get("query"));
  if (inHash.get("view") && inHash.get("view") in results.plugins) results.selectPlugin(inHash.get("view"));
  const isGiven = inHash.get("query") || inSearch.get("query")?.trim() || inSearch.get("example");
  if (isGiven && !inSearch.has("edit")) {
    if (inSearch.has("explain")) return;
    ask();
  }
}

openAddress();
