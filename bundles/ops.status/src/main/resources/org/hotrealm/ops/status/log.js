// The log's last lines, sieved.
import { $, h, list, set } from "./dom.js";
import { clock } from "./words.js";

const MOST_LINES = 500;
const WEIGHT = { TRACE: 0, DEBUG: 1, INFO: 2, WARN: 3, ERROR: 4 };

const log = { lines: [], paused: false };

export function drawLog(lines) {
  if (lines[0]?.id === 1 && (log.lines.at(-1)?.id ?? 0) >= lines.at(-1).id) log.lines = [];
  const known = log.lines.at(-1)?.id ?? 0;
  log.lines.push(...lines.filter((line) => line.id > known));
  log.lines.splice(0, log.lines.length - MOST_LINES);
  if (!log.paused) showLog();
}

function showLog() {
  const least = Number($("sieve").elements.level.value);
  const word = $("find").value.trim().toLowerCase();
  const fits = (line) => (WEIGHT[line.level] ?? 2) >= least && (word === "" || searched(line).includes(word));
  const box = $("lines");
  const atEnd = box.scrollHeight - box.scrollTop - box.clientHeight < 40;
  list(box, log.lines.filter(fits), (line) => line.id, lineItem);
  if (atEnd) box.scrollTop = box.scrollHeight;
}

function searched(line) {
  return `${line.logger} ${line.message} ${Object.values(line.context).join(" ")}`.toLowerCase();
}

function lineItem(line) {
  const context = Object.entries(line.context).map(([name, value]) => h("span", { class: "context" }, h("i", name), ` ${value}`));
  return [h("time", clock(line.at)), h("span", { class: "level", "data-log": line.level }, line.level), h("span", { class: "logger", title: line.logger }, line.logger.split(".").at(-1)), h("span", { class: "text" }, line.message, ...context)];
}

$("sieve").addEventListener("input", showLog);
$("sieve").addEventListener("submit", (event) => event.preventDefault());
$("pause").addEventListener("click", () => {
  log.paused = !log.paused;
  $("pause").setAttribute("aria-pressed", String(log.paused));
  set($("pause"), log.paused ? "Go on" : "Pause");
  if (!log.paused) showLog();
});
