/** A table as CSV that spreadsheets open right. */
import type { Cell, Table } from "./tables";

// Excel reads UTF-8 only where the file begins with its mark.
const MARK = "\uFEFF";
// A cell that begins so is a formula to a spreadsheet, in ASCII or as wide as an ideograph.
const FORMULA = /^[\s]*[=+\-@\t\r＝＋－＠]/;

export function csv({ columns, rows }: Pick<Table, "columns" | "rows">): string {
  return MARK + [columns, ...rows].map((row) => row.map(cell).join(",") + "\r\n").join("");
}

function cell(value: Cell): string {
  if (value === null) return "";
  if (typeof value !== "string") return String(value);
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
}
