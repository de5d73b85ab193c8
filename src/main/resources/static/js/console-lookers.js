// Says to colleagues that somebody looks at a conversation or writes there, and shows who else does.

import { ask, calmly, guardField } from "/js/console-web.js";

const LOOKS_EVERY = 8000;
const ACTIVE_FOR = 15 * 60 * 1000;
const WRITES_FOR = 10000;

let lastActive = Date.now();
let lastTyped = 0;

function here() {
  return document.getElementById("talk");
}

export async function look() {
  const talk = here();
  if (!talk || talk.dataset.isGone || document.hidden || Date.now() - lastActive > ACTIVE_FOR) {
    return;
  }
  const doing = Date.now() - lastTyped < WRITES_FOR ? "writing" : "looking";
  try {
    const response = await ask(`/console/conversations/${talk.dataset.id}/looking`, { method: "POST", body: told(doing) });
    if (response.ok && here() === talk) {
      show(await response.json());
    }
  } catch {
    // Said already; the next look comes soon.
  }
}

export const lookSoon = calmly(1000, look);

// Somebody writes to the carer.
export function typed() {
  const isNews = Date.now() - lastTyped > WRITES_FOR;
  lastTyped = Date.now();
  if (isNews) {
    look();
  }
}

export function leave() {
  const talk = here();
  if (talk) {
    navigator.sendBeacon(`/console/conversations/${talk.dataset.id}/looking`, told("gone"));
  }
}

function told(doing) {
  return new URLSearchParams({ doing, _csrf: guardField() });
}

function show(others) {
  const place = document.getElementById("others");
  const words = others.map(({ name, writing }) => `${name} is ${writing ? "writing" : "looking"}`).join(", ");
  if (place && place.textContent !== words) {
    place.textContent = words;
  }
}

setInterval(look, LOOKS_EVERY);
for (const sign of ["pointerdown", "keydown", "scroll"]) {
  addEventListener(sign, () => { lastActive = Date.now(); }, { passive: true, capture: true });
}
