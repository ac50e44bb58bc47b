// The result as bars or lines: one column of numbers by another column, parted by a third where there is one.
import { t, number, element } from "./words.js";
import { shorten, namesOf } from "./terms.js";
import { columnsOf, ofKind, numberOf, yearsOf } from "./columns.js";
import { svg, picture, ticks, label } from "./svg.js";

const MOST_BARS = 60;
const MOST_PARTS = 8;
const MOST_YEARS = 250;
const HEIGHT = 320;
const ROW = 26;

/** What is drawn: places along an axis, the parts of each with their values. */
function groups(rows, axis, value, part, textOf) {
  const places = new Map();
  const parts = new Map();
  for (const row of rows) {
    const n = numberOf(value.at(row));
    if (Number.isNaN(n) || !axis.at(row)) continue;
    const place = axis.kind === "date" ? String(Math.floor(yearsOf(axis.at(row))?.[0])) : textOf(axis.at(row));
    const name = part ? (part.at(row) ? textOf(part.at(row)) : "–") : "";
    parts.set(name, (parts.get(name) ?? 0) + Math.abs(n));
    if (!places.has(place)) places.set(place, new Map());
    places.get(place).set(name, (places.get(place).get(name) ?? 0) + n);
  }
  const kept = [...parts].sort((a, b) => b[1] - a[1]).map(([name]) => name);
  return { places, parts: kept.slice(0, kept.length > MOST_PARTS ? MOST_PARTS - 1 : MOST_PARTS), hasRest: kept.length > MOST_PARTS };
}

/** Places that are years with the years between them that have nothing, unless these are very many. */
function withEmptyYears(places) {
  const from = Number(places[0]?.[0]), to = Number(places.at(-1)?.[0]);
  if (!(to - from < MOST_YEARS)) return places;
  const known = new Map(places);
  return Array.from({ length: to - from + 1 }, (_, i) => [String(from + i), known.get(String(from + i)) ?? new Map()]);
}

export class Chart {
  constructor(yasr) {
    this.yasr = yasr;
    this.label = t("chart");
    this.priority = 4;
  }

  canHandleResults() {
    const columns = columnsOf(this.yasr.results);
    return ofKind(columns, "number").length > 0 && columns.length > 1 && this.yasr.results.getBindings().length > 1;
  }

  async draw() {
    const columns = columnsOf(this.yasr.results);
    this.rows = this.yasr.results.getBindings();
    this.names = await namesOf(this.rows.flatMap(row => Object.values(row).filter(v => v.type === "uri").map(v => v.value)));
    const numbers = ofKind(columns, "number");
    const others = columns.filter(c => c.kind !== "empty");
    const axes = others.filter(c => !numbers.includes(c) || numbers.length > 1);
    const first = ofKind(columns, "year", "date")[0] ?? axes.find(c => c.kind !== "number") ?? axes[0];
    const value = numbers.findLast(c => c !== first);
    const isRepeated = new Set(this.rows.map(row => first.at(row)?.value)).size < this.rows.length;
    const part = isRepeated ? axes.find(c => c !== first && c !== value && (c.kind === "iri" || c.kind === "text")) : undefined;
    this.place = element("div", { class: "drawn" });
    this.axis = this.choice("chart.axis", axes, first);
    this.value = this.choice("chart.value", numbers, value);
    this.part = this.choice("chart.part", [null, ...others.filter(c => c.kind === "iri" || c.kind === "text")], part ?? null);
    this.shape = this.choice("chart.shape", ["bars", "lines"], "bars");
    this.yasr.resultsEl.replaceChildren(
      element("div", { class: "controls" }, ...[this.axis, this.value, this.part, this.shape].map(c => c.box)), this.place);
    this.show();
  }

  /** A list to choose from: columns by their names, or words. */
  choice(key, values, chosen) {
    const select = element("select", { id: key.replace(".", "-") });
    values.forEach((value, i) => {
      const words = value === null ? t("chart.none") : value.name ?? t("chart." + value);
      const option = element("option", { value: i }, words);
      option.selected = value === chosen;
      select.append(option);
    });
    select.addEventListener("change", () => this.show());
    return { box: element("span", {}, element("label", { for: select.id }, t(key)), select), get: () => values[select.selectedIndex] };
  }

  show() {
    const axis = this.axis.get();
    const value = this.value.get();
    const part = this.part.get() === axis ? null : this.part.get();
    const textOf = v => (v.type === "uri" ? this.names.get(v.value) ?? shorten(v.value) ?? v.value : v.value);
    const found = groups(this.rows, axis, value, part, textOf);
    const isOrdered = axis.kind === "year" || axis.kind === "date" || axis.kind === "number";
    let places = [...found.places];
    const all = places.length;
    if (isOrdered) places.sort((a, b) => Number(a[0]) - Number(b[0]));
    if (axis.kind === "year" || axis.kind === "date") places = withEmptyYears(places);
    if (!isOrdered) places = places.slice(0, MOST_BARS);
    const stacks = places.map(([place, values]) => ({ place, values: this.stack(values, found), isGiven: values.size > 0 }));
    const totals = stacks.map(s => s.values.reduce((sum, v) => sum + v.n, 0));
    const sums = totals.filter((n, i) => stacks[i].isGiven);
    const words = t("chart.words", value.name, axis.name, number(all), number(Math.min(...sums)), number(Math.max(...sums)));
    const width = Math.max(300, this.yasr.resultsEl.clientWidth);
    const drawn = this.shape.get() === "lines" ? this.lines(stacks, found, words, width)
      : isOrdered ? this.columns(stacks, words, width) : this.bars(stacks, totals, words, width);
    const legend = found.parts.length > 1 || found.hasRest
      ? [element("ul", { class: "legend" }, ...this.partNames(found).map((name, i) =>
        element("li", { class: "part-" + i }, element("span", { class: "swatch", "aria-hidden": "true" }), name)))] : [];
    const note = element("p", { class: "note" }, words + (!isOrdered && all > places.length ? " " + t("chart.first", number(places.length), number(all)) : ""));
    this.place.replaceChildren(...legend, element("div", { class: "scroll plain", tabindex: "0", role: "region", "aria-label": t("chart") }, drawn), note);
  }

  partNames(found) {
    return found.hasRest ? [...found.parts, t("chart.rest")] : found.parts;
  }

  /** The values of one place by part; the small parts joined as the last. */
  stack(values, found) {
    const parts = found.parts.map((name, i) => ({ name, i, n: values.get(name) ?? 0 }));
    if (found.hasRest) {
      let rest = 0;
      values.forEach((n, name) => {
        if (!found.parts.includes(name)) rest += n;
      });
      parts.push({ name: t("chart.rest"), i: found.parts.length, n: rest });
    }
    return parts;
  }

  title(place, part) {
    return svg("title", {}, place + (part.name ? ", " + part.name : "") + ": " + number(part.n));
  }

  /** Bars side by side for places that have an order, such as years. */
  columns(stacks, words, width) {
    const left = 56, bottom = 30, top = 10;
    const wide = Math.max(width, left + stacks.length * 9);
    const sums = stacks.flatMap(s => [s.values.reduce((sum, v) => sum + Math.max(0, v.n), 0), s.values.reduce((sum, v) => sum + Math.min(0, v.n), 0)]);
    const low = Math.min(0, ...sums), high = Math.max(...sums, low + 1e-9);
    const y = n => top + (HEIGHT - top - bottom) * (1 - (n - low) / (high - low));
    const step = (wide - left - 8) / stacks.length;
    const every = Math.ceil(46 / step);
    const parts = [this.grid(low, high, y, left, wide)];
    stacks.forEach((stack, i) => {
      let up = 0, down = 0;
      for (const part of stack.values.filter(v => v.n !== 0)) {
        const from = part.n > 0 ? up : down;
        if (part.n > 0) up += part.n;
        else down += part.n;
        const a = y(from), b = y(from + part.n);
        parts.push(svg("rect", {
          class: "part-" + part.i, x: (left + i * step + step * 0.1).toFixed(1), width: (step * 0.8).toFixed(1),
          y: Math.min(a, b).toFixed(1), height: Math.max(1, Math.abs(a - b)).toFixed(1),
        }, this.title(stack.place, part)));
      }
      if (i % every === 0) {
        parts.push(label(stack.place, 12, { x: (left + (i + 0.5) * step).toFixed(1), y: HEIGHT - 10, "text-anchor": "middle" }));
      }
    });
    return picture(wide, HEIGHT, words, ...parts);
  }

  /** Bars below each other for places that are names. */
  bars(stacks, totals, words, width) {
    const left = Math.min(260, width * 0.42), right = 70;
    const high = Math.max(...totals, 1e-9);
    const parts = stacks.flatMap((stack, i) => {
      let x = left;
      const row = [label(stack.place, Math.floor(left / 7.2), { x: left - 8, y: i * ROW + 17, "text-anchor": "end" })];
      for (const part of stack.values.filter(v => v.n > 0)) {
        const w = (width - left - right) * part.n / high;
        row.push(svg("rect", { class: "part-" + part.i, x: x.toFixed(1), y: i * ROW + 4, width: Math.max(1, w).toFixed(1), height: ROW - 8 },
          this.title(stack.place, part)));
        x += w;
      }
      row.push(svg("text", { x: (x + 6).toFixed(1), y: i * ROW + 17 }, number(totals[i])));
      return row;
    });
    return picture(width, stacks.length * ROW + 4, words, ...parts);
  }

  lines(stacks, found, words, width) {
    const left = 56, bottom = 30, top = 10;
    const all = stacks.flatMap(s => s.values.map(v => v.n));
    const low = Math.min(0, ...all), high = Math.max(...all, low + 1e-9);
    const y = n => top + (HEIGHT - top - bottom) * (1 - (n - low) / (high - low));
    // Numbers and years stand as far apart as they are.
    const numbers = stacks.map(s => Number(s.place));
    const isScaled = numbers.every(n => !Number.isNaN(n)) && stacks.length > 1;
    const from = numbers[0], to = numbers.at(-1);
    const x = i => left + (width - left - 30) * (isScaled ? (numbers[i] - from) / (to - from || 1) : i / Math.max(1, stacks.length - 1));
    const parts = [this.grid(low, high, y, left, width)];
    const names = this.partNames(found);
    names.forEach((name, part) => {
      const d = stacks.map((s, i) => (i ? "L" : "M") + x(i).toFixed(1) + " " + y(s.values[part].n).toFixed(1)).join("");
      parts.push(svg("path", { class: "line part-" + part, d }));
      stacks.forEach((s, i) => parts.push(svg("circle", { class: "part-" + part, cx: x(i).toFixed(1), cy: y(s.values[part].n).toFixed(1), r: 3.5 },
        this.title(s.place, s.values[part]))));
    });
    let last = -Infinity;
    stacks.forEach((s, i) => {
      if (x(i) - last < 56) return;
      last = x(i);
      parts.push(label(s.place, 10, { x: x(i).toFixed(1), y: HEIGHT - 10, "text-anchor": "middle" }));
    });
    return picture(width, HEIGHT, words, ...parts);
  }

  grid(low, high, y, left, width) {
    const lines = ticks(low, high, 5).flatMap(n => [
      svg("line", { class: n === 0 ? "axis" : "grid", x1: left, x2: width, y1: y(n).toFixed(1), y2: y(n).toFixed(1) }),
      svg("text", { x: left - 6, y: (y(n) + 4).toFixed(1), "text-anchor": "end" }, number(n)),
    ]);
    return svg("g", { "aria-hidden": "true" }, ...lines);
  }
}
