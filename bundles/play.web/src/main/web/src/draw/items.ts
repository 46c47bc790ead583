// Pictures of items, centred on the origin, within 32 units.
import { type Ctx, limb, oval, polygon, shape } from "./pen.ts";
import { rarity } from "./rarity.ts";

/** Draws what an id and a kind suggest. */
export function drawItem(ctx: Ctx, id: string, kind: string, rare: number | string | undefined): void {
  const colour = rarity(rare).colour;
  if (id === "gold" || kind === "gold") {
    coins(ctx);
  } else if (kind === "potion") {
    potion(ctx, id.includes("mana") ? "#4f8df0" : "#e0483f", id.startsWith("minor") ? 0.85 : 1);
  } else if (kind === "trinket") {
    trinket(ctx, id, colour);
  } else if (/staff|wand|rod|stormcaller|sunspire/.test(id)) {
    staff(ctx, colour);
  } else if (id.includes("bow")) {
    bow(ctx);
  } else if (kind === "weapon") {
    blade(ctx, colour);
  } else if (kind === "armour") {
    vest(ctx, colour);
  } else {
    material(ctx, id);
  }
}

function coins(ctx: Ctx): void {
  for (const [x, y] of [[-5, 6], [6, 6], [0, 0], [1, -6]] as const) {
    oval(ctx, "#f2c64a", x, y, 7.5, 5.2, 0, 1.8);
    oval(ctx, "#ffe28a", x - 1.5, y - 1.2, 3.4, 1.8, -0.3, 0);
  }
}

function potion(ctx: Ctx, colour: string, size: number): void {
  ctx.save();
  ctx.scale(size, size);
  shape(ctx, "#8a6a48", (c) => c.roundRect(-3.5, -15, 7, 5, 1.5), 1.8);
  shape(ctx, "#dff0f4", (c) => c.rect(-3, -11, 6, 6), 1.8);
  oval(ctx, "#dff0f4", 0, 3, 11, 10.5);
  shape(ctx, colour, (c) => {
    c.arc(0, 3, 9, -0.2, Math.PI + 0.2);
    c.closePath();
  }, 0);
  oval(ctx, "rgba(255,255,255,.75)", -4, 0, 2, 3.6, 0.5, 0);
  ctx.restore();
}

function blade(ctx: Ctx, colour: string): void {
  ctx.save();
  ctx.rotate(-Math.PI / 4);
  shape(ctx, "#e4eaf1", polygon(-3, -2.4, 13, -2.4, 17, 0, 13, 2.4, -3, 2.4), 1.8);
  shape(ctx, colour, polygon(-2, -1, 12, -0.6, 12, 0.6, -2, 1), 0);
  shape(ctx, "#d8a93f", polygon(-6, -6, -3, -6, -3, 6, -6, 6), 1.8);
  limb(ctx, "#7a4f30", [-7, 0, -13, 0], 3.4);
  oval(ctx, colour, -15, 0, 2.6, 2.6, 0, 1.6);
  ctx.restore();
}

function bow(ctx: Ctx): void {
  ctx.save();
  ctx.rotate(-0.6);
  ctx.strokeStyle = "#f4efe2";
  ctx.lineWidth = 1.2;
  ctx.beginPath();
  ctx.moveTo(-5, -14);
  ctx.lineTo(-5, 14);
  ctx.stroke();
  limb(ctx, "#e2d7bd", [-5, -14, 3, -9, 6, 0, 3, 9, -5, 14], 3);
  limb(ctx, "#8a5f38", [5.4, -3, 6, 0, 5.4, 3], 3.4);
  ctx.restore();
}

function staff(ctx: Ctx, colour: string): void {
  ctx.save();
  ctx.rotate(-Math.PI / 4);
  limb(ctx, "#8a5f38", [-15, 0, 9, 0], 3);
  limb(ctx, "#a97a48", [9, 0, 12, -4.5, 16, -4], 2);
  limb(ctx, "#a97a48", [9, 0, 12, 4.5, 16, 4], 2);
  oval(ctx, colour, 13.5, 0, 4, 4, 0, 1.6);
  oval(ctx, "rgba(255, 255, 255, .8)", 12.4, -1.4, 1.2, 1.2, 0, 0);
  ctx.restore();
}

/** A ring, or a charm on a cord. */
function trinket(ctx: Ctx, id: string, colour: string): void {
  if (/ring|signet|band/.test(id)) {
    for (const [style, width] of [["#2a2030", 7], ["#e2b64c", 3.6]] as const) {
      ctx.strokeStyle = style;
      ctx.lineWidth = width;
      ctx.beginPath();
      ctx.arc(0, 4, 9, 0, Math.PI * 2);
      ctx.stroke();
    }
    shape(ctx, colour, polygon(0, -14, 6, -8, 0, -2, -6, -8), 1.8);
    return;
  }
  ctx.strokeStyle = "#7a5638";
  ctx.lineWidth = 2.2;
  ctx.beginPath();
  ctx.moveTo(-10, -14);
  ctx.quadraticCurveTo(0, 4, 10, -14);
  ctx.stroke();
  shape(ctx, "#e2b64c", (c) => c.ellipse(0, 4, 9, 10, 0, 0, Math.PI * 2));
  oval(ctx, colour, 0, 4, 5, 6, 0, 1.6);
  oval(ctx, "rgba(255, 255, 255, .7)", -1.6, 1.8, 1.5, 2, 0, 0);
}

function vest(ctx: Ctx, colour: string): void {
  shape(ctx, "#9a7450", polygon(-7, -13, 7, -13, 14, -8, 11, 0, 8, -3, 8, 13, -8, 13, -8, -3, -11, 0, -14, -8));
  shape(ctx, colour, polygon(-3.5, -13, 3.5, -13, 0, -6), 1.4);
  ctx.strokeStyle = "rgba(40, 26, 20, .55)";
  ctx.lineWidth = 1.4;
  ctx.beginPath();
  ctx.moveTo(0, -5);
  ctx.lineTo(0, 12);
  ctx.moveTo(-7, 6);
  ctx.lineTo(7, 6);
  ctx.stroke();
}

function material(ctx: Ctx, id: string): void {
  if (id.includes("ear")) {
    shape(ctx, "#7fb04a", polygon(-9, 9, -7, -2, 12, -11, 7, 4, -3, 11));
    shape(ctx, "#c98a78", polygon(-4, 5, -2, -1, 8, -7, 3, 2), 0);
  } else if (id.includes("fang")) {
    shape(ctx, "#f4eeda", (c) => {
      c.moveTo(-7, -11);
      c.quadraticCurveTo(8, -10, 7, 13);
      c.quadraticCurveTo(-5, 6, -7, -11);
      c.closePath();
    });
  } else if (id.includes("bone")) {
    limb(ctx, "#ece4d0", [-8, 8, 8, -8], 4.6);
    for (const [x, y] of [[-11, 6], [-6, 11], [11, -6], [6, -11]] as const) {
      oval(ctx, "#ece4d0", x, y, 3.6, 3.6, 0, 1.6);
    }
  } else if (id.includes("pelt")) {
    shape(ctx, "#8b8f9c", polygon(-4, -13, 4, -13, 6, -6, 13, -9, 10, 1, 12, 10, 5, 7, 0, 14, -5, 7, -12, 10, -10, 1, -13, -9, -6, -6));
  } else if (id.includes("dust")) {
    shape(ctx, "#8f7a66", polygon(-9, 12, -11, 0, -4, -8, 4, -8, 11, 0, 9, 12));
    limb(ctx, "#d8b46a", [-5, -8, 5, -8], 2);
    oval(ctx, "#bfe8ff", 0, -12, 2, 2, 0, 0);
  } else {
    const core = id.includes("core");
    oval(ctx, core ? "#3fb0c8" : "#86d860", 0, 2, 12, 10.5);
    oval(ctx, core ? "#d8fbff" : "rgba(255,255,255,.6)", core ? 0 : -4, core ? 2 : -2, core ? 5 : 3.4, core ? 5 : 2.2, -0.5, 0);
  }
}
