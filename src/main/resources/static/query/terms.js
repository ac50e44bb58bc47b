// The vocabulary of the release: prefixes, classes and properties with their counts and names; and what things are called.
import { root, language, isOurs } from "./words.js";

const LOCAL = /^[A-Za-z0-9_]([A-Za-z0-9_.-]*[A-Za-z0-9_-])?$/;
const NAMES_AT_ONCE = 200;
let asked = null;
let namespaces = {};

/** { prefixes, classes, properties, ofClass } of the release; asked for once. */
export function vocabulary() {
  asked ??= fetch(root + "query/terms").then(async answer => {
    if (!answer.ok) throw new Error("query/terms: " + answer.status);
    const terms = await answer.json();
    namespaces = terms.prefixes;
    terms.ofClass = new Map(terms.classes.map(c => [c.term, c.properties.map(i => terms.properties[i])]));
    return terms;
  }).catch(error => {
    asked = null;
    throw error;
  });
  return asked;
}

/** The short form of an address where there is one; else null. Of use once the vocabulary is there. */
export function shorten(iri) {
  for (const [prefix, namespace] of Object.entries(namespaces)) {
    if (iri.startsWith(namespace) && LOCAL.test(iri.slice(namespace.length))) {
      return prefix + ":" + iri.slice(namespace.length);
    }
  }
  return null;
}

/** What a term is called in the page's language, or else in another; empty where it has no name. */
export const label = term => term.labels[language] ?? term.labels.en ?? term.labels.vi ?? "";

/** Asks the endpoint; the rows of its answer. */
export async function select(query) {
  const answer = await fetch(root + "sparql", {
    method: "POST",
    headers: { "Content-Type": "application/sparql-query", "Accept": "application/sparql-results+json" },
    body: query,
  });
  return answer.ok ? (await answer.json()).results.bindings : [];
}

/** Addresses as the values of a variable; none that could end its angle brackets. */
export const values = (name, iris) =>
  "VALUES ?" + name + " {" + iris.filter(i => !/[<>"{}|\\^`\s]/.test(i)).map(i => "<" + i + ">").join(" ") + "}";

const names = new Map();

/** What these addresses are called, as a map; those of others and those without a name are not in it. */
export async function namesOf(iris) {
  const unknown = [...new Set(iris)].filter(i => isOurs(i) && !names.has(i));
  for (let i = 0; i < unknown.length; i += NAMES_AT_ONCE) {
    const some = unknown.slice(i, i + NAMES_AT_ONCE);
    some.forEach(iri => names.set(iri, ""));
    const rows = await select("SELECT ?iri ?name WHERE { " + values("iri", some)
      + " ?iri <http://www.w3.org/2000/01/rdf-schema#label>|<http://www.w3.org/2004/02/skos/core#prefLabel> ?name"
      + ' FILTER(lang(?name) IN ("vi", "en", "")) } ORDER BY ?iri ?name');
    for (const { iri, name } of rows) {
      if (names.get(iri.value) === "" || name["xml:lang"] === language) names.set(iri.value, name.value);
    }
  }
  return new Map(iris.filter(i => names.get(i)).map(i => [i, names.get(i)]));
}
