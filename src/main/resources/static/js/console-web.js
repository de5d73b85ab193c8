// What pages ask of the service, and what they say when it does not answer.

const form = document.querySelector("meta[name=signpost-form]");
const banner = document.getElementById("banner");
const flash = document.getElementById("flash");
const announcer = document.getElementById("announce");
const LOST = "Connection lost, trying again. Your words are kept.";
const AWAY = "The store is away, trying again. Carers are still answered, and your words are kept.";
const FLASH_MILLISECONDS = 5000;
const ANNOUNCED_MILLISECONDS = 10000;
const TRY_AGAIN_MILLISECONDS = 3000;
const LONGEST_PAUSE_MILLISECONDS = 30000;

export class LoggedOut extends Error {}
export class Unreachable extends Error {}
export class Missing extends Error {}

let isOut = false;
let flashTimer = 0;

export function isLoggedOut() {
  return isOut;
}

// A calm line above everything; no words take it away.
export function say(words) {
  if (!isOut && banner.textContent !== words) {
    banner.textContent = words;
    banner.hidden = !words;
  }
}

export function lost() {
  say(LOST);
}

function out() {
  if (!isOut) {
    const link = document.createElement("a");
    link.href = location.href;
    link.textContent = "Log in again";
    banner.replaceChildren("You are logged out. What you have written is kept. ", link, ".");
    banner.hidden = false;
    isOut = true;
  }
  return new LoggedOut();
}

// A sentence that stays a moment.
export function tell(words) {
  clearTimeout(flashTimer);
  flash.classList.add("floats");
  flash.textContent = words;
  flash.hidden = !words;
  flashTimer = setTimeout(() => { flash.hidden = true; }, FLASH_MILLISECONDS);
}

// The same for ears only. Each has a line of its own, so that none silences another that came just before.
export function announce(words) {
  const line = document.createElement("span");
  line.textContent = words;
  announcer.append(line);
  setTimeout(() => line.remove(), ANNOUNCED_MILLISECONDS);
}

// An answer of the service, whatever it says.
export async function ask(address, options = {}) {
  let response;
  try {
    response = await fetch(address, { credentials: "same-origin", ...options });
  } catch {
    lost();
    throw new Unreachable();
  }
  // A form's token ends with the login, and so does a login whose role has changed.
  if (response.status === 401 || response.status === 403
      || (response.redirected && new URL(response.url).pathname.startsWith("/login"))) {
    throw out();
  }
  if (response.status >= 500) {
    say(response.status === 503 ? AWAY : LOST);
    throw new Unreachable();
  }
  say("");
  return response;
}

export async function page(address) {
  const response = await ask(address, { headers: { "X-Requested-With": "fetch" } });
  if (response.status === 404 || response.status === 410) {
    throw new Missing();
  }
  if (!response.ok) {
    lost();
    throw new Unreachable();
  }
  return response.text();
}

export function guarded(headers) {
  return form ? { ...headers, [form.dataset.header]: form.content } : headers;
}

export function guardField() {
  return form?.content ?? "";
}

export function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (b) => b.toString(16).padStart(2, "0")).join("");
}

// Never more often than this, never two at once; calls in between become one. Where nobody answers it is tried again, ever
// more seldom.
export function calmly(milliseconds, work) {
  let isRunning = false;
  let isWanted = false;
  let retry = 0;
  let patience = TRY_AGAIN_MILLISECONDS;
  return async function again() {
    if (isRunning) {
      isWanted = true;
      return;
    }
    isRunning = true;
    clearTimeout(retry);
    const pause = new Promise((done) => { setTimeout(done, milliseconds); });
    try {
      await work();
      patience = TRY_AGAIN_MILLISECONDS;
    } catch (failure) {
      // What failed has been said by whoever asked.
      if (failure instanceof Unreachable) {
        retry = setTimeout(again, patience);
        patience = Math.min(patience * 2, LONGEST_PAUSE_MILLISECONDS);
      }
    }
    await pause;
    isRunning = false;
    if (isWanted) {
      isWanted = false;
      again();
    }
  };
}
