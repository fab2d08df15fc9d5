/** Files and the clipboard. */
import { csv } from "./csv";
import type { Table } from "./tables";

export type Format = "csv" | "json";

/** Give a table to the browser as a file. */
export function save(table: Table, format: Format, revision: number | undefined, at: Date): void {
  const [text, type] =
    format === "csv" ? [csv(table), "text/csv;charset=utf-8"] : [JSON.stringify(table.nodes, null, 2), "application/json"];
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement("a");
  link.href = url;
  link.download = fileName(table.path, format, revision, at);
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** "detente-country-nationals-released-revision-1-2026-11-23.csv" */
export function fileName(path: string[], format: Format, revision: number | undefined, at: Date): string {
  const words = path.map((key) => key.replace(/([a-z0-9])([A-Z])/g, "$1-$2").toLowerCase());
  const parts = ["detente", ...words, ...(revision === undefined ? [] : [`revision-${revision}`]), at.toISOString().slice(0, 10)];
  return `${parts.join("-").replace(/[^a-z0-9-]+/g, "-")}.${format}`;
}

/** Copy a text; also where a page has no clipboard, as over plain HTTP from another machine. */
export async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const field = document.createElement("textarea");
    field.value = text;
    field.className = "unseen";
    // Within an open dialog, which keeps the focus.
    (document.querySelector("[role=dialog]") ?? document.body).append(field);
    field.select();
    const done = document.execCommand("copy");
    field.remove();
    return done;
  }
}
