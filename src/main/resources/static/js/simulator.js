// The phone in the browser. Each text keeps its message id, so that sending it again is a repeat and not a second text.
"use strict";

const page = document.getElementById("simulator");
const log = document.getElementById("log");
const composer = document.getElementById("composer");
const words = document.getElementById("words");
const picture = document.getElementById("picture");
const wordsWrong = document.getElementById("words-wrong");
const wordsLength = document.getElementById("words-length");
const numberField = document.getElementById("number");
const numberWrong = document.getElementById("number-wrong");
const clockWrong = document.getElementById("clock-wrong");
const time = document.getElementById("time");
const textingFrom = document.getElementById("texting-from");

const NUMBER = /^(?:\+44|0044|44|0)7700900(\d{3})$/;
const NUMBER_REFUSED =
  "Please choose a number from 07700 900000 to 07700 900999. These belong to nobody, so nobody real can be texted by mistake.";
const WAIT_MILLISECONDS = 20000;

const longTime = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Europe/London", weekday: "long", day: "numeric", month: "long", year: "numeric",
});
const shortTime = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Europe/London", hour: "2-digit", minute: "2-digit", hourCycle: "h23",
});

let number = textingFrom.textContent.trim();
let ahead = Date.parse(page.dataset.now) - Date.now();

// Small pieces of page

function element(name, className, ...content) {
  const made = document.createElement(name);
  if (className) {
    made.className = className;
  }
  made.append(...content);
  return made;
}

function toTheEnd() {
  log.scrollTop = log.scrollHeight;
}

function add(node) {
  document.getElementById("log-start")?.remove();
  log.append(node);
  toTheEnd();
  return node;
}

function note(text) {
  add(element("p", "log-note", text));
}

function serviceTime() {
  return shortTime.format(Date.now() + ahead);
}

// Phone numbers and addresses in an answer can be tapped, as on a phone.

const TAPPABLE = new RegExp(
  [
    "https?://[^\\s]+[^\\s.,;:!?)]", // whole addresses
    "\\b(?:[a-z0-9-]+\\.)+(?:uk|org|com|net|gov)(?:/[^\\s]*[^\\s.,;:!?)])?", // addresses without https
    "(?:\\+44 ?|\\b0)\\d(?:[ ]?\\d){7,9}\\b", // numbers of ten or eleven digits
    "\\b(?:999|111|101|105|119|116 ?\\d{3}|18000|85258)\\b", // short numbers
  ].join("|"),
  "gi",
);

function address(found, before) {
  if (/^https?:/i.test(found)) {
    return found;
  }
  if (/[a-z]/i.test(found)) {
    return "https://" + found;
  }
  const digits = found.replace(/ /g, "");
  return (/text(?: [A-Z]+)?(?: to)? $/i.test(before) ? "sms:" : "tel:") + digits;
}

function tappable(text) {
  const parts = [];
  let end = 0;
  for (const match of text.matchAll(TAPPABLE)) {
    const before = text.slice(end, match.index);
    const link = element("a", "", match[0]);
    link.href = address(match[0], text.slice(0, match.index));
    if (link.protocol === "https:" || link.protocol === "http:") {
      link.target = "_blank";
      link.rel = "noopener noreferrer";
    } else {
      link.className = "nowrap";
    }
    parts.push(before, link);
    end = match.index + match[0].length;
  }
  parts.push(text.slice(end));
  return parts;
}

// Bubbles

function sent(text) {
  const about = element("p", "bubble-about", "Sending");
  const shown = text.body + (text.media ? (text.body ? "\n" : "") + "[picture]" : "");
  const bubble = element(
    "div", "bubble bubble-from-carer",
    element("p", "bubble-words", element("span", "visually-hidden", "You: "), shown), about);
  add(bubble);
  return { bubble, about };
}

function received(text, length, at = serviceTime()) {
  const segments = length.segments + (length.segments === 1 ? " segment" : " segments");
  add(element(
    "div", "bubble bubble-from-us",
    element("p", "bubble-words", element("span", "visually-hidden", "Carer Signpost: "), ...tappable(text)),
    element("p", "bubble-about", `${at} · ${segments} · ${length.encoding}`)));
}

function typing() {
  const dots = element("div", "bubble bubble-words typing", element("i"), element("i"), element("i"));
  dots.setAttribute("aria-hidden", "true");
  return add(dots);
}

// Sending

function newSid(media) {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return (media ? "MM" : "SM") + Array.from(bytes, (b) => b.toString(16).padStart(2, "0")).join("");
}

async function answerOf(response) {
  const body = await response.json().catch(() => ({}));
  if (!response.ok) {
    throw new Error(body.detail || `The service answered ${response.status}.`);
  }
  return body;
}

async function deliver(text, shown) {
  shown.bubble.classList.remove("bubble-failed");
  shown.about.replaceChildren("Sending");
  const dots = typing();
  try {
    const answer = await answerOf(await fetch(page.dataset.messages, {
      method: "POST",
      headers: { "Content-Type": "application/json", Accept: "application/json" },
      body: JSON.stringify(text),
      signal: AbortSignal.timeout(WAIT_MILLISECONDS),
    }));
    dots.remove();
    shown.about.replaceChildren(`Delivered ${serviceTime()}`);
    answer.texts.forEach((each, i) => received(each, answer.lengths[i]));
    if (answer.texts.length === 0) {
      note("No reply was sent.");
    }
  } catch (failure) {
    dots.remove();
    failed(text, shown, failure);
  }
}

function failed(text, shown, failure) {
  const reason = failure.name === "TimeoutError" || failure instanceof TypeError
    ? "The service did not answer." : failure.message;
  const again = element("button", "button-danger", "Send again");
  again.type = "button";
  again.addEventListener("click", () => {
    words.focus();
    deliver(text, shown);
  });
  shown.bubble.classList.add("bubble-failed");
  shown.about.replaceChildren(`Not delivered. ${reason} `, again);
  toTheEnd();
}

composer.addEventListener("submit", (event) => {
  event.preventDefault();
  const body = words.value;
  const media = picture.checked ? 1 : 0;
  if (!body.trim() && !media) {
    wordsWrong.textContent = "Write something first.";
    words.focus();
    return;
  }
  const text = { from: number, body, media, sid: newSid(media) };
  words.value = "";
  picture.checked = false;
  measure();
  words.focus();
  // An example may have been picked far below.
  document.querySelector(".phone").scrollIntoView({ block: "nearest" });
  deliver(text, sent(text));
});

words.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
    event.preventDefault();
    composer.requestSubmit();
  }
});

function measure() {
  wordsWrong.textContent = "";
  const left = words.maxLength - words.value.length;
  wordsLength.textContent = left < 200 ? `${left} characters left` : "";
}

words.addEventListener("input", measure);

// Texts that come by themselves. Shown are those since this browser first used the number, also after a reload.

const ANY = Number.MAX_SAFE_INTEGER;
const startOf = {};
let shown = null;

function keptStart() {
  try {
    return sessionStorage.getItem("simulator-inbox-" + number) ?? startOf[number];
  } catch {
    return startOf[number];
  }
}

function keepStart(start) {
  startOf[number] = start;
  try {
    sessionStorage.setItem("simulator-inbox-" + number, start);
  } catch {
    // A browser that keeps nothing begins anew after a reload.
  }
}

async function look() {
  const asked = number;
  const known = shown ?? keptStart();
  const address = `${page.dataset.inbox}?number=${encodeURIComponent(asked)}&after=${known ?? ANY}`;
  const inbox = await answerOf(await fetch(address, { headers: { Accept: "application/json" } }));
  if (asked !== number || known !== (shown ?? keptStart())) {
    return;
  }
  if (known === undefined || known === null) {
    keepStart(inbox.last);
    shown = inbox.last;
    return;
  }
  shown = Number(known);
  for (const text of inbox.texts) {
    received(text.text, text.length, shortTime.format(Date.parse(text.at)));
    shown = text.n;
  }
}

setInterval(() => {
  if (!document.hidden) {
    look().catch(() => {});
  }
}, 2000);

// Examples, number, clock

document.getElementById("examples").addEventListener("click", (event) => {
  const example = event.target.closest("button");
  if (example) {
    words.value = example.textContent;
    measure();
    words.focus();
  }
});

function use(written) {
  const match = NUMBER.exec(written.replace(/[\s()-]/g, ""));
  if (!match) {
    return false;
  }
  number = "07700 900" + match[1];
  textingFrom.textContent = number;
  numberField.value = number;
  try {
    sessionStorage.setItem("simulator-number", number);
  } catch {
    // A browser that keeps nothing proposes another number next time.
  }
  return true;
}

document.getElementById("number-form").addEventListener("submit", (event) => {
  event.preventDefault();
  const before = number;
  const used = use(numberField.value);
  numberWrong.textContent = used ? "" : NUMBER_REFUSED;
  numberField.setAttribute("aria-invalid", String(!used));
  if (!used) {
    numberField.focus();
  } else if (number !== before) {
    log.replaceChildren();
    shown = null;
    look().catch(() => {});
    note(`You now text from ${number}.`);
    words.focus();
  }
});

function show() {
  const now = Date.now() + ahead;
  const day = longTime.formatToParts(now).filter((p) => p.type !== "literal").map((p) => p.value);
  time.textContent = `${day.join(" ")}, ${shortTime.format(now)}`;
  time.dateTime = new Date(now).toISOString();
}

async function setClock(response) {
  ahead = Date.parse((await answerOf(response)).now) - Date.now();
  show();
}

document.getElementById("clock").addEventListener("click", async (event) => {
  const button = event.target.closest("button");
  if (!button) {
    return;
  }
  clockWrong.textContent = "";
  try {
    await setClock(await fetch(`${page.dataset.clock}?${button.dataset.move}`, { method: "POST" }));
    note(`It is now ${time.textContent}.`);
  } catch (failure) {
    clockWrong.textContent = failure instanceof TypeError ? "The service did not answer." : failure.message;
  }
});

// Somebody else may have moved the clock, in another window or by a program.
setInterval(() => {
  if (!document.hidden) {
    fetch(page.dataset.clock).then(setClock).catch(() => {});
  }
}, 15000);
setInterval(show, 1000);

let kept = null;
try {
  kept = sessionStorage.getItem("simulator-number");
} catch {
  // As above.
}
use(kept ?? number);
look().catch(() => {});
show();
document.getElementById("without-script").remove();
page.hidden = false;
