// The assembled server with data of its own, on ports of its own, and jars of its bundles under later versions.
import { execFileSync, spawn } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(new URL(".", import.meta.url));
const home = join(here, "../../distribution/target/hotrealm-1.0.0");

export class Server {
  #folder = mkdtempSync(join(tmpdir(), "hotrealm-figures-"));
  #jars = join(this.#folder, "jars");
  #release = 0;
  #process;

  static async prepare() {
    const server = new Server();
    server.#prepare();
    [server.port, server.operator] = [await free(), await free()];
    return server;
  }

  #prepare() {
    mkdirSync(this.#jars);
    const plugin = join(here, "target/org.hotrealm.itests.swap-figures-1.0.0.jar");
    if (!existsSync(home) || !existsSync(plugin)) throw new Error("build first; the command is at the top of run.mjs");
    cpSync(join(home, "config"), join(this.#folder, "config"), { recursive: true });
    writeFileSync(join(this.#folder, "config/org.hotrealm.net.transport.json"), '{ "host": "127.0.0.1", "port": "$[env:PORT;type=Integer]" }');
    mkdirSync(join(this.#folder, "plugin/features"), { recursive: true });
    mkdirSync(join(this.#folder, "plugin/bundles"));
    cpSync(plugin, join(this.#folder, "plugin/bundles/org.hotrealm.itests.swap-figures-1.0.0.jar"));
    writeFileSync(join(this.#folder, "plugin/features/raw.feature.json"), JSON.stringify({
      "feature-resource-version": "1.0",
      id: "org.hotrealm:org.hotrealm.itests.swap-figures:1.0.0",
      bundles: [{ id: "org.hotrealm:org.hotrealm.itests.swap-figures:1.0.0", "start-order": 25 }],
    }));
  }

  async start() {
    const child = spawn(join(home, "bin/hotrealm"), ["--feature", join(this.#folder, "plugin/features/raw.feature.json")], {
      env: {
        ...process.env, PORT: this.port, OPERATOR_PORT: this.operator, HOTREALM_CONFIG: join(this.#folder, "config"),
        HOTREALM_DATA: join(this.#folder, "data"), HOTREALM_LOGS: join(this.#folder, "logs"), HOTREALM_DEPLOY: join(this.#folder, "deploy"),
        HOTREALM_START_TIMEOUT: "180",
      },
      stdio: ["ignore", "pipe", "inherit"],
    });
    await new Promise((up, down) => {
      child.stdout.on("data", (text) => String(text).includes("is up after") && up());
      child.once("exit", () => down(new Error("the server ended before it was up")));
    });
    this.#process = child;
  }

  async end(signal) {
    const over = new Promise((done) => this.#process.once("exit", done));
    this.#process.kill(signal);
    await over;
  }

  /** Nothing of what was swapped in is left. */
  forget() {
    rmSync(join(this.#folder, "data"), { recursive: true, force: true });
  }

  remove() {
    rmSync(this.#folder, { recursive: true, force: true });
  }

  /** The same bundle under a later version; a bad one has lost the descriptions of its components, so nothing comes of it. */
  issue(name, bad = false) {
    const version = `1.0.${++this.#release}`;
    const from = readdirSync(join(home, "bundles")).find((file) => file.startsWith(`org.hotrealm.${name}-`));
    const jar = join(this.#jars, `org.hotrealm.${name}-${version}.jar`);
    cpSync(join(home, "bundles", from), jar);
    const extra = join(this.#jars, "extra.mf");
    writeFileSync(extra, `Bundle-Version: ${version}\n${bad ? "Service-Component: OSGI-INF/none.xml\n" : ""}`);
    execFileSync(join(process.env.JAVA_HOME ?? "/usr", "bin/jar"), ["ufm", jar, extra], { stdio: "ignore" });
    return jar;
  }
}

function free() {
  return new Promise((found) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port: number } = probe.address();
      probe.close(() => found(String(number)));
    });
  });
}
