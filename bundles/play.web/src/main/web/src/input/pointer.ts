import type { Camera } from "../draw/camera.ts";
import type { Control } from "../game/control.ts";

const AGAIN_MILLIS = 220;

/** Mouse and taps on the world. Holding the button walks on after the pointer; the right button calls aiming off. */
export class Pointer {
  private held = false;
  private at = { x: 0, y: 0 };
  private lastWalk = 0;
  private movedAt = -1e9;

  constructor(
    private readonly canvas: HTMLCanvasElement,
    private readonly camera: Camera,
    private readonly control: () => Control | undefined,
  ) {
    canvas.addEventListener("pointerdown", (event) => this.down(event));
    canvas.addEventListener("pointermove", (event) => this.move(event));
    addEventListener("pointerup", () => (this.held = false));
    addEventListener("pointercancel", () => (this.held = false));
    canvas.addEventListener("contextmenu", (event) => event.preventDefault());
  }

  /** Each frame: follows a held pointer, and shows what a click would do. */
  frame(now: number): void {
    const control = this.control();
    if (control === undefined) {
      return;
    }
    const point = this.camera.point(this.at.x, this.at.y);
    control.aim.pointed(point, this.movedAt);
    const over = control.actorAt(point);
    this.canvas.style.cursor = control.aim.skill !== undefined ? "crosshair" : over === undefined ? "default" : "pointer";
    if (this.held && over === undefined && now - this.lastWalk > AGAIN_MILLIS && now - this.lastWalk < 1e6) {
      this.lastWalk = now;
      control.click(point);
    }
  }

  private down(event: PointerEvent): void {
    const control = this.control();
    if (control === undefined) {
      return;
    }
    (document.activeElement as HTMLElement | null)?.blur();
    if (event.button === 2) {
      control.aim.cancel();
      return;
    }
    const point = this.camera.point(event.clientX, event.clientY);
    this.at = { x: event.clientX, y: event.clientY };
    this.held = event.pointerType === "mouse" && control.aim.skill === undefined && control.actorAt(point) === undefined;
    this.lastWalk = performance.now();
    control.click(point);
  }

  private move(event: PointerEvent): void {
    this.at = { x: event.clientX, y: event.clientY };
    if (event.pointerType === "mouse") {
      this.movedAt = performance.now();
    }
  }
}
