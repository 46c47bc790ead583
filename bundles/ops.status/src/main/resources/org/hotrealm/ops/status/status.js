// Follows the server: one stream of events, from which the numbers are reckoned and the page is drawn.
import { quantile } from "./words.js";
import { drawLog } from "./log.js";
import { draw, alive } from "./views.js";

const SPAN = 120;
const WINDOW_MILLIS = 10_000;
const TOKEN = "hotrealm.operator.token";

const samples = [];
const trends = { players: [], p99: [], late: [], patches: [], sent: [], messages: [] };
let wait = 500;

follow();

async function follow() {
  for (;;) {
    try {
      const token = sessionStorage.getItem(TOKEN);
      const answer = await fetch("events", { headers: token ? { Authorization: `Bearer ${token}` } : {}, cache: "no-store" });
      if (answer.status === 403) {
        await ask(await answer.json());
        continue;
      }
      if (!answer.ok) throw new Error(`status ${answer.status}`);
      wait = 500;
      await read(answer.body);
    } catch (failure) {
      console.debug("the server is away", failure);
    }
    alive(false);
    await new Promise((later) => setTimeout(later, wait));
    wait = Math.min(5_000, wait * 2);
  }
}

async function read(body) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const events = (rest + value).split("\n\n");
    rest = events.pop();
    events.forEach(take);
  }
}

function take(text) {
  const [, name] = /^event: (.*)$/m.exec(text) ?? [];
  const [, data] = /^data: (.*)$/m.exec(text) ?? [];
  if (name === "status") {
    const status = JSON.parse(data);
    alive(true);
    draw(status, reckon(status), trends);
  } else if (name === "log") {
    drawLog(JSON.parse(data));
  }
}

/** What happened in the last seconds, from numbers since the start. */
function reckon({ node, figures }) {
  if (samples.length > 0 && samples.at(-1).id !== node.id) samples.length = 0;
  samples.push({ id: node.id, at: node.now, figures });
  while (samples.length > 2 && node.now - samples[1].at >= WINDOW_MILLIS) samples.shift();
  const first = samples[0];
  const seconds = Math.max(0.001, (node.now - first.at) / 1000);
  const fresh = (name) => Math.max(0, figures[name] - first.figures[name]);
  const rate = (name) => (samples.length < 2 ? 0 : fresh(name) / seconds);
  const ticks = Object.fromEntries(Object.entries(figures.ticks).map(([bound, count]) => [bound, count - (first.figures.ticks[bound] ?? 0)]));
  const now = {
    players: figures.players,
    p99: quantile(0.99, ticks),
    late: ticks.all > 0 ? fresh("lateTicks") / ticks.all : 0,
    patches: rate("patches"),
    sent: rate("bytesSent"),
    messages: rate("messages"),
  };
  for (const [name, trend] of Object.entries(trends)) {
    trend.push(Number.isFinite(now[name]) ? now[name] : 0);
    if (trend.length > SPAN) trend.shift();
  }
  return now;
}

/** Asks for the token until the dialog is answered. */
function ask({ error }) {
  const dialog = document.getElementById("ask");
  document.getElementById("ask-why").textContent = error;
  sessionStorage.removeItem(TOKEN);
  return new Promise((answered) => {
    dialog.addEventListener("close", () => {
      sessionStorage.setItem(TOKEN, document.getElementById("token").value);
      answered();
    }, { once: true });
    dialog.showModal();
  });
}
