// Asks one server as fast as it answers, for so many seconds or so many times: {url, connections, seconds or amount,
// headers, bodies} on standard input, what was measured on standard output. Each connection sends the bodies in turn,
// beginning at another one, and the next only after the answer.
import { readFileSync } from "node:fs";
import autocannon from "autocannon";

const { url, connections, seconds, amount, headers, bodies } = JSON.parse(readFileSync(0, "utf8"));

const requests = bodies.map((body) => ({ method: "POST", headers, body }));
let connected = 0;

const result = await autocannon({
  url,
  connections,
  ...(amount ? { amount } : { duration: seconds }),
  // So that no two of them ask the same at the same time, which a server could answer by one statement.
  setupClient(client) {
    const place = Math.floor((connected++ * requests.length) / connections);
    client.setRequests([...requests.slice(place), ...requests.slice(0, place)]);
  },
});

console.log(
  JSON.stringify({
    per_second: (result["2xx"] + result["3xx"]) / result.duration,
    p50: result.latency.p50,
    p99: result.latency.p99,
    answered: result["2xx"],
    unchanged: result["3xx"],
    refused: result["4xx"] + result["5xx"],
    errors: result.errors + result.timeouts,
    bytes: result.throughput.total,
  }),
);
