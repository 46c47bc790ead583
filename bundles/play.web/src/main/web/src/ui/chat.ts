import { by, make } from "./dom.ts";

const KEPT = 60;
/** After this long without news the log makes room for the world. */
const QUIET_MILLIS = 20_000;

/** Chat: a log that reads itself out, and one line to type in. */
export class Chat {
  private readonly form = by<HTMLFormElement>("chat-form");
  private readonly input = by<HTMLInputElement>("chat-input");
  private readonly log = by("chat-log");
  private quiet = 0;

  constructor(private readonly say: (text: string) => void) {
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      const text = this.input.value.trim();
      if (text !== "") {
        this.say(text);
      }
      this.input.value = "";
      this.close();
    });
    this.input.addEventListener("keydown", (event) => {
      event.stopPropagation();
      if (event.key === "Escape") {
        this.close();
      }
    });
    this.input.addEventListener("blur", () => {
      // Whoever goes back to the world without a word has done with talking; what was begun waits.
      if (this.input.value.trim() === "") {
        this.close();
      }
    });
    by("chat-open").addEventListener("click", () => this.open());
  }

  open(): void {
    document.documentElement.classList.add("talking");
    this.input.focus();
  }

  close(): void {
    document.documentElement.classList.remove("talking");
    this.input.blur();
  }

  heard(name: string, text: string, mine: boolean): void {
    const line = make("p", mine ? "line mine" : "line");
    line.append(make("b", "", `${name}: `), document.createTextNode(text));
    this.add(line);
  }

  note(text: string, className: string): void {
    this.add(make("p", `line note ${className}`, text));
  }

  private add(line: HTMLElement): void {
    this.log.append(line);
    while (this.log.children.length > KEPT) {
      this.log.firstElementChild?.remove();
    }
    this.log.scrollTop = this.log.scrollHeight;
    this.log.classList.remove("quiet");
    window.clearTimeout(this.quiet);
    this.quiet = window.setTimeout(() => this.log.classList.add("quiet"), QUIET_MILLIS);
  }
}
