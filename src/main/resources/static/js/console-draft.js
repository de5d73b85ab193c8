// Keeps what somebody has begun to write: with the service, and on this device only until the service has it.

import { ask, guarded } from "/js/console-web.js";

const PAUSE_MILLISECONDS = 800;
const AGE_MILLISECONDS = 24 * 60 * 60 * 1000;
const BEGINNING = "signpost-draft:";

const me = document.getElementById("main").dataset.me;
let current = null;

function nameOf(id) {
  return `${BEGINNING}${me}:${id}`;
}

function stored(name) {
  try {
    return JSON.parse(localStorage.getItem(name));
  } catch {
    return null;
  }
}

function store(name, kept) {
  try {
    if (kept) {
      localStorage.setItem(name, JSON.stringify(kept));
    } else {
      localStorage.removeItem(name);
    }
  } catch {
    // A browser that keeps nothing has only what the service keeps.
  }
}

// Nothing lies about on a shared computer: not what is somebody else's, nor what is old.
function tidy() {
  for (const name of Object.keys(localStorage).filter((each) => each.startsWith(BEGINNING))) {
    const kept = stored(name);
    if (!name.startsWith(`${BEGINNING}${me}:`) || !kept || Date.now() - kept.at > AGE_MILLISECONDS) {
      store(name, null);
    }
  }
}

try {
  tidy();
} catch {
  // As above.
}

function merged(here, there, base) {
  if (here === there || there.includes(here)) {
    return there;
  }
  return !there || there === base || here.includes(there) ? here : `${there}\n\n${here}`;
}

// From now on keeps the words of this field; returns whether words of this device came back.
export function begin(id, field) {
  current = { id, field, known: field.value, timer: 0, sending: Promise.resolve() };
  const kept = stored(nameOf(id));
  if (!kept) {
    return false;
  }
  const words = merged(kept.words, field.value, kept.base);
  if (words === field.value) {
    store(nameOf(id), null);
    return false;
  }
  field.value = words;
  later(current);
  return true;
}

function state(words) {
  const shown = document.getElementById("draft-state");
  if (shown && shown.textContent !== words) {
    shown.textContent = words;
  }
}

function later(draft) {
  clearTimeout(draft.timer);
  draft.timer = setTimeout(() => { flush(draft); }, PAUSE_MILLISECONDS);
}

export function changed(field) {
  if (!current) {
    return;
  }
  current.field = field;
  store(nameOf(current.id), { words: field.value, base: current.known, at: Date.now() });
  state("");
  later(current);
}

// What is written elsewhere in a conversation, such as a note, is kept on this device only.
export function remember(id, field) {
  store(`${nameOf(id)}:${field.id}`, field.value ? { words: field.value, at: Date.now() } : null);
}

export function bringBack(id, field) {
  const kept = stored(`${nameOf(id)}:${field.id}`);
  if (kept && field.value === field.defaultValue) {
    field.value = kept.words;
  }
}

export function forget(id, field) {
  store(`${nameOf(id)}:${field.id}`, null);
}

// Gives the service what it does not have yet; says whether it has all of it now.
export function flush(draft = current) {
  if (!draft) {
    return Promise.resolve(true);
  }
  clearTimeout(draft.timer);
  draft.sending = draft.sending.then(() => put(draft));
  return draft.sending;
}

async function put(draft) {
  const words = draft.field.value;
  if (words === draft.known) {
    return true;
  }
  try {
    const response = await ask(`/api/v1/conversations/${draft.id}/draft`, {
      method: "PUT",
      headers: guarded({ "Content-Type": "application/json" }),
      body: JSON.stringify({ text: words }),
    });
    if (!response.ok) {
      return false;
    }
    draft.known = words;
    if (draft.field.value === words) {
      store(nameOf(draft.id), null);
      state(words ? "Draft kept" : "");
    }
    return true;
  } catch {
    state("Kept on this device");
    draft.timer = setTimeout(() => { flush(draft); }, PAUSE_MILLISECONDS * 5);
    return false;
  }
}

// Waits until nothing is under way any more, so that no old draft arrives after its text was sent.
export async function pause() {
  if (current) {
    clearTimeout(current.timer);
    await current.sending;
  }
}

// The words were sent.
export function sent() {
  if (current) {
    clearTimeout(current.timer);
    current.known = "";
    store(nameOf(current.id), null);
    state("");
  }
}

export function end() {
  const draft = current;
  current = null;
  return flush(draft);
}
