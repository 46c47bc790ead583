import type { Camera } from "../draw/camera.ts";
import type { Control } from "../game/control.ts";

const AGAIN_MILLIS = 220;

/** Mouse and taps on the world. Holding the button walks on after the pointer. */
export class Pointer {
  private held = false;
  private at = { x: 0, y: 0 };
  private lastWalk = 0;

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
    Object.assign(control.cursor, point);
    const over = control.actorAt(point);
    this.canvas.style.cursor = over === undefined ? "default" : "crosshair";
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
    this.at = { x: event.clientX, y: event.clientY };
    this.held = event.pointerType === "mouse" && control.actorAt(this.camera.point(event.clientX, event.clientY)) === undefined;
    this.lastWalk = performance.now();
    control.click(this.camera.point(event.clientX, event.clientY));
  }

  private move(event: PointerEvent): void {
    this.at = { x: event.clientX, y: event.clientY };
  }
}
