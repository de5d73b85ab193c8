// Puts a service of the directory or a saved reply into what somebody writes.

import { ask } from "/js/console-web.js";

const PAUSE_MILLISECONDS = 250;
const MOST_SHOWN = 12;

const KINDS = {
  "insert-service": {
    label: "Find a service, in your own words",
    none: "Nothing fits. Try other words.",
    hint: "Best for this carer first, by what is known of them.",
    address: (words, id) => `/api/v1/directory?q=${encodeURIComponent(words)}&conversation=${id}`,
  },
  "insert-saved": {
    label: "Find a saved reply",
    none: "There is no such saved reply.",
    hint: "",
    address: (words, id) => `/api/v1/replies?conversation=${id}`,
  },
};

let opener = null;
let timer = 0;
let asked = 0;

function part(id) {
  return document.getElementById(id);
}

export function isOpen() {
  const panel = part("insert-panel");
  return Boolean(panel && !panel.hidden);
}

export function close() {
  const panel = part("insert-panel");
  if (panel) {
    panel.hidden = true;
  }
  opener?.setAttribute("aria-expanded", "false");
  opener = null;
}

export function toggle(button) {
  const isSame = opener === button;
  close();
  if (isSame) {
    return;
  }
  opener = button;
  button.setAttribute("aria-expanded", "true");
  part("insert-label").textContent = KINDS[button.id].label;
  part("insert-words").value = "";
  part("insert-found").replaceChildren();
  part("insert-panel").hidden = false;
  part("insert-words").focus();
  find();
}

export function typed() {
  clearTimeout(timer);
  timer = setTimeout(find, PAUSE_MILLISECONDS);
}

async function find() {
  const kind = opener && KINDS[opener.id];
  const mine = ++asked;
  if (!kind) {
    return;
  }
  const words = part("insert-words").value.trim();
  let found = [];
  try {
    const response = await ask(kind.address(words, part("talk").dataset.id), { headers: { Accept: "application/json" } });
    if (response.status === 404) {
      part("insert-state").textContent = "This is not set up here yet.";
      return;
    }
    found = response.ok ? await response.json() : [];
  } catch {
    return;
  }
  if (mine !== asked || !opener) {
    return;
  }
  const fitting = found.filter((each) =>
    opener.id === "insert-service" || each.name.toLowerCase().includes(words.toLowerCase()));
  part("insert-found").replaceChildren(...fitting.slice(0, MOST_SHOWN).map(shown));
  part("insert-state").textContent = fitting.length === 0 ? kind.none : kind.hint;
}

function line(name, words) {
  const element = document.createElement(name);
  element.textContent = words;
  return element;
}

function shown(each) {
  const button = document.createElement("button");
  button.type = "button";
  button.dataset.text = each.text;
  button.append(line("strong", each.name));
  const about = [each.offer, each.area, each.opening, ...(each.why ?? [])].filter(Boolean).join(" · ");
  button.append(line("span", about || each.text));
  const item = document.createElement("li");
  item.append(button);
  return item;
}

// Puts the words where the cursor stands, or at the end where nobody has set it.
export function pick(button) {
  const field = part("reply-text");
  if (!field.dataset.visited) {
    field.setSelectionRange(field.value.length, field.value.length);
  }
  const before = field.value.slice(0, field.selectionStart);
  const after = field.value.slice(field.selectionEnd);
  const gap = before && !/\s$/.test(before) ? "\n" : "";
  const end = after && !/^\s/.test(after) ? "\n" : "";
  field.setRangeText(gap + button.dataset.text + end, field.selectionStart, field.selectionEnd, "end");
  close();
  field.focus();
  field.dispatchEvent(new Event("input", { bubbles: true }));
}
