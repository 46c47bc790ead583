// The little that drawing needs. Rows and cells stay what they are and only change what differs, so that text can be selected while
// numbers run.

export const $ = (id) => document.getElementById(id);

export function set(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

export function h(name, ...rest) {
  const element = document.createElement(name);
  for (const each of rest) {
    if (each && typeof each === "object" && !(each instanceof Node)) {
      Object.entries(each).forEach(([key, value]) => element.setAttribute(key, value));
    } else {
      element.append(each);
    }
  }
  return element;
}

export function rows(table, all, key, cells) {
  reconcile(table.tBodies[0], all, key, "tr", (row, one) => cells(one).forEach((cell, i) => {
    const td = row.cells[i] ?? row.insertCell();
    td.dataset.label = table.tHead.rows[0].cells[i].textContent;
    const plain = typeof cell === "string" || cell.text !== undefined;
    if (plain) {
      set(td, cell.text ?? cell);
      td.className = cell.class ?? "";
    } else {
      swapIn(td, [cell]);
    }
  }));
}

export function list(parent, all, key, item) {
  reconcile(parent, all, key, parent.tagName === "OL" || parent.tagName === "UL" ? "li" : "div", (element, one, i) => {
    const made = item(one, i);
    swapIn(element, Array.isArray(made) ? made : [...made.childNodes]);
  });
}

/** Puts these in the place of what is there, where they differ. */
function swapIn(element, nodes) {
  const holder = document.createElement("div");
  holder.append(...nodes);
  if (element.innerHTML !== holder.innerHTML) element.replaceChildren(...holder.childNodes);
}

function reconcile(parent, all, key, tag, fill) {
  const before = new Map([...parent.children].map((child) => [child.dataset.key, child]));
  all.forEach((one, i) => {
    const name = String(key(one, i));
    const element = before.get(name) ?? document.createElement(tag);
    before.delete(name);
    element.dataset.key = name;
    fill(element, one, i);
    if (parent.children[i] !== element) parent.insertBefore(element, parent.children[i] ?? null);
  });
  before.forEach((child) => child.remove());
}
