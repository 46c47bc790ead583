// Builds the client: types checked, one script and one style sheet named by their content, and a list of all files.
// Usage: node build.mjs --out FOLDER | --test
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const args = process.argv.slice(2);

if (Number(process.versions.node.split(".")[0]) < 20) {
  fail(`Node ${process.versions.node} is too old to build the browser client: install Node 20 or newer.`);
}
installPackages();
if (args.includes("--test")) {
  await test();
} else {
  await build(resolve(here, option("--out") ?? "../../../target/classes/site"));
}

function option(name) {
  const at = args.indexOf(name);
  return at < 0 ? undefined : args[at + 1];
}

function fail(text) {
  console.error(text);
  process.exit(1);
}

function run(command, parameters) {
  const done = spawnSync(command, parameters, { cwd: here, stdio: "inherit", shell: process.platform === "win32" });
  if (done.error) {
    fail(`cannot start ${command}: ${done.error.message}. Building the browser client needs Node with npm.`);
  }
  if (done.status !== 0) {
    fail(`${command} ${parameters.join(" ")} failed with code ${done.status}`);
  }
}

function installPackages() {
  const installed = join(here, "node_modules", ".from-lock");
  const lock = digest(readFileSync(join(here, "package-lock.json")));
  if (existsSync(installed) && readFileSync(installed, "utf8") === lock) {
    return;
  }
  run("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"]);
  writeFileSync(installed, lock);
}

function digest(...parts) {
  const hash = createHash("sha256");
  parts.forEach((part) => hash.update(part));
  return hash.digest("hex").slice(0, 20);
}

function filesBelow(folder) {
  return readdirSync(folder)
    .sort()
    .flatMap((name) => {
      const file = join(folder, name);
      return statSync(file).isDirectory() ? filesBelow(file) : [file];
    });
}

function sources() {
  const single = ["package-lock.json", "tsconfig.json", "build.mjs"].map((name) => join(here, name));
  return [...single, ...filesBelow(join(here, "src")), ...filesBelow(join(here, "public"))];
}

async function build(out) {
  const mark = join(dirname(out), "..", "site.digest");
  const wanted = digest(...sources().flatMap((file) => [relative(here, file), readFileSync(file)]));
  if (existsSync(join(out, "files.txt")) && existsSync(mark) && readFileSync(mark, "utf8") === wanted) {
    return;
  }
  run(process.execPath, [join("node_modules", "typescript", "bin", "tsc"), "--noEmit"]);
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  cpSync(join(here, "public"), out, { recursive: true });
  const { build: bundle } = await import("esbuild");
  const result = await bundle({
    absWorkingDir: here,
    entryPoints: { app: "src/main.ts", style: "src/style.css" },
    outdir: join(out, "assets"),
    entryNames: "[name]-[hash]",
    bundle: true,
    minify: true,
    format: "esm",
    target: ["es2022"],
    metafile: true,
    loader: { ".woff2": "file" },
    assetNames: "[name]-[hash]",
    legalComments: "none",
    logLevel: "warning",
  });
  nameAssets(out, Object.keys(result.metafile.outputs));
  writeFileSync(join(out, "licenses.txt"), licenses(Object.keys(result.metafile.inputs)));
  const names = filesBelow(out).map((file) => relative(out, file).replaceAll("\\", "/"));
  writeFileSync(join(out, "files.txt"), names.join("\n") + "\n");
  writeFileSync(mark, wanted);
  const bytes = names.reduce((sum, name) => sum + statSync(join(out, name)).size, 0);
  console.log(`browser client: ${names.length} files, ${Math.round(bytes / 1024)} KiB`);
}

function nameAssets(out, outputs) {
  const page = join(out, "index.html");
  let html = readFileSync(page, "utf8");
  for (const output of outputs) {
    const name = basename(output);
    const plain = name.replace(/-[A-Z0-9]{8}(?=\.)/, "");
    html = html.replace(`/assets/${plain}`, `/assets/${name}`);
  }
  writeFileSync(page, html);
}

function licenses(inputs) {
  const packages = new Set(
    inputs
      .map((input) => /^node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(input.replaceAll("\\", "/"))?.[1])
      .filter((name) => name !== undefined),
  );
  const texts = [...packages].sort().map((name) => {
    const folder = join(here, "node_modules", name);
    const about = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
    const text = file === undefined ? `Licence: ${about.license}` : readFileSync(join(folder, file), "utf8").trim();
    return `${name} ${about.version} (${about.license})\n\n${text}\n`;
  });
  return `What this client contains besides Hotrealm's own code (Apache-2.0):\n\n${texts.join("\n---\n\n")}`;
}

async function test() {
  const out = join(here, "..", "..", "..", "target", "web-tests");
  rmSync(out, { recursive: true, force: true });
  run(process.execPath, [join("node_modules", "typescript", "bin", "tsc"), "--noEmit", "-p", "test"]);
  const { build: bundle } = await import("esbuild");
  const entries = filesBelow(join(here, "test")).filter((file) => file.endsWith(".test.ts"));
  await bundle({
    absWorkingDir: here,
    entryPoints: entries,
    outdir: out,
    bundle: true,
    platform: "node",
    format: "esm",
    outExtension: { ".js": ".mjs" },
    external: ["node:*"],
    logLevel: "warning",
  });
  run(process.execPath, ["--test", "--test-reporter=spec", ...filesBelow(out)]);
}
