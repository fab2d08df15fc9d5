/** A text that says where an answer is from. */
import type { Source } from "./sources";

export interface Cited {
  /** What was asked, in a few words. */
  name?: string;
  link: string;
  revision?: number;
  /** When the answer was read. */
  at: Date;
  license?: string;
  sources: Source[];
}

export function citation({ name, link, revision, at, license, sources }: Cited): string {
  const what = name ? `Détente, “${name}”` : "Détente";
  const when = `read on ${day(at)} at ${time(at)} UTC`;
  const head = [what, ...(revision === undefined ? [] : [`revision ${revision} of the data`]), when].join(", ");
  const lines = [`${head}.`, link];
  if (license) lines.push(`Licence of the data: ${license}.`);
  if (sources.length > 0) lines.push("", "Sources:", ...sources.map((source, index) => `${index + 1}. ${written(source)}`));
  return lines.join("\n");
}

function written({ publisher, title, publishedOn, url, license }: Source): string {
  const quoted = title ? `“${title}”` : undefined;
  const terms = license ? `licence: ${license}` : undefined;
  return [publisher, quoted, publishedOn, url, terms].filter(Boolean).join(", ");
}

function day(at: Date): string {
  return at.toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
}

function time(at: Date): string {
  return at.toISOString().slice(11, 16);
}
