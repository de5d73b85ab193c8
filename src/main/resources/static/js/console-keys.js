// The keyboard: one key for what is done most. Single keys can be switched off (WCAG 2.1.4).

import { wantsKeys } from "/js/console-bells.js";
import * as insert from "/js/console-insert.js";
import { announce } from "/js/console-web.js";

const SECOND_KEY_MILLISECONDS = 1500;
const TABS = { q: "waiting", m: "mine", t: "teams", s: "service", c: "closed" };

const help = document.getElementById("help");
let expects = 0;

function rows() {
  return Array.from(document.querySelectorAll("#rows .list-row"));
}

function step(by) {
  const all = rows();
  const focused = all.indexOf(document.activeElement);
  const from = focused >= 0 ? focused : all.findIndex((row) => row.hasAttribute("aria-current"));
  const to = from < 0 ? 0 : Math.min(Math.max(from + by, 0), all.length - 1);
  all[to]?.focus();
}

function openRow() {
  if (document.activeElement?.classList.contains("list-row")) {
    document.activeElement.click();
  }
}

function press(id, otherwise) {
  const button = document.getElementById(id);
  if (button) {
    button.click();
  } else {
    announce(otherwise);
  }
}

function unfold(id, otherwise) {
  const details = document.getElementById(id);
  if (!details) {
    announce(otherwise);
    return;
  }
  details.open = true;
  details.querySelector("select, textarea")?.focus();
}

function reply() {
  const field = document.getElementById("reply-text");
  if (!field) {
    announce("Take the conversation first.");
    return;
  }
  document.getElementById("compose-reply").checked = true;
  field.focus();
}

function note() {
  const choice = document.getElementById("compose-note");
  const box = document.getElementById("note-box");
  if (choice) {
    choice.checked = true;
  } else if (box) {
    box.open = true;
  }
  document.getElementById("note-text")?.focus();
}

function search() {
  const words = document.getElementById("words");
  if (words) {
    words.focus();
  } else {
    document.getElementById("tab-search")?.click();
  }
}

export function showHelp() {
  help.showModal();
}

const KEYS = {
  j: () => step(1),
  k: () => step(-1),
  o: openRow,
  t: () => press("take", "There is nothing to take."),
  r: reply,
  n: note,
  p: () => unfold("act-pass", "This cannot be passed on."),
  h: () => unfold("act-hand-back", "Take the conversation first."),
  c: () => unfold("act-close", "Take the conversation first."),
  g: () => { expects = Date.now(); },
  "/": search,
  "?": showHelp,
};

function escape() {
  const active = document.activeElement;
  const folded = document.querySelector(".act[open], .settings[open]");
  if (insert.isOpen()) {
    insert.close();
    document.getElementById("reply-text")?.focus();
  } else if (folded) {
    folded.open = false;
    folded.querySelector("summary").focus();
  } else if (active?.matches("textarea, input, select")) {
    (document.getElementById("talk-title") ?? active).focus({ preventScroll: true });
    active.blur();
  }
}

function isTyping(target) {
  return target.matches("textarea, select, input:not([type=checkbox], [type=radio])") || target.isContentEditable;
}

document.addEventListener("keydown", (event) => {
  if (help.open || event.isComposing) {
    return;
  }
  if (event.key === "Escape") {
    escape();
    return;
  }
  if (!wantsKeys() || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) {
    return;
  }
  const isSecond = Date.now() - expects < SECOND_KEY_MILLISECONDS;
  expects = 0;
  if (isSecond && TABS[event.key]) {
    event.preventDefault();
    document.getElementById("tab-" + TABS[event.key])?.click();
  } else if (KEYS[event.key]) {
    event.preventDefault();
    KEYS[event.key]();
  }
});
