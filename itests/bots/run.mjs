// Starts the assembled server with data of its own and lets bots play: node itests/bots/run.mjs [BOTS=200] [SECONDS=600]
// Before: mvn -q -Dunit.skip -DskipITs verify -pl itests/bots -am
import { spawn } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(new URL(".", import.meta.url));
const home = join(here, "../../distribution/target/hotrealm-1.0.0");
const [bots = "200", seconds = "600"] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), "hotrealm-bots-"));
cpSync(join(home, "config"), join(folder, "config"), { recursive: true });
// All bots come from one address.
writeFileSync(join(folder, "config/org.hotrealm.net.transport.json"), '{ "connections.per.address.max": 0, "host": "127.0.0.1", "port": "$[env:PORT;type=Integer]" }');

const [port, operator] = [await free(), await free()];
const server = spawn(join(home, "bin/hotrealm"), [], {
  env: {
    ...process.env, PORT: port, OPERATOR_PORT: operator, HOTREALM_CONFIG: join(folder, "config"),
    HOTREALM_DATA: join(folder, "data"), HOTREALM_LOGS: join(folder, "logs"), HOTREALM_START_TIMEOUT: "180",
  },
  stdio: ["ignore", "pipe", "inherit"],
});
await new Promise((up, down) => {
  server.stdout.on("data", (text) => String(text).includes("is up after") && up());
  server.once("exit", () => down(new Error("the server ended before it was up")));
});
const player = spawn(process.execPath, [join(here, "src/test/node/play.mjs"), `ws://127.0.0.1:${port}`, bots, seconds,
  "--pid", String(server.pid), "--operator", `http://127.0.0.1:${operator}`], { stdio: "inherit" });
const code = await new Promise((done) => player.once("exit", done));
const log = readFileSync(join(folder, "logs/hotrealm.log"), "utf8");
console.log(`warnings and errors in the log: ${log.split("\n").filter((line) => / (WARN|ERROR) /.test(line)).length}`);
server.kill("SIGTERM");
await new Promise((done) => server.once("exit", done));
rmSync(folder, { recursive: true, force: true });
process.exit(code);

function free() {
  return new Promise((found) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port: number } = probe.address();
      probe.close(() => found(String(number)));
    });
  });
}
