// Asks a real Prometheus every question of the Grafana dashboard, about a server that runs and is played on:
//   node itests/bots/panels.mjs http://localhost:2568 [SECONDS=40]
// It scrapes once a second for that long; each panel has to be answered with data, or to be one that may have none (see MAY_BE_EMPTY).
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** Panels, by the beginning of what they ask, that are empty until something goes wrong or is used. */
const MAY_BE_EMPTY = [
  ["sum by (reason) (rate(hotrealm_joins_refused_total", "nobody was refused"],
  ["sum by (kind) (rate(hotrealm_clients_refused_total", "no limit was hit"],
  ["sum by (rule) (rate(hotrealm_protocol_breaches_total", "no limit was hit"],
  ["sum by (limit) (rate(hotrealm_joins_limited_total", "no limit was hit"],
  ["sum by (verdict) (increase(hotrealm_swaps_total", "nothing was swapped"],
  ["sum by (skill) (rate(hotrealm_casts_total", "nobody's cast was broken"],
  ["sum by (command) (rate(hotrealm_redis", "no cluster"],
  ["sum by (instance, command) (rate(hotrealm_redis", "no cluster"],
  ["hotrealm_redis_up", "no cluster"],
  ["sum by (instance, gc)", "the collector has not paused yet"],
];

const [operator = "http://localhost:2568", seconds = "40"] = process.argv.slice(2);
const monitoring = fileURLToPath(new URL("../../distribution/src/monitoring/", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "hotrealm-panels-"));
writeFileSync(join(folder, "prometheus.yml"), `
global: { scrape_interval: 1s, evaluation_interval: 1s }
rule_files: ["${monitoring}hotrealm.rules.yml"]
scrape_configs: [{ job_name: hotrealm, static_configs: [{ targets: ["${new URL(operator).host}"] }] }]
`);
const port = await free();
const prometheus = spawn("prometheus", [`--config.file=${join(folder, "prometheus.yml")}`, `--storage.tsdb.path=${join(folder, "data")}`, `--web.listen-address=127.0.0.1:${port}`, "--log.level=warn"], { stdio: "inherit" });
try {
  await new Promise((later) => setTimeout(later, 1000 * Number(seconds)));
  process.exitCode = (await panels()) + (await rules()) > 0 ? 1 : 0;
} finally {
  const over = new Promise((done) => prometheus.once("exit", done));
  prometheus.kill("SIGTERM");
  await over;
  rmSync(folder, { recursive: true, force: true });
}

/** How many questions have no answer that should have one. */
async function panels() {
  let missing = 0;
  let asked = 0;
  const { panels } = JSON.parse(readFileSync(join(monitoring, "grafana-dashboard.json"), "utf8"));
  for (const panel of panels.flatMap((row) => [row, ...(row.panels ?? [])])) {
    for (const { expr } of panel.targets ?? []) {
      const answer = await query(expr.replaceAll("$instance", ".*").replaceAll("$type", ".*").replaceAll("$__rate_interval", "20s"));
      const [, why] = MAY_BE_EMPTY.find(([start]) => expr.startsWith(start)) ?? [];
      asked++;
      if (answer.status !== "success" || (answer.data.result.length === 0 && !why)) {
        missing++;
        console.log(`NOTHING  ${panel.title}: ${answer.error ?? expr}`);
      } else if (answer.data.result.length === 0) {
        console.log(`empty    ${panel.title}: ${why}`);
      } else {
        const numbers = answer.data.result.map(({ metric, value }) => `${Object.values(metric).filter((label) => label.length < 24).join(" ")} ${Number(value[1]).toPrecision(3)}`.trim());
        console.log(`data     ${panel.title}: ${numbers.slice(0, 4).join(", ")}${numbers.length > 4 ? ` and ${numbers.length - 4} more` : ""}`);
      }
    }
  }
  console.log(`${asked} questions, ${missing} without an answer`);
  return missing;
}

/** How many rules Prometheus could not evaluate; tells which alerts stand. */
async function rules() {
  const { data } = await (await fetch(`http://127.0.0.1:${port}/api/v1/rules`)).json();
  const all = data.groups.flatMap((group) => group.rules);
  const broken = all.filter((rule) => rule.health !== "ok");
  broken.forEach((rule) => console.log(`BROKEN   rule ${rule.name}: ${rule.lastError || rule.health}`));
  const standing = all.filter((rule) => rule.type === "alerting" && rule.state !== "inactive");
  console.log(`${all.length} rules, ${broken.length} broken; ${standing.length === 0 ? "no alert stands" : standing.map((rule) => `${rule.name} is ${rule.state}`).join(", ")}`);
  return broken.length;
}

async function query(expr) {
  return (await fetch(`http://127.0.0.1:${port}/api/v1/query?query=${encodeURIComponent(expr)}`)).json();
}

function free() {
  return new Promise((found) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port: number } = probe.address();
      probe.close(() => found(number));
    });
  });
}
