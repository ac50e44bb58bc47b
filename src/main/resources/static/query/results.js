// The result of a query: Yasr with views of our own, words in both languages and no links elsewhere.
import { t, element } from "./words.js";
import { Table } from "./table.js";
import { Chart } from "./chart.js";
import { Timeline } from "./timeline.js";
import { WorldMap } from "./map.js";

const { Yasr } = window;
const RawResponse = Yasr.plugins.response;

/** What the service sent, as it is. */
class Raw extends RawResponse {
  constructor(yasr) {
    super(yasr);
    this.label = t("raw");
    this.helpReference = undefined;
  }

  draw() {
    super.draw({ maxLines: Infinity });
    this.cm.setSize(null, Math.min(30, this.cm.lineCount() + 1) * 1.5 + "rem");
    this.cm.getInputField().setAttribute("aria-label", t("raw"));
    this.cm.getScrollerElement().setAttribute("tabindex", "0");
    this.cm.getScrollerElement().setAttribute("role", "region");
    this.cm.getScrollerElement().setAttribute("aria-label", t("raw"));
    this.cm.refresh();
  }
}

/** Yes or no. */
class Truth {
  constructor(yasr) {
    this.yasr = yasr;
    this.label = t("truth");
    this.priority = 20;
  }

  canHandleResults() {
    return typeof this.yasr.results?.getBoolean() === "boolean";
  }

  draw() {
    this.yasr.resultsEl.replaceChildren(element("p", { class: "truth" }, t(this.yasr.results.getBoolean() ? "query.true" : "query.false")));
  }
}

const VIEWS = { table: Table, truth: Truth, chart: Chart, timeline: Timeline, map: WorldMap, response: Raw };

Yasr.plugins = {};
Yasr.defaults.plugins = {};
for (const [name, view] of Object.entries(VIEWS)) Yasr.registerPlugin(name, view);

/** Yasr without its own head: the buttons of the views are ours. */
export class Results extends Yasr {
  constructor(parent) {
    super(parent, { persistenceId: null, pluginOrder: Object.keys(VIEWS), defaultPlugin: "table" });
  }

  drawHeader() {
    this.pluginControls = element("div");
    this.headerEl.setAttribute("role", "group");
    this.headerEl.setAttribute("aria-label", t("views"));
    this.buttons = new Map(this.config.pluginOrder.map(name => {
      const button = element("button", { type: "button", class: "view" }, this.plugins[name].label);
      button.addEventListener("click", () => this.selectPlugin(name));
      this.headerEl.append(button);
      return [name, button];
    }));
  }

  updatePluginSelectors(able) {
    if (able) this.able = able;
    const chosen = this.chosenView();
    for (const [name, button] of this.buttons) {
      button.hidden = !(this.able ?? []).includes(name);
      button.setAttribute("aria-pressed", String(name === chosen));
    }
  }

  /** The view that is shown: the one that was chosen where it can show this result, else the best. */
  chosenView() {
    const able = this.able ?? [];
    return able.includes(this.getSelectedPluginName()) ? this.getSelectedPluginName() : able[0];
  }

  updateHelpButton() {}

  updateResponseInfo() {}

  updateExportHeaders() {}

  fillFallbackBox() {}

  /** Shows what the service answered: { content, status, headers, json }. */
  show(response) {
    this.able = null;
    this.json = response.json;
    this.setResponse(response);
  }

  /** JSON has been read already: Yasr would fill in what looks like a template in a text. */
  draw() {
    if (this.results && this.json) {
      this.results.json = this.json;
      this.results.type = "json";
    }
    super.draw();
  }
}
