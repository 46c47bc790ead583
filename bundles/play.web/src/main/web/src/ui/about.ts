// What there is to know about a skill or an item, from the server's data.
import { rarity } from "../draw/rarity.ts";
import type { Skill } from "../game/skills.ts";
import type { ItemInfo } from "../net/protocol.ts";
import { attribute, make, title } from "./dom.ts";

const AIMS: Record<string, string> = {
  self: "On yourself", single: "One target", circle: "Circle", cone: "Cone", line: "Line",
};
const SECRET = new Set(["value"]);

export function aboutSkill(skill: Skill, key: string): HTMLElement {
  const about = make("div", "about");
  const head = make("h4", "", skill.name);
  if (key !== "") {
    head.append(make("kbd", "", key));
  }
  const seconds = (millis: number): string => `${Number((millis / 1000).toFixed(1))} s`;
  const facts = [
    AIMS[skill.aim] ?? title(skill.aim),
    skill.range > 0 ? `range ${skill.range}` : "",
    skill.radius > 0 ? `${skill.aim === "line" ? "length" : "radius"} ${skill.radius}` : "",
    skill.cost > 0 ? `${skill.cost} mana` : "no mana",
    skill.castMillis > 0 ? `cast ${seconds(skill.castMillis)}` : "at once",
    `every ${seconds(skill.cooldownMillis)}`,
  ];
  about.append(head);
  if (skill.text) {
    about.append(make("p", "", skill.text));
  }
  about.append(make("p", "facts", facts.filter((each) => each !== "").join(" · ")));
  return about;
}

/** An item, and where something is worn in its place, what would change; `unfit` where the hero cannot use it yet. */
export function aboutItem(id: string, info: ItemInfo | undefined, worn: ItemInfo | undefined, unfit = false): HTMLElement {
  const about = make("div", "about");
  const rare = rarity(info?.rarity);
  about.style.setProperty("--tone", rare.colour);
  about.append(make("h4", "", info?.name ?? title(id)));
  const kind = info?.slot ?? info?.kind ?? "thing";
  about.append(make("p", "", `${title(rare.name)} ${kind.toLowerCase()}`));
  const names = new Set([...Object.keys(info?.attributes ?? {}), ...Object.keys(worn?.attributes ?? {})]);
  const list = make("dl", "facts");
  for (const name of names) {
    const has = info?.attributes?.[name] ?? 0;
    if (!SECRET.has(name)) {
      list.append(row(name, has, worn === undefined ? undefined : has - (worn.attributes?.[name] ?? 0)));
    }
  }
  about.append(list);
  if (info?.text) {
    about.append(make("p", "", info.text));
  }
  const needs = [(info?.level ?? 1) > 1 ? `level ${info?.level}` : "", (info?.classes ?? []).map(title).join(" or ")].filter((each) => each !== "");
  if (needs.length > 0) {
    about.append(make("p", unfit ? "worse" : "", `Needs ${needs.join(", ")}`));
  }
  if (info?.attributes?.["value"] !== undefined) {
    about.append(make("p", "", `Worth ${info.attributes["value"]} gold`));
  }
  if (worn !== undefined) {
    about.append(make("p", "", `Instead of ${worn.name}`));
  }
  return about;
}

function row(name: string, has: number, change: number | undefined): HTMLElement {
  const line = make("div", "");
  line.append(make("dt", "", attribute(name)));
  const value = make("dd", "", has === 0 ? "–" : `+${has}`);
  if (change !== undefined && change !== 0) {
    value.append(" ", make("span", change > 0 ? "better" : "worse", change > 0 ? `▲ ${change}` : `▼ ${-change}`));
  }
  line.append(value);
  return line;
}
