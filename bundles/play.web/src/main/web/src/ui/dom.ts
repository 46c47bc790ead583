/** An element of the page that must be there. */
export function by<T extends HTMLElement = HTMLElement>(id: string): T {
  const found = document.getElementById(id);
  if (found === null) {
    throw new Error(`the page lacks #${id}`);
  }
  return found as T;
}

export function make<K extends keyof HTMLElementTagNameMap>(tag: K, className: string, text = ""): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  made.className = className;
  made.textContent = text;
  return made;
}

/** Letters that are part of a picture: the name of what they stand on says it already. */
export function mute(className: string, text: string): HTMLElement {
  const made = make("span", `${className} mute`);
  mark(made, text);
  return made;
}

/** Changes such letters. */
export function mark(element: HTMLElement, text: string): void {
  if (element.dataset["text"] !== text) {
    element.dataset["text"] = text;
  }
}

/** Sets a text only where it changed: pages lay out again otherwise. */
export function write(element: HTMLElement, text: string): void {
  if (element.textContent !== text) {
    element.textContent = text;
  }
}

/** Sets a variable of the style only where it changed. */
export function tune(element: HTMLElement, name: string, value: string): void {
  if (element.style.getPropertyValue(name) !== value) {
    element.style.setProperty(name, value);
  }
}

/** Fills a bar of the page; `more` is what lies on top of it, such as a shield. */
export function bar(id: string, value: number, most: number, text: string, more = 0): void {
  const element = by(id);
  const full = Math.max(1, most);
  tune(element, "--share", share(value / full));
  tune(element, "--more", share(more / full));
  if (element.getAttribute("aria-valuenow") !== String(value)) {
    element.setAttribute("aria-valuenow", String(value));
    element.setAttribute("aria-valuetext", text);
  }
  element.setAttribute("aria-valuemax", String(full));
  write(element.lastElementChild as HTMLElement, text);
}

function share(of: number): string {
  return Math.max(0, Math.min(1, of)).toFixed(3);
}

/** Whether the player is typing somewhere. */
export function typing(): boolean {
  const active = document.activeElement;
  return active instanceof HTMLSelectElement || (active instanceof HTMLInputElement && !/checkbox|range/.test(active.type));
}

export function title(word: string): string {
  const words = word.replaceAll("_", " ");
  return words === "" ? "" : (words[0] as string).toUpperCase() + words.slice(1);
}

/** What an attribute is called. */
export function attribute(name: string): string {
  return name === "hp" ? "Health" : title(name);
}

/** Whether one plays with thumbs. */
export function touched(): boolean {
  return document.documentElement.classList.contains("thumbs");
}
