// What is wrong with a query, at its place: what the grammar of the editor sees while one types, and what the service answers.
import { t, isKnown, element } from "./words.js";

const GUTTER = "gutterErrorBar";

/** Marks the first line that the grammar of the editor cannot follow. */
export function markSyntax(editor) {
  editor.clearGutter(GUTTER);
  editor.queryValid = true;
  for (let line = 0; line < editor.lineCount(); line++) {
    const state = editor.getTokenAt({ line, ch: editor.getLine(line).length }, true).state;
    editor.setOption("queryType", state.queryType);
    if (state.OK) continue;
    editor.queryValid = false;
    const expected = (state.possibleCurrent ?? []).slice(0, 6).join("  ");
    const mark = element("span", { class: "fault-mark", title: expected ? t("expected", expected) : "" }, "!");
    editor.setGutterMarker(line, GUTTER, mark);
    return;
  }
}

/** The words of a problem (RFC 9457) as the service tells it. */
function message(problem) {
  const box = element("div", { class: "fault" });
  const key = "problem." + (problem.type ?? "").split("/").at(-1) + ".title";
  box.append(element("strong", {}, isKnown(key) ? t(key) : problem.title ?? t("failed")));
  if (problem.detail) box.append(element("p", {}, problem.detail));
  if (problem.hint) box.append(element("p", {}, t("hint") + " ", element("code", {}, problem.hint)));
  return box;
}

/** Shows a problem at its line; what it returns takes it away. */
function atLine(editor, problem) {
  const line = Math.min(problem.line - 1, editor.lastLine());
  const ch = Math.max(0, (problem.column ?? 1) - 1);
  const widget = editor.addLineWidget(line, message(problem), { above: false });
  editor.addLineClass(line, "background", "fault-line");
  const mark = problem.token
    ? editor.markText({ line, ch }, { line, ch: ch + problem.token.length }, { className: "fault-word" })
    : null;
  editor.setCursor({ line, ch });
  editor.scrollIntoView({ line, ch }, 80);
  return () => {
    widget.clear();
    mark?.clear();
    editor.removeLineClass(line, "background", "fault-line");
  };
}

/** Shows what the service says is wrong, until the query is changed. */
export class Faults {
  constructor(editor, place) {
    this.editor = editor;
    this.place = place;
    this.remove = null;
    editor.on("change", () => this.clear());
  }

  clear() {
    this.remove?.();
    this.remove = null;
    this.place.replaceChildren();
  }

  show(problem) {
    this.clear();
    if (problem.line) {
      this.remove = atLine(this.editor, problem);
      this.editor.focus();
    } else {
      const box = message(problem);
      box.className = "problem-box";
      this.place.append(box);
    }
  }
}
