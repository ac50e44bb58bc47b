// The result as a table: names and links for addresses, sorted by a column, filtered, page by page.
import { t, number, link, element, folded } from "./words.js";
import { shorten, namesOf } from "./terms.js";
import { columnsOf, numberOf } from "./columns.js";

const AT_ONCE = 50;
let tables = 0;

/** A value as a cell shows it. */
export function shown(value, names) {
  if (value.type === "uri") {
    const short = shorten(value.value) ?? value.value;
    const name = names.get(value.value);
    const href = link(value.value);
    const head = href ? element("a", { href }, name ?? short) : element("span", {}, name ?? short);
    return name ? [head, element("code", { class: "exact" }, short)] : [head];
  }
  if (value.type === "bnode") return [element("code", { class: "exact" }, "_:" + value.value)];
  const text = element("span", {}, value.value);
  if (value["xml:lang"]) text.lang = value["xml:lang"];
  if (value.datatype) text.title = shorten(value.datatype) ?? value.datatype;
  return [text];
}

export class Table {
  constructor(yasr) {
    this.yasr = yasr;
    this.label = t("table");
    this.priority = 10;
  }

  canHandleResults() {
    return (this.yasr.results?.getVariables()?.length ?? 0) > 0;
  }

  async draw() {
    this.columns = columnsOf(this.yasr.results);
    this.all = this.yasr.results.getBindings() ?? [];
    this.names = new Map();
    this.sorted = { column: null, isDown: false };
    this.wanted = "";
    this.first = 0;
    this.body = element("tbody");
    this.status = element("p", { class: "note", role: "status" });
    this.id = "table-" + tables++;
    const box = element("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": t("table.label") },
      element("table", { id: this.id }, element("thead", {}, this.head()), this.body));
    this.controls = this.makeControls();
    this.yasr.resultsEl.replaceChildren(...(this.all.length > 1 ? [this.controls] : []), box, this.status);
    await this.rows();
  }

  head() {
    const row = element("tr");
    this.heads = this.columns.map(column => {
      const button = element("button", { type: "button", class: "sort" }, column.name);
      button.addEventListener("click", () => this.sort(column));
      const head = element("th", { scope: "col" }, this.all.length > 1 ? button : column.name);
      row.append(head);
      return head;
    });
    return row;
  }

  makeControls() {
    const filter = element("input", { type: "search", id: "table-filter", autocomplete: "off", spellcheck: "false" });
    filter.addEventListener("input", () => {
      this.wanted = folded(filter.value);
      this.first = 0;
      this.rows();
    });
    const controls = element("div", { class: "controls" }, element("label", { for: filter.id }, t("table.filter")), filter);
    if (this.all.length > AT_ONCE) {
      this.before = element("button", { type: "button", class: "second" }, t("table.before"));
      this.after = element("button", { type: "button", class: "second" }, t("table.after"));
      this.before.addEventListener("click", () => this.turn(-AT_ONCE));
      this.after.addEventListener("click", () => this.turn(AT_ONCE));
      controls.append(this.before, this.after);
    }
    return controls;
  }

  turn(by) {
    this.first = Math.max(0, this.first + by);
    this.rows();
  }

  sort(column) {
    this.sorted = { column, isDown: this.sorted.column === column && !this.sorted.isDown };
    this.columns.forEach((other, i) => {
      if (other === column) this.heads[i].setAttribute("aria-sort", this.sorted.isDown ? "descending" : "ascending");
      else this.heads[i].removeAttribute("aria-sort");
    });
    this.first = 0;
    this.rows();
  }

  text(value) {
    if (!value) return "";
    return value.type === "uri" ? (this.names.get(value.value) ?? "") + " " + (shorten(value.value) ?? value.value) : value.value;
  }

  /** The rows that are wanted, in the order that is wanted. */
  chosen() {
    const rows = this.wanted === ""
      ? [...this.all]
      : this.all.filter(row => this.columns.some(c => folded(this.text(c.at(row))).includes(this.wanted)));
    const { column, isDown } = this.sorted;
    if (!column) return rows;
    const isNumber = column.kind === "number" || column.kind === "year";
    const compare = isNumber
      ? (a, b) => (numberOf(column.at(a)) || 0) - (numberOf(column.at(b)) || 0)
      : (a, b) => this.text(column.at(a)).localeCompare(this.text(column.at(b)));
    return rows.sort((a, b) => (isDown ? compare(b, a) : compare(a, b)));
  }

  async rows() {
    const rows = this.chosen();
    if (this.first >= rows.length) this.first = 0;
    const here = rows.slice(this.first, this.first + AT_ONCE);
    this.fill(here);
    const until = this.first + here.length;
    this.status.textContent = this.all.length > AT_ONCE || this.wanted !== ""
      ? t("table.shown", here.length === 0 ? 0 : number(this.first + 1), number(until), number(rows.length)) : "";
    if (this.before) this.before.disabled = this.first === 0;
    if (this.after) this.after.disabled = until >= rows.length;
    const iris = here.flatMap(row => Object.values(row).filter(v => v.type === "uri").map(v => v.value));
    const unnamed = iris.filter(iri => !this.names.has(iri));
    if (unnamed.length === 0) return;
    const found = await namesOf(unnamed);
    found.forEach((name, iri) => this.names.set(iri, name));
    if (found.size > 0 && this.body.isConnected) this.fill(here);
  }

  fill(rows) {
    this.body.replaceChildren(...rows.map(row => element("tr", {}, ...this.columns.map(column => {
      const value = column.at(row);
      const isNumber = column.kind === "number";
      return element("td", isNumber ? { class: "number" } : {}, ...(value ? shown(value, this.names) : []));
    }))));
  }
}
