// What the columns of a result hold: numbers, dates, points, addresses, texts.
import { isOfKind } from "./words.js";

const NUMBERS = /^http:\/\/www\.w3\.org\/2001\/XMLSchema#(integer|decimal|double|float|int|long|short|byte|(nonNegative|positive|unsigned)\w+)$/;
const DATES = /^http:\/\/www\.w3\.org\/2001\/XMLSchema#(date|dateTime|gYear|gYearMonth)$|edtf\/EDTF$/;
const WKT = "http://www.opengis.net/ont/geosparql#wktLiteral";
const POINT = /^\s*(?:<[^>]*>\s*)?POINT\s*\(\s*(-?[\d.]+)\s+(-?[\d.]+)\s*\)/i;
const DAYS = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365];

/** The number of a value; NaN where it is none. */
export const numberOf = value => (value && value.type !== "uri" && value.value.trim() !== "" ? Number(value.value) : NaN);

/** A point as [degrees east, degrees north]; null where a value is none. */
export function pointOf(value) {
  const match = value && POINT.exec(value.value);
  return match ? [Number(match[1]), Number(match[2])] : null;
}

/** The years from which to which one date lasts: its first moment, and the first after it. */
function span(text) {
  const match = /^(-?\d{1,3}[\dXu]|-?\d[\dXu]{1,3}|-?\d{4})(?:-([\dXu]{2}))?(?:-([\dXu]{2}))?/.exec(text);
  if (!match) return null;
  const [, year, month, day] = match;
  const first = Number(year.replace(/[Xu]/g, "0"));
  const isMonth = /^(0[1-9]|1[0-2])$/.test(month ?? "");
  if (!isMonth) {
    const season = { 21: [2, 5], 22: [5, 8], 23: [8, 11], 24: [11, 14] }[month];
    if (season) return [first + season[0] / 12, first + season[1] / 12];
    return [first, Number(year.replace(/[Xu]/g, "9")) + 1];
  }
  const start = DAYS[Number(month) - 1];
  if (!/^\d\d$/.test(day ?? "")) return [first + start / 365, first + DAYS[Number(month)] / 365];
  const at = start + Number(day) - 1;
  return [first + at / 365, first + (at + 1) / 365];
}

/**
 * The years that a date covers, by xsd:date, xsd:gYear, a whole number or EDTF (intervals, sets, seasons, open ends): [from, to], with
 * a fraction for the part of the year; null where a text is no date.
 */
export function yearsOf(value) {
  if (!value || value.type === "uri") return null;
  const spans = value.value.split(/\/|\.\.|,/).map(part => span(part.replace(/^[[{\s]+|[?~%\]}\s]+$/g, ""))).filter(s => s !== null);
  if (spans.length === 0) return null;
  return [Math.min(...spans.map(s => s[0])), Math.max(...spans.map(s => s[1]))];
}

function kindOf(name, values) {
  const first = values[0];
  if (first === undefined) return "empty";
  if (values.every(v => v.type === "uri")) return "iri";
  if (values.every(v => v.datatype === WKT || (v.type !== "uri" && POINT.test(v.value)))) return "point";
  if (values.every(v => DATES.test(v.datatype ?? ""))) return "date";
  if (values.every(v => NUMBERS.test(v.datatype ?? "") && !Number.isNaN(numberOf(v)))) {
    const isYears = values.every(v => /^[12]\d{3}$/.test(v.value)) && /year|năm|nam/i.test(name);
    return isYears ? "year" : "number";
  }
  return "text";
}

/** The columns of a result: { name, kind, at(row) } in the order of its variables. */
export function columnsOf(results) {
  const rows = results?.getBindings() ?? [];
  return (results?.getVariables() ?? []).map(name => ({
    name,
    kind: kindOf(name, rows.map(row => row[name]).filter(v => v !== undefined)),
    at: row => row[name],
  }));
}

/** Those of a kind. */
export const ofKind = (columns, ...kinds) => columns.filter(column => kinds.includes(column.kind));

/** The columns that are latitude and longitude; null where there are not both. */
export function degrees(columns) {
  const numbers = ofKind(columns, "number");
  const latitude = numbers.find(c => /^(lat|latitude)$/i.test(c.name));
  const longitude = numbers.find(c => /^(lon|long|lng|longitude)$/i.test(c.name));
  return latitude && longitude ? { latitude, longitude } : null;
}

/** The column whose addresses have places of their own; undefined where there is none. */
export const placed = (columns, rows) =>
  ofKind(columns, "iri").find(column => rows.some(row => column.at(row) && isOfKind(column.at(row).value, "place")));
