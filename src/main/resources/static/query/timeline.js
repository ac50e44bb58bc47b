// The result along time: a line for each row, as long as its dates say.
import { t, number, link, element } from "./words.js";
import { shorten, namesOf } from "./terms.js";
import { columnsOf, ofKind, yearsOf } from "./columns.js";
import { svg, picture, ticks, label, linked } from "./svg.js";

const MOST = 200;
const ROW = 24;
const HEAD = 26;

export class Timeline {
  constructor(yasr) {
    this.yasr = yasr;
    this.label = t("timeline");
    this.priority = 3;
  }

  canHandleResults() {
    return ofKind(columnsOf(this.yasr.results), "date", "year").length > 0;
  }

  async draw() {
    const columns = columnsOf(this.yasr.results);
    const dates = ofKind(columns, "date").length > 0 ? ofKind(columns, "date") : ofKind(columns, "year");
    const rows = this.yasr.results.getBindings();
    const named = ofKind(columns, "text")[0] ?? ofKind(columns, "iri")[0];
    const about = ofKind(columns, "iri")[0];
    const names = await namesOf(rows.flatMap(row => Object.values(row).filter(v => v.type === "uri").map(v => v.value)));
    const textOf = value => (value ? names.get(value.value) ?? (value.type === "uri" ? shorten(value.value) : null) ?? value.value : "");
    const acts = rows
      .map(row => {
        const spans = dates.map(c => yearsOf(c.at(row))).filter(s => s !== null);
        return {
          from: Math.min(...spans.map(s => s[0])),
          to: Math.max(...spans.map(s => s[1])),
          when: dates.map(c => c.at(row)?.value).filter(v => v !== undefined).join(" – "),
          name: textOf(named?.at(row)),
          href: about?.at(row) ? link(about.at(row).value) : null,
        };
      })
      .filter(act => act.from < Infinity)
      .sort((a, b) => a.from - b.from || a.to - b.to);
    const shown = acts.slice(0, MOST);
    const undated = rows.length - acts.length;
    const words = [t("timeline.words", number(shown.length), this.year(shown[0]), this.year(shown.at(-1)))];
    if (acts.length > shown.length) words.push(t("timeline.first", number(shown.length), number(acts.length)));
    if (undated > 0) words.push(t("timeline.undated", number(undated)));
    const drawn = this.picture(shown, words[0]);
    this.yasr.resultsEl.replaceChildren(
      element("div", { class: "scroll plain", tabindex: "0", role: "region", "aria-label": t("timeline") }, drawn),
      element("p", { class: "note" }, words.join(" ")));
  }

  year(act) {
    return act ? String(Math.floor(act.from)) : "";
  }

  picture(acts, words) {
    const width = Math.max(340, this.yasr.resultsEl.clientWidth - 4);
    const from = Math.floor(Math.min(...acts.map(a => a.from)));
    const to = Math.max(from + 1, Math.ceil(Math.max(...acts.map(a => a.to))));
    const x = year => 10 + (width - 20) * (year - from) / (to - from);
    const height = HEAD + acts.length * ROW + 6;
    const years = ticks(from, to, Math.max(2, Math.floor(width / 90))).filter(Number.isInteger);
    const grid = svg("g", { "aria-hidden": "true" }, ...years.flatMap(year => [
      svg("line", { class: "grid", x1: x(year).toFixed(1), x2: x(year).toFixed(1), y1: HEAD - 6, y2: height }),
      svg("text", { x: Math.min(x(year), width - 34).toFixed(1), y: 14 }, String(year)),
    ]));
    const lines = acts.map((act, i) => {
      const y = HEAD + i * ROW;
      const start = x(act.from), end = Math.max(x(act.to), start + 4);
      // The name stands where there is more room beside the bar.
      const isAfter = width - end >= start;
      const room = Math.max(6, Math.floor((isAfter ? width - end - 12 : start - 12) / 7.2));
      const title = (act.when + "  " + act.name).trim();
      return svg("g", {},
        svg("rect", { class: "part-0", x: start.toFixed(1), y: y + 6, width: (end - start).toFixed(1), height: 11, rx: 2 }, svg("title", {}, title)),
        linked(act.href, title, label(title, room, isAfter
          ? { x: (end + 6).toFixed(1), y: y + 16 } : { x: (start - 6).toFixed(1), y: y + 16, "text-anchor": "end" })));
    });
    return picture(width, height, words, grid, ...lines);
  }
}
