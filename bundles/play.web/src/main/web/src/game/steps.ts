// Wishes to walk, as they go out.
import type { Realm } from "../net/realm.ts";
import type { Point } from "./path.ts";
import type { Predictor } from "./predict.ts";

const SEND_MILLIS = 50;

export class Steps {
  private seq = 0;
  private sentDir: Point = { x: 0, y: 0 };
  private sentAt = 0;

  constructor(
    private readonly realm: Realm,
    private readonly predictor: Predictor,
  ) {}

  /** Goes on from a seat that was kept: later wishes count on from the last one taken. */
  resume(seq: number): void {
    this.seq = Math.max(this.seq, seq);
    this.sentDir = { x: Number.NaN, y: 0 };
  }

  /** Tells a new direction, not more often than the server looks; a halt at once. */
  send(dir: Point, now: number): void {
    const x = Math.round(dir.x * 100) / 100;
    const y = Math.round(dir.y * 100) / 100;
    const same = x === this.sentDir.x && y === this.sentDir.y;
    const halts = x === 0 && y === 0;
    if (same || (now - this.sentAt < SEND_MILLIS && !halts)) {
      return;
    }
    this.sentDir = { x, y };
    this.sentAt = now;
    this.seq++;
    this.realm.send("move", { x, y, seq: this.seq });
    this.predictor.wished(this.seq, now);
  }
}
