// Draws what is known.
import { $, h, list, rows, set } from "./dom.js";
import { LEVELS, ago, bytes, decimal, lasting, level, millis, several, short, whole, worst } from "./words.js";

const RUNGS = ["", "spares minds nobody sees", "half the patches, nobody new", "its clock runs slower"];
const SVG = "http://www.w3.org/2000/svg";

export function alive(yes) {
  set($("live"), yes ? "live" : "away – trying again");
  $("live").dataset.state = yes ? "on" : "off";
  document.body.classList.toggle("stale", !yes);
}

export function draw(status, now, trends) {
  header(status);
  tiles(status, now, trends);
  swapping(status.swap, status.node.now);
  rows($("rooms"), status.rooms, (room) => room.id, roomCells(status.systems));
  rows($("systems"), status.systems, (one) => `${one.system} ${one.version}`, systemCells(status.rooms.length));
  rows($("nodes"), status.nodes, (one) => one.id, nodeCells(status.node.id));
  $("cluster").hidden = status.nodes.length === 0;
  list($("checks"), status.health, (check) => check.name, checkItem);
  list($("swaps"), status.swaps, (swap) => swap.id, (swap) => swapItem(swap, status.node.now));
  list($("bundles"), status.bundles, (one) => `${one.name} ${one.version}`, bundleItem);
  set($("bundles-count"), `${status.bundles.length}`);
}

function header({ node, health, figures }) {
  const now = worst(health);
  $("health").dataset.level = health.length === 0 ? "UNKNOWN" : now;
  set($("health").children[0], health.length === 0 ? "no checks" : level(now));
  set($("health").children[1], health.length === 0 ? "" : LEVELS[now]);
  $("draining").hidden = !node.draining;
  set($("node"), node.address.replace(/^https?:\/\//, "") || "no port is open");
  const memory = `${bytes(figures.memory)} of ${bytes(figures.memoryMax)}`;
  const content = node.problems > 0 ? `revision ${node.revision}, ${several(node.problems, "mistake")}` : `revision ${node.revision}`;
  const facts = { node: node.id, version: node.version, up: lasting(node.now - node.startedAt), content, memory, processor: `${whole(figures.processor * 100)} %`, on: node.java };
  list($("facts"), Object.entries(facts), ([name]) => name, ([name, value]) => [h("dt", name), h("dd", value)]);
  document.title = `${now === "OK" ? "" : `${level(now)} · `}${figures.players} playing · Hotrealm`;
}

function tiles({ figures, rooms }, now, trends) {
  const tight = rooms.reduce((least, room) => Math.min(least, room.tickMillis), 50);
  const all = [
    ["Players", whole(now.players), several(figures.connections, "connection"), trends.players, ""],
    ["Rooms", whole(rooms.length), `${whole(figures.ticks.all)} ticks so far`, [], ""],
    ["Tick, 99 of 100", millis(now.p99), `of ${tight} ms`, trends.p99, now.p99 > tight / 2 ? (now.p99 > tight ? "bad" : "warn") : ""],
    ["Late ticks", `${decimal(now.late * 100, now.late < 0.1 ? 2 : 0)} %`, `${whole(figures.lateTicks)} so far`, trends.late, now.late > 0.01 ? "bad" : now.late > 0 ? "warn" : ""],
    ["Patches", `${whole(now.patches)}/s`, `${bytes(now.sent)}/s sent`, trends.patches, ""],
    ["Messages", `${whole(now.messages)}/s`, "from players", trends.messages, ""],
  ];
  list($("tiles"), all, ([name]) => name, ([name, value, note, trend, mood]) => {
    const tile = h("div", h("h2", name), h("p", { class: `figure ${mood}` }, value), h("p", { class: "note" }, note), spark(trend));
    return tile;
  });
}

function spark(trend) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 120 30");
  svg.setAttribute("preserveAspectRatio", "none");
  svg.setAttribute("aria-hidden", "true");
  if (trend.length > 1) {
    const most = Math.max(...trend, 1e-9);
    const at = trend.map((value, i) => `${(120 - (trend.length - 1 - i)).toFixed(1)},${(28 - (26 * value) / most).toFixed(1)}`);
    const line = document.createElementNS(SVG, "polyline");
    line.setAttribute("points", at.join(" "));
    const area = document.createElementNS(SVG, "polygon");
    area.setAttribute("points", `${120 - trend.length + 1},30 ${at.join(" ")} 120,30`);
    svg.append(area, line);
  }
  return svg;
}

function swapping(swap, now) {
  $("swapping").hidden = !swap;
  if (!swap) return;
  const parts = swap.parts.map((part) => `${short(part.bundle)} ${part.from || "–"} → ${part.to || "out"}`).join(", ");
  set($("swapping-title"), `Swapping ${parts || swap.source}`);
  const steps = [...swap.done.map((step) => ({ name: step.name, note: millis(step.micros / 1000), over: true })), { name: swap.step, note: lasting(now - swap.stepSince), over: false }];
  list($("steps"), steps, (step, i) => `${i} ${step.name}`, (step) => [h("span", { class: step.over ? "over" : "running" }, step.name), h("small", step.note)]);
  const told = [swap.detail, swap.rooms.length > 0 ? `${several(swap.rooms.length, "room")} changed over` : "", swap.waiting > 0 ? `${swap.waiting} more wait` : "", `asked for by ${swap.who}`];
  set($("swapping-detail"), told.filter(Boolean).join(" · "));
}

function roomCells(systems) {
  const standard = new Map(systems.filter((one) => one.newRooms).map((one) => [one.system, one.version]));
  return (room) => [
    h("code", room.id),
    room.type,
    { text: `${whole(room.clients)} / ${whole(room.seats)}`, class: "number" },
    h("div", { class: "meter" }, bar(room.lastMillis / room.tickMillis, room.lastMillis > room.tickMillis ? "bad" : room.lastMillis > room.tickMillis / 2 ? "warn" : ""), h("span", millis(room.lastMillis))),
    { text: whole(room.late), class: "number" },
    { text: whole(room.failures), class: room.failures > 0 ? "number warn" : "number" },
    h("div", { class: "pins" }, ...Object.entries(room.versions).map(([system, version]) =>
      h("span", { class: standard.get(system) === version ? "pin" : "pin other" }, h("i", system), ` ${version}`))),
    state(room),
  ];
}

function state(room) {
  if (room.stuckIn) return h("span", { class: "tag bad" }, `stuck in ${room.stuckIn}`);
  if (room.missing.length > 0) return h("span", { class: "tag bad" }, `misses ${room.missing.join(", ")}`);
  if (room.rung > 0) return h("span", { class: room.rung > 2 ? "tag bad" : "tag warn", title: "What it gives up because it cannot keep up" }, RUNGS[room.rung]);
  return room.locked ? h("span", { class: "tag" }, "locked") : h("span", { class: "tag good" }, "runs");
}

function bar(share, mood = "") {
  const track = h("span", { class: `track ${mood}` });
  const fill = document.createElementNS(SVG, "svg");
  fill.setAttribute("viewBox", "0 0 100 4");
  fill.setAttribute("preserveAspectRatio", "none");
  const rect = document.createElementNS(SVG, "rect");
  rect.setAttribute("width", String(Math.min(100, Math.max(1, share * 100))));
  rect.setAttribute("height", "4");
  fill.append(rect);
  track.append(fill);
  return track;
}

function systemCells(rooms) {
  return (one) => [
    one.system,
    h("span", { class: one.newRooms ? "pin" : "pin other" }, one.version),
    h("div", { class: "meter" }, bar(rooms === 0 ? 0 : one.rooms / rooms, "share"), h("span", whole(one.rooms))),
    one.newRooms ? h("span", { class: "tag good" }, "this one") : "",
  ];
}

function nodeCells(own) {
  return (one) => [
    h("code", one.id, one.id === own ? " (this one)" : ""),
    one.address,
    { text: whole(one.rooms), class: "number" },
    { text: whole(one.clients), class: "number" },
    one.draining ? h("span", { class: "tag warn" }, "draining") : h("span", { class: "tag good" }, "runs"),
  ];
}

function checkItem(check) {
  return [h("p", { class: "check", "data-level": check.status }, h("b", check.name), h("span", level(check.status))), ...check.messages.map((message) => h("p", { class: "note" }, message))];
}

function swapItem(swap, now) {
  const versions = swap.from || swap.to ? `${swap.from || "–"} → ${swap.to || "out"}` : "";
  const done = [swap.rooms > 0 ? `${several(swap.rooms, "room")}, longest gap ${millis(swap.gapMillis)}` : "", swap.millis > 0 ? `took ${millis(swap.millis)}` : "", swap.who];
  return [
    h("p", h("span", { class: "verdict", "data-verdict": swap.verdict }, swap.verdict.toLowerCase().replaceAll("_", " ")), h("b", short(swap.bundle)), ` ${versions} `, h("small", ago(now - swap.at))),
    h("p", { class: "note" }, swap.reason),
    h("p", { class: "note" }, done.filter(Boolean).join(" · ")),
  ];
}

function bundleItem(one) {
  return [h("span", short(one.name)), h("span", { class: one.state === "active" ? "note" : "note warn" }, one.state === "active" ? one.version : `${one.version} ${one.state}`)];
}
