/** Shows what went wrong and what to do. */
import { useGraphiQL } from "@graphiql/react";
import { useEffect, useState } from "react";
import { adviceFor } from "./advice.ts";
import type { Complaint, Outcome } from "./outcomes";

export function AdviceNote({ outcome }: { outcome: Outcome }) {
  const advice = adviceFor(outcome);
  if (!advice) return null;
  const list = outcome.errors.length > 1 || outcome.errors[0]?.line !== undefined;
  return (
    <div className="advice" role="alert">
      <strong>{advice.title}</strong>
      {advice.text && <span> {advice.text}</span>}
      {advice.seconds !== undefined && <Countdown key={outcome.at.getTime()} seconds={advice.seconds} />}
      {list && <Complaints errors={outcome.errors} one={outcome.errors.length === 1} />}
    </div>
  );
}

function Countdown({ seconds }: { seconds: number }) {
  const [left, setLeft] = useState(seconds);
  useEffect(() => {
    if (left <= 0) return undefined;
    const timer = setTimeout(() => setLeft(left - 1), 1000);
    return () => clearTimeout(timer);
  }, [left]);
  return <span> {left > 0 ? `Ask again in ${left} ${left === 1 ? "second" : "seconds"}.` : "Ask again now."}</span>;
}

function Complaints({ errors, one }: { errors: Complaint[]; one: boolean }) {
  return (
    <ul>
      {errors.map((error, index) => (
        <li key={index}>
          {error.line !== undefined && <Place line={error.line} column={error.column ?? 1} />}
          {!one && ` ${error.message}`}
          {!one && error.hint && <em> {error.hint}</em>}
        </li>
      ))}
    </ul>
  );
}

function Place({ line, column }: { line: number; column: number }) {
  const editor = useGraphiQL((state) => state.queryEditor);
  const go = () => {
    editor?.setPosition({ lineNumber: line, column });
    editor?.revealLineInCenter(line);
    editor?.focus();
  };
  return <button type="button" className="quiet" onClick={go}>Line {line}</button>;
}
