// The result on a map: points that it gives (WKT, degrees) or that the places in it have.
import { t, number, link, element } from "./words.js";
import { shorten, namesOf, select, values } from "./terms.js";
import { columnsOf, ofKind, pointOf, numberOf, degrees, placed } from "./columns.js";
import { svg, picture, label, linked } from "./svg.js";

const GEOMETRY = "<http://www.opengis.net/ont/geosparql#hasGeometry>/<http://www.opengis.net/ont/geosparql#asWKT>";
const MOST_PLACES = 500;
const MOST_LABELS = 40;
let outline = null;

/** The land and the borders, in tenths of a degree from 180 W and the north pole. */
const world = () => outline ??= fetch(new URL("world-110m.json", import.meta.url)).then(answer => answer.json());

const east = degreesEast => (degreesEast + 180) * 10;
const south = degreesNorth => (90 - degreesNorth) * 10;

async function pointsOfPlaces(iris) {
  const rows = await select("SELECT ?place ?wkt WHERE { " + values("place", iris.slice(0, MOST_PLACES)) + " ?place " + GEOMETRY + " ?wkt }");
  return new Map(rows.map(row => [row.place.value, pointOf(row.wkt)]));
}

export class WorldMap {
  constructor(yasr) {
    this.yasr = yasr;
    this.label = t("map");
    this.priority = 2;
  }

  canHandleResults() {
    const columns = columnsOf(this.yasr.results);
    return ofKind(columns, "point").length > 0 || degrees(columns) !== null
      || placed(columns, this.yasr.results?.getBindings() ?? []) !== undefined;
  }

  /** A function from a row to its point. */
  async locator(columns, rows) {
    const point = ofKind(columns, "point")[0];
    if (point) return row => pointOf(point.at(row));
    const both = degrees(columns);
    if (both) {
      return row => {
        const at = [numberOf(both.longitude.at(row)), numberOf(both.latitude.at(row))];
        return at.some(Number.isNaN) ? null : at;
      };
    }
    const place = placed(columns, rows);
    const points = await pointsOfPlaces([...new Set(rows.map(row => place.at(row)?.value).filter(iri => iri !== undefined))]);
    return row => points.get(place.at(row)?.value) ?? null;
  }

  async draw() {
    const columns = columnsOf(this.yasr.results);
    const rows = this.yasr.results.getBindings();
    const about = placed(columns, rows) ?? ofKind(columns, "iri")[0];
    const named = about ?? ofKind(columns, "text")[0];
    const [locate, { land, borders }] = await Promise.all([this.locator(columns, rows), world()]);
    const names = await namesOf(rows.flatMap(row => (named?.at(row)?.type === "uri" ? [named.at(row).value] : [])));
    const weights = ofKind(columns, "number").filter(c => !/^(lat|lon)/i.test(c.name));
    const weigh = row => (weights.length === 1 ? Math.max(0, numberOf(weights[0].at(row)) || 0) : 1);
    const spots = new Map();
    let absent = 0;
    for (const row of rows) {
      const point = locate(row);
      if (point === null) {
        absent++;
        continue;
      }
      const value = named?.at(row);
      const name = value ? names.get(value.value) ?? (value.type === "uri" ? shorten(value.value) : null) ?? value.value : "";
      const key = point.join(" ");
      if (!spots.has(key)) spots.set(key, { point, names: new Set(), weight: 0, href: about?.at(row) ? link(about.at(row).value) : null });
      spots.get(key).weight += weigh(row);
      if (name) spots.get(key).names.add(name);
    }
    const all = [...spots.values()].sort((a, b) => b.weight - a.weight);
    const words = t("map.words", number(all.length), number(rows.length - absent))
      + (absent > 0 ? " " + t("map.absent", number(absent)) : "");
    this.closeness = 1;
    const box = element("div", { class: "map" });
    const redraw = () => box.replaceChildren(this.picture(all, land, borders, words));
    const button = (key, factor) => {
      const it = element("button", { type: "button", class: "second" }, t(key));
      it.addEventListener("click", () => {
        this.closeness = Math.min(32, Math.max(1, this.closeness * factor));
        redraw();
      });
      return it;
    };
    if (all.length > 0) redraw();
    this.yasr.resultsEl.replaceChildren(
      ...(all.length > 0 ? [element("div", { class: "controls" }, button("map.closer", 2), button("map.farther", 0.5)), box] : []),
      element("p", { class: "note" }, words + " " + t("map.source")),
      element("details", {}, element("summary", {}, t("map.list")), element("ul", {}, ...all.map(spot => this.item(spot)))));
  }

  item(spot) {
    const text = [...spot.names].join(", ") || spot.point.join(" ");
    return element("li", {}, spot.href ? element("a", { href: spot.href }, text) : text, " ", element("span", { class: "count" }, number(spot.weight)));
  }

  /** The part of the world that holds the points with some room around them, or, closer, where the middle one is. */
  view(spots, width) {
    const xs = spots.map(s => east(s.point[0])).sort((a, b) => a - b), ys = spots.map(s => south(s.point[1])).sort((a, b) => a - b);
    const shape = width < 600 ? 1 : 0.6;
    const all = Math.max(120, (xs.at(-1) - xs[0]) * 1.25, (ys.at(-1) - ys[0]) * 1.25 / shape);
    const w = Math.min(3600, all) / this.closeness;
    const h = w * shape;
    const middle = this.closeness === 1 ? [(xs[0] + xs.at(-1)) / 2, (ys[0] + ys.at(-1)) / 2] : [xs[xs.length >> 1], ys[ys.length >> 1]];
    return { x: Math.max(0, Math.min(3600 - w, middle[0] - w / 2)), y: middle[1] - h / 2, w, h };
  }

  picture(spots, land, borders, words) {
    const width = Math.max(300, this.yasr.resultsEl.clientWidth - 2);
    const { x, y, w, h } = this.view(spots, width);
    const scale = width / w;
    const height = Math.round(h * scale);
    const most = Math.max(1, spots[0].weight);
    const drawn = spots
      .map(spot => ({
        spot,
        cx: (east(spot.point[0]) - x) * scale,
        cy: (south(spot.point[1]) - y) * scale,
        r: 4 + 12 * Math.sqrt(spot.weight / most) * (spots.at(-1).weight < most),
        name: [...spot.names].join(", "),
      }))
      .filter(({ cx, cy }) => cx >= 0 && cx <= width && cy >= 0 && cy <= height);
    const ground = svg("g", { transform: `scale(${scale}) translate(${-x} ${-y})`, "aria-hidden": "true" },
      svg("path", { class: "land", d: land }), svg("path", { class: "borders", d: borders, "vector-effect": "non-scaling-stroke" }));
    const circles = drawn.map(({ spot, cx, cy, r, name }) => {
      const title = (name || spot.point.join(" ")) + ": " + number(spot.weight);
      return linked(spot.href, title, svg("circle", { class: "spot", cx: cx.toFixed(1), cy: cy.toFixed(1), r: r.toFixed(1) }, svg("title", {}, title)));
    });
    return picture(width, height, words, ground, ...circles, ...this.labels(drawn, width));
  }

  /** The names of the greatest points that have room beside them. */
  labels(drawn, width) {
    const taken = [];
    return drawn.filter(({ name }) => name !== "").slice(0, MOST_LABELS).flatMap(({ cx, cy, r, name }) => {
      const box = [cx + r + 3, cy - 8, cx + r + 3 + Math.min(name.length, 24) * 7.5, cy + 8];
      const isFree = box[2] < width && taken.every(o => box[2] < o[0] || box[0] > o[2] || box[3] < o[1] || box[1] > o[3]);
      if (!isFree) return [];
      taken.push(box);
      return [label(name, 24, { class: "name", x: box[0].toFixed(1), y: (cy + 4).toFixed(1), "aria-hidden": "true" })];
    });
  }
}
