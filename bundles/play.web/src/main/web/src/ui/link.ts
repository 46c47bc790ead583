// The connection: how far the server is, and what happens when it is gone.
import type { Status } from "../net/realm.ts";
import { by, write } from "./dom.ts";

export function showStatus(status: Status, text: string): void {
  document.documentElement.dataset["link"] = status;
  by("veil").hidden = status === "online" || status === "joining";
  write(by("veil-text"), text);
  by("reload").hidden = status !== "refused";
}

export function showLatency(millis: number): void {
  const quality = millis < 100 ? "good" : millis < 220 ? "fair" : "poor";
  by("link").dataset["quality"] = quality;
  by("link").title = `Time to the server and back: ${Math.round(millis)} ms, ${quality}`;
  write(by("ping"), `${Math.round(millis)} ms`);
}
