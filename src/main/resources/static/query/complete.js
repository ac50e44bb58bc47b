// Completes what is typed: prefixes, classes, properties (those of the subject's class first), variables, and things by their names.
import { contextAt, variablesOf, prefixesOf } from "./context.js";
import { vocabulary, shorten, label } from "./terms.js";
import { t, root, language, folded, number, element } from "./words.js";

const MOST = 60;
const LEAST_LETTERS = 2;

/** How well a term fits what is typed: 0 best; null where it does not. */
function fit(term, typed) {
  if (typed === "") return 3;
  const short = folded(term.term);
  if (short.startsWith(typed)) return 0;
  if (short.slice(short.indexOf(":") + 1).startsWith(typed)) return 1;
  const name = folded(label(term));
  if (name.startsWith(typed) || name.includes(" " + typed)) return 2;
  return typed.length >= LEAST_LETTERS && short.includes(typed) ? 3 : null;
}

/** The terms that fit, best first; those that are near before others that fit as well. */
function ranked(terms, near, word) {
  const typed = folded(word.replace(/^<.*/, ""));
  return terms
    .map((term, i) => ({ term, fit: fit(term, typed), far: near.has(term) ? 0 : 1, i }))
    .filter(found => found.fit !== null)
    .sort((a, b) => a.far - b.far || a.fit - b.fit || a.i - b.i)
    .slice(0, MOST)
    .map(({ term, far }) => ({ text: term.term, name: label(term), count: term.count, isNear: far === 0 }));
}

function properties(terms, context) {
  const near = new Set(context.classes.flatMap(c => terms.ofClass.get(c) ?? []));
  const found = ranked(terms.properties, near, context.word);
  return "a".startsWith(context.word) ? [{ text: "a", name: "rdf:type" }, ...found.filter(f => f.text !== "rdf:type")] : found;
}

/** Things by name: of the prefix that is typed before the name, or of any. */
async function things(terms, context) {
  const quoted = /^["']/.test(context.word);
  const word = context.word.replace(/^["']+|["']+$/g, "");
  const colon = quoted ? -1 : word.indexOf(":");
  const namespace = colon < 0 ? "" : terms.prefixes[word.slice(0, colon)];
  const text = word.slice(colon + 1).replace(/[-_]+/g, " ").trim();
  if (namespace === undefined || text.length < LEAST_LETTERS) return [];
  const answer = await fetch(root + "search/suggest?limit=20&q=" + encodeURIComponent(text));
  if (!answer.ok) return [];
  return (await answer.json()).hits
    .filter(hit => hit.iri.startsWith(namespace))
    .map(hit => ({ text: shorten(hit.iri) ?? "<" + hit.iri + ">", name: hit.labels[language] ?? hit.name, isNear: false }));
}

async function candidates(context, query, offset) {
  const terms = await vocabulary();
  switch (context.kind) {
    case "variable":
      return variablesOf(query, offset).filter(v => v.startsWith(context.word)).map(text => ({ text }));
    case "prefix":
      return Object.entries(terms.prefixes)
        .filter(([prefix]) => prefix.startsWith(context.word.replace(/:.*/, "")))
        .map(([prefix, namespace]) => ({ text: prefix + ": <" + namespace + ">" }));
    case "property":
      return properties(terms, context);
    case "class":
      return ranked(terms.classes, new Set(), context.word);
    case "thing":
      return things(terms, context);
    default:
      return [];
  }
}

/** A place in the list: the term, and what it is called. */
function show(line, list, { candidate }) {
  line.append(element("span", { class: "short" }, candidate.text));
  if (candidate.name) line.append(element("span", { class: "name" }, candidate.name));
  if (candidate.count) line.append(element("span", { class: "count" }, number(candidate.count)));
  if (candidate.isNear) line.classList.add("near");
}

/** Declares the prefix of a term where the query does not: after the comments and prefixes at its head. */
export function declare(editor, term) {
  const prefix = /^([^:<"]*):/.exec(term)?.[1];
  if (prefix === undefined || prefixesOf(editor.getValue()).has(prefix)) return;
  vocabulary().then(terms => {
    if (!(prefix in terms.prefixes) || prefixesOf(editor.getValue()).has(prefix)) return;
    let line = 0;
    while (line < editor.lineCount() && /^\s*(#|PREFIX\b)/i.test(editor.getLine(line))) line++;
    editor.replaceRange("PREFIX " + prefix + ": <" + terms.prefixes[prefix] + ">\n", { line, ch: 0 }, undefined, "+complete");
  });
}

/** The hints for where the cursor is, in the form that CodeMirror takes them. */
async function hints(editor) {
  const query = editor.getValue();
  const offset = editor.indexFromPos(editor.getCursor());
  const context = contextAt(query, offset);
  const found = await candidates(context, query, offset);
  const isDone = found.length > 0 && found[0].text === context.word && context.end === offset;
  const data = {
    from: editor.posFromIndex(context.start),
    to: editor.posFromIndex(context.end),
    list: isDone ? [] : found.map(candidate => ({
      candidate,
      text: candidate.text,
      render: show,
      hint(cm, data) {
        cm.operation(() => {
          cm.replaceRange(candidate.text, data.from, data.to, "+complete");
          if (context.kind !== "prefix") declare(cm, candidate.text);
        });
      },
    })),
  };
  window.Yasqe.on(data, "shown", () => editor.state.completionActive.widget.hints.setAttribute("aria-label", t("suggestions")));
  return data;
}

export const complete = editor =>
  editor.showHint({ hint: hints, completeSingle: false, closeCharacters: /[\s()[\]{};,>]/, container: editor.rootEl });

/** Completes while one types, but for things: they are asked for, by a name after a prefix or by Ctrl-Space. */
export function completeWhileTyping(editor) {
  editor.on("inputRead", (cm, change) => {
    if (change.origin !== "+input") return;
    const context = contextAt(editor.getValue(), editor.indexFromPos(editor.getCursor()));
    const isWanted = context.kind === "thing"
      ? /^[^"'<:]*:.{2,}/.test(context.word)
      : context.word !== "" && context.kind !== "nothing";
    if (context.word.endsWith(":") && context.kind !== "prefix") declare(editor, context.word);
    if (isWanted && !editor.state.completionActive) complete(editor);
  });
}
