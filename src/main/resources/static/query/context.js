// What stands at a place in a query: a reading of its tokens that bears with what is not finished.
const TOKEN = new RegExp([
  /(?<blank>\s+|#[^\n]*)/,
  /(?<text>"""[^]*?"""|'''[^]*?'''|"(?:[^"\\\n]|\\.)*"?|'(?:[^'\\\n]|\\.)*'?)/,
  /(?<iri><[^<>"{}|^`\\\s]*>)/,
  /(?<variable>[?$][\p{L}\p{N}_]*)/,
  /(?<tag>@[\p{L}\p{N}-]+)/,
  /(?<name>(?:[\p{L}_][\p{L}\p{N}_.-]*)?:(?:[\p{L}\p{N}_:%-]|\.(?=[\p{L}\p{N}_:%-]))*)/,
  /(?<number>[+-]?[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?)/,
  /(?<word>[\p{L}_][\p{L}\p{M}\p{N}_-]*)/,
  /(?<sign>\^\^|&&|\|\||[<>!]=|[^])/,
].map(r => r.source).join("|"), "gu");

const TYPE = new Set(["a", "rdf:type", "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"]);
const BEFORE_BRACKETS = new Set(["FILTER", "BIND", "HAVING", "IN", "COALESCE", "IF", "CONCAT"]);

function tokens(query) {
  return [...query.matchAll(TOKEN)].map(match => {
    const [kind, text] = Object.entries(match.groups).find(([, value]) => value !== undefined);
    return { kind, text, start: match.index, end: match.index + match[0].length };
  }).filter(token => token.kind !== "blank" || token.text.startsWith("#"));
}

/** Follows the triples of a query; knows which part of one comes next, and which classes subjects have. */
class Reader {
  constructor() {
    this.frames = [{ next: "nothing", subject: null, predicate: null }];
    this.classes = new Map();
    this.blanks = 0;
    this.keyword = "";
  }

  get frame() {
    return this.frames.at(-1);
  }

  take(token) {
    const { kind, text } = token;
    if (kind === "blank") return;
    if (kind === "sign") this.sign(text);
    else if (kind === "word" && text !== "a") this.word(text.toUpperCase());
    else if (kind !== "tag") this.term(text);
  }

  word(word) {
    this.keyword = word;
    const frame = this.frame;
    if (frame.next === "expression") return;
    if (word === "PREFIX") frame.next = "prefix";
    else if (word === "GRAPH" || word === "SERVICE" || word === "FROM" || word === "NAMED") frame.next = "graph";
    else if (word === "BASE" || word === "SELECT" || word === "LIMIT" || word === "ORDER" || word === "GROUP") frame.next = "nothing";
    else if (word === "DESCRIBE" || word === "VALUES") frame.next = "thing";
    else if (BEFORE_BRACKETS.has(word)) frame.next = "nothing";
    else if (this.frames.length > 1 && (word === "OPTIONAL" || word === "MINUS" || word === "UNION")) frame.next = "subject";
  }

  term(text) {
    const frame = this.frame;
    switch (frame.next) {
      case "prefix":
        frame.next = "nothing";
        break;
      case "graph":
        frame.next = "subject";
        break;
      case "subject":
        frame.subject = text;
        frame.next = "predicate";
        break;
      case "predicate":
        frame.predicate = text;
        frame.next = frame.isPath ? "predicate" : "object";
        break;
      case "object":
        if (TYPE.has(frame.predicate)) {
          if (!this.classes.has(frame.subject)) this.classes.set(frame.subject, []);
          this.classes.get(frame.subject).push(text);
        }
        frame.next = "end";
        break;
      default:
    }
  }

  sign(sign) {
    const frame = this.frame;
    switch (sign) {
      case "{":
        // The values of VALUES are things; all other groups hold triples.
        this.frames.push({ next: frame.next === "thing" && this.keyword === "VALUES" ? "thing" : "subject" });
        break;
      case "[": {
        const subject = "_:" + this.blanks++;
        if (frame.next === "subject" || frame.next === "object") this.term(subject);
        this.frames.push({ next: "predicate", subject });
        break;
      }
      case "(":
        if (frame.next === "predicate") this.frames.push({ next: "predicate", subject: frame.subject, isPath: true });
        else this.frames.push({ next: frame.next === "object" || frame.next === "thing" ? "thing" : "expression" });
        break;
      case "}":
      case "]":
      case ")": {
        if (this.frames.length > 1) this.frames.pop();
        if (sign === "}") this.frame.next = this.frames.length > 1 ? "subject" : "nothing";
        if (sign === ")" && frame.isPath) this.frame.next = "object";
        else if (sign === ")" && this.frame.next === "nothing" && this.frames.length > 1) this.frame.next = "subject";
        else if (sign === ")" && this.frame.next === "object") this.frame.next = "end";
        break;
      }
      case ".":
        if (frame.next !== "thing" && frame.next !== "expression" && this.frames.length > 1) frame.next = "subject";
        break;
      case ";":
        if (this.frames.length > 1) frame.next = "predicate";
        break;
      case ",":
        if (frame.next === "end") frame.next = "object";
        break;
      case "/":
      case "|":
        if (frame.next === "object") frame.next = "predicate";
        break;
      default:
    }
  }
}

/**
 * What stands at an offset: { kind, word, start, end, classes }. The kind is prefix, class, property, thing, variable or nothing; the word is
 * what has been typed of it, from start to end; the classes are those of the subject, wherever the query tells them.
 */
export function contextAt(query, offset) {
  const all = tokens(query);
  const reader = new Reader();
  let found = null;
  for (const token of all) {
    if (found === null && token.end >= offset) {
      const isInside = token.start < offset && token.kind !== "sign";
      found = describe(reader, isInside ? token : { kind: "none", text: "", start: offset, end: offset }, offset);
      if (!isInside && token.start < offset) {
        // A sign ends here: what follows it counts.
        reader.take(token);
        found = describe(reader, { kind: "none", text: "", start: offset, end: offset }, offset);
        continue;
      }
    }
    reader.take(token);
  }
  found ??= describe(reader, { kind: "none", text: "", start: offset, end: offset }, offset);
  found.classes = reader.classes.get(found.subject) ?? [];
  return found;
}

function describe(reader, token, offset) {
  const frame = reader.frame;
  const found = {
    kind: "nothing", word: token.text.slice(0, Math.max(0, offset - token.start)), start: token.start, end: token.end, subject: frame.subject,
  };
  if (token.kind === "blank" || token.kind === "iri" || token.kind === "number" || token.kind === "tag") return found;
  if (token.kind === "variable") found.kind = "variable";
  else if (frame.next === "prefix") found.kind = "prefix";
  else if (frame.next === "predicate") found.kind = "property";
  else if (frame.next === "object" && TYPE.has(frame.predicate)) found.kind = "class";
  else if (["subject", "object", "thing", "graph", "expression"].includes(frame.next)) found.kind = "thing";
  return found;
}

/** The variables of a query in the order of its text, but for the one at an offset. */
export const variablesOf = (query, offset) =>
  [...new Set(tokens(query)
    .filter(token => token.kind === "variable" && token.text.length > 1 && !(token.start < offset && offset <= token.end))
    .map(token => token.text))];

/** The prefixes that a query declares. */
export function prefixesOf(query) {
  const all = tokens(query);
  return new Set(all
    .filter((token, i) => token.kind === "name" && i > 0 && all[i - 1].text.toUpperCase() === "PREFIX")
    .map(token => token.text.slice(0, token.text.indexOf(":"))));
}
