// What the page tells its scripts: its words, its language, where things lie.
export const form = document.getElementById("ask");
export const language = document.documentElement.lang;

/** Where the service is, and what the addresses of its data begin with. */
export const root = form.dataset.root;
const base = form.dataset.base;
const words = JSON.parse(form.dataset.words);
const kept = form.elements.lang ? "lang=" + form.elements.lang.value : "";

/** The words of a key, with values for {0}, {1} … */
export function t(key, ...values) {
  if (!(key in words)) throw new Error("no words for " + key);
  return words[key].replace(/\{(\d)\}/g, (hole, i) => values[i] ?? hole);
}

/** Whether there are words for a key. */
export const isKnown = key => key in words;

const numbers = new Intl.NumberFormat(language, { maximumFractionDigits: 3 });

export const number = value => numbers.format(value);

/** A number of something: the key with .one or .other. */
export const count = (key, n) => t(key + (n === 1 ? ".one" : ".other"), number(n));

/** The page of an address of the data here, or the address itself where it is of the web; null for others. */
export function link(iri) {
  if (iri.startsWith(base)) {
    const [path, fragment] = iri.slice(base.length).split("#");
    return root + path + (kept ? "?" + kept : "") + (fragment ? "#" + fragment : "");
  }
  return /^https?:\/\//.test(iri) ? iri : null;
}

export const isOurs = iri => iri.startsWith(base);

/** Whether an address is that of a thing of a kind, such as place. */
export const isOfKind = (iri, kind) => iri.startsWith(base + "id/" + kind + "/");

/** Letters without case, marks and tones, to compare what is typed with names. */
export const folded = text =>
  text.toLowerCase().replace(/đ/g, "d").normalize("NFD").replace(/\p{M}/gu, "");

/** An element with attributes and children. */
export function element(name, attributes = {}, ...children) {
  const it = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) it.setAttribute(key, value);
  it.append(...children);
  return it;
}
