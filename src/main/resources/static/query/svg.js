// Pictures as SVG: elements, scales and the texts beside them.
const NAMESPACE = "http://www.w3.org/2000/svg";

/** An SVG element with attributes and children. */
export function svg(name, attributes = {}, ...children) {
  const it = document.createElementNS(NAMESPACE, name);
  for (const [key, value] of Object.entries(attributes)) it.setAttribute(key, value);
  it.append(...children);
  return it;
}

/** A picture of a size that fits its place, with what it shows in words. */
export function picture(width, height, words, ...children) {
  return svg("svg", {
    viewBox: `0 0 ${width} ${height}`, width, height, class: "picture", role: "group", "aria-label": words, focusable: "false",
  }, ...children);
}

/** Round numbers from one value to another, about as many as are wanted. */
export function ticks(from, to, wanted) {
  const span = Math.max(to - from, Number.MIN_VALUE);
  const power = 10 ** Math.floor(Math.log10(span / wanted));
  const step = [1, 2, 5, 10].map(n => n * power).find(n => span / n <= wanted);
  const all = [];
  for (let i = Math.ceil(from / step); i * step <= to + step * 1e-9; i++) all.push(Number((i * step).toPrecision(12)));
  return all;
}

/** A text that is cut where it is long; the whole is its title. */
export function label(text, most, attributes) {
  const it = svg("text", attributes, text.length > most ? text.slice(0, most - 1) + "…" : text);
  if (text.length > most) it.append(svg("title", {}, text));
  return it;
}

/** Makes an element of the picture a link where there is an address. */
export const linked = (href, name, it) => (href ? svg("a", { href, "aria-label": name }, it) : it);
