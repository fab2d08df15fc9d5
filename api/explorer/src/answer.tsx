/** Below an answer: what it cost, what went wrong, and how to take it away. */
import { Button, DropdownMenu, useGraphiQL } from "@graphiql/react";
import { useMemo, useState } from "react";
import { AdviceNote } from "./advice.tsx";
import { Cite } from "./cite";
import { isObject, readJson } from "./json";
import type { Outcome, Outcomes } from "./outcomes";
import { type Format, save } from "./saving";
import { type Table, tableName, tablesIn } from "./tables";

export function AnswerBar({ url, outcomes }: { url: string; outcomes: Outcomes }) {
  const [citing, setCiting] = useState(false);
  const text = useGraphiQL(({ tabs, activeTabIndex }) => tabs[activeTabIndex]?.response) ?? "";
  const { data, tables } = useMemo(() => {
    const body = readJson(text);
    const data = isObject(body) ? body.data : undefined;
    return { data, tables: tablesIn(data) };
  }, [text]);
  const asked = outcomes.of(text);
  if (!asked) return <p className="answer empty">Run a question with the arrow, or with Ctrl and Enter.</p>;
  const { outcome } = asked;
  const download = (table: Table, format: Format) => save(table, format, outcome.revision, outcome.at);
  return (
    <div className="answer">
      <AdviceNote outcome={outcome} />
      <Facts outcome={outcome} />
      {isObject(data) && (
        <div className="actions">
          <Download format="csv" tables={tables} download={download} />
          <Download format="json" tables={tables} download={download} />
          <Button onClick={() => setCiting(true)}>Cite</Button>
        </div>
      )}
      {citing && <Cite url={url} asked={asked} data={data} close={() => setCiting(false)} />}
    </div>
  );
}

function Facts({ outcome }: { outcome: Outcome }) {
  const { revision, milliseconds, charged, remaining, limit } = outcome;
  const facts = [
    ...(revision === undefined ? [] : [`Revision ${revision}`]),
    `${milliseconds.toLocaleString("en")} ms`,
    ...(charged === undefined ? [] : [`cost ${charged.toLocaleString("en")}`]),
    ...(remaining === undefined ? [] : [`${remaining.toLocaleString("en")}${limit === undefined ? "" : ` of ${limit.toLocaleString("en")}`} left`]),
  ];
  const share = limit && remaining !== undefined ? remaining / limit : undefined;
  return (
    <p className="facts" role="status">
      {facts.join(" · ")}
      {share !== undefined && <meter min={0} max={1} low={0.2} high={0.5} optimum={1} value={share} aria-label="Budget left" />}
    </p>
  );
}

interface DownloadProps {
  format: Format;
  tables: Table[];
  download: (table: Table, format: Format) => void;
}

function Download({ format, tables, download }: DownloadProps) {
  const label = format.toUpperCase();
  const [only] = tables;
  if (!only) return <Button disabled title="Nothing in this answer is a table">{label}</Button>;
  if (tables.length === 1) {
    return <Button onClick={() => download(only, format)} title={`${tableName(only.path)}, ${size(only)}`}>{label}</Button>;
  }
  return (
    <DropdownMenu>
      <DropdownMenu.Button className="graphiql-button" aria-label={`${label}: choose a table`}>{label} ▾</DropdownMenu.Button>
      <DropdownMenu.Content className="tables">
        {tables.map((table) => (
          <DropdownMenu.Item key={table.path.join(".")} onSelect={() => download(table, format)}>
            {tableName(table.path)} <small>{size(table)}</small>
          </DropdownMenu.Item>
        ))}
      </DropdownMenu.Content>
    </DropdownMenu>
  );
}

/** "10 of 29 rows" */
function size({ rows, total }: Table): string {
  const count = rows.length.toLocaleString("en");
  const all = total === undefined ? count : `${count} of ${total.toLocaleString("en")}`;
  return `${all} ${rows.length === 1 && total === undefined ? "row" : "rows"}`;
}
