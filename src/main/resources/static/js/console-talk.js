// The conversation on the page: sends its forms, keeps its drafts, renews it, and says who else is there.

import * as draft from "/js/console-draft.js";
import * as insert from "/js/console-insert.js";
import { lengthInWords } from "/js/console-length.js";
import { leave, look, typed } from "/js/console-lookers.js";
import { adopt, parsed, renew, renewList } from "/js/console-renew.js";
import { LoggedOut, Missing, Unreachable, announce, ask, calmly, newId, page, tell } from "/js/console-web.js";

const TALLEST = 0.4;

const pane = document.getElementById("talk-pane");
// Pieces of a page that were asked for before an era ended, or after newer ones were put, are too old.
let era = 0;
let asked = 0;
let put = 0;
let afterDone = () => {};

export function talk() {
  return document.getElementById("talk");
}

function inTalk(id) {
  return talk()?.querySelector("#" + id) ?? null;
}

// Begins with the conversation that stands in the page.
export function begin() {
  const here = talk();
  if (!here) {
    return;
  }
  adopt(inTalk("talk-bar"), inTalk("talk-top"), inTalk("write"), ...inTalk("timeline").children);
  dress();
  const field = inTalk("reply-text");
  if (field && draft.begin(here.dataset.id, field)) {
    tell("Words that were kept on this device are back.");
  }
  for (const other of pane.querySelectorAll("form textarea[id]:not(#reply-text)")) {
    draft.bringBack(here.dataset.id, other);
  }
  pane.querySelectorAll("textarea").forEach(grow);
  measureAll();
  look();
}

// What needs a script is shown by it.
function dress() {
  const tools = inTalk("insert");
  if (tools) {
    tools.hidden = false;
  }
  tellWhen();
}

export async function end() {
  const here = talk();
  if (here) {
    leave();
    insert.close();
    await draft.end();
  }
}

export function onDone(work) {
  afterDone = work;
}

// Shows a conversation in place of another.
export async function open(id, list, number) {
  const html = await page(`/console/conversations/${id}/pane?list=${list}&page=${number}`);
  // What was begun there is sent on its way; nobody waits for it.
  end();
  era++;
  pane.replaceChildren(document.importNode(parsed(html).getElementById("talk"), true));
  begin();
}

export function close() {
  end();
  era++;
  const nothing = document.createElement("div");
  nothing.className = "nothing";
  nothing.textContent = "Choose a conversation from the list.";
  pane.replaceChildren(nothing);
}

async function renewNow() {
  const here = talk();
  if (!here || here.dataset.isGone) {
    return;
  }
  const mine = ++asked;
  const began = era;
  const { id, list, page: number } = here.dataset;
  const all = new URLSearchParams(location.search).has("all") ? "&all=true" : "";
  let html;
  try {
    html = await page(`/console/conversations/${id}/pane?list=${list}&page=${number}${all}`);
  } catch (failure) {
    if (failure instanceof Missing && began === era) {
      // What was begun to be written stays in sight, but nothing more is asked for.
      here.dataset.isGone = "yes";
      tell("This conversation is not open to you any more.");
    }
    throw failure;
  }
  if (began !== era || mine < put || talk()?.dataset.id !== id) {
    return;
  }
  put = mine;
  show(parsed(html).getElementById("talk"));
}

function show(fresh) {
  const scroller = inTalk("timeline-scroll");
  const wasAtEnd = isAtEnd(scroller);
  const hadFocus = talk().contains(document.activeElement);
  const unsent = inTalk("reply-text")?.value ?? "";
  const added = renewList(inTalk("timeline"), fresh.querySelector("#timeline"));
  renew(inTalk("talk-bar"), fresh.querySelector("#talk-bar"));
  renew(inTalk("talk-top"), fresh.querySelector("#talk-top"));
  renew(inTalk("write"), fresh.querySelector("#write"));
  keepUnsent(unsent);
  talk().dataset.last = fresh.dataset.last;
  // What is sent from now on was written with these lines in sight.
  for (const field of talk().querySelectorAll("input[name=seen]")) {
    field.value = fresh.dataset.last;
  }
  dress();
  added.forEach((line) => line.classList.add("is-new"));
  if (wasAtEnd && added.length > 0) {
    toTheEnd(scroller);
  }
  if (hadFocus && document.activeElement === document.body) {
    inTalk("talk-title").focus({ preventScroll: true });
  }
  if (added.some((line) => line.classList.contains("line-carer"))) {
    announce("The carer has written.");
  }
  measureAll();
}

// Somebody else has it now: what was begun stays in sight.
function keepUnsent(words) {
  const place = inTalk("unsent-text");
  if (place && words) {
    draft.flush();
    place.value = words;
    inTalk("unsent").hidden = false;
  }
}

export const renewSoon = calmly(250, renewNow);

function isNarrow() {
  return getComputedStyle(inTalk("timeline-scroll")).overflowY !== "auto";
}

function isAtEnd(scroller) {
  const view = isNarrow() ? document.scrollingElement : scroller;
  const fromTop = isNarrow() ? view.scrollHeight - view.clientHeight - view.scrollTop : -view.scrollTop;
  return fromTop < 120;
}

export function toTheEnd(scroller = inTalk("timeline-scroll")) {
  if (scroller && isNarrow()) {
    document.scrollingElement.scrollTop = document.scrollingElement.scrollHeight;
  } else if (scroller) {
    scroller.scrollTop = 0;
  }
}

// Forms

// The form as it stands on the page now, which may have been renewed meanwhile.
function live(form) {
  if (form.isConnected) {
    return form;
  }
  const field = form.querySelector("textarea[id]");
  const now = field ? document.getElementById(field.id)?.form : talk()?.querySelector(`form[data-act="${form.dataset.act}"]`);
  return now ?? form;
}

function wrong(form, words) {
  const place = live(form).querySelector(".wrong");
  if (place) {
    place.textContent = words;
  }
}

async function send(form, button) {
  if (form.dataset.isSending) {
    return;
  }
  form.dataset.isSending = "yes";
  const here = talk();
  const act = form.dataset.act;
  button?.setAttribute("aria-disabled", "true");
  wrong(form, "");
  try {
    if (act === "reply") {
      await draft.pause();
    } else if (act === "pass" && !await draft.flush()) {
      wrong(form, "What you had begun could not be kept just now, so nothing was passed on. Please try again.");
      return;
    }
    const body = new URLSearchParams(new FormData(form, button));
    hold(form, true);
    const response = await ask(form.action, { method: "POST", headers: { Accept: "application/json" }, body });
    const answer = await response.json().catch(() => ({}));
    if (talk() !== here) {
      // Its user has gone on to another conversation.
      tell(response.ok ? answer.said : answer.detail || "That did not work.");
      afterDone(false);
    } else if (response.ok) {
      await done(live(form), act, answer);
    } else {
      wrong(form, answer.detail || "That did not work. Please try again.");
      await renewed();
      if (!talk().querySelector(`form[data-act="${act}"]`)) {
        inTalk("take-wrong").textContent = answer.detail ?? "";
      }
    }
  } catch (failure) {
    if (failure instanceof LoggedOut) {
      wrong(form, "You are logged out. Nothing was sent; your words are kept.");
    } else if (failure instanceof Unreachable) {
      wrong(form, "There is no answer just now. Your words are kept; sending again does it only once.");
    } else {
      throw failure;
    }
  } finally {
    delete form.dataset.isSending;
    hold(form, false);
    button?.removeAttribute("aria-disabled");
  }
}

// While it is under way nothing is written into a form.
function hold(form, isHeld) {
  for (const field of live(form).querySelectorAll("textarea")) {
    field.readOnly = isHeld;
  }
}

async function done(form, act, answer) {
  era++;
  const request = form.elements.namedItem("request");
  if (request) {
    request.value = newId();
  }
  for (const field of form.querySelectorAll("textarea, input[type=datetime-local]")) {
    field.defaultValue = "";
    field.value = "";
    field.style.height = "";
    draft.forget(talk().dataset.id, field);
  }
  if (act === "reply") {
    draft.sent();
    inTalk("later-box").open = false;
  } else if (act === "pass" && inTalk("reply-text")) {
    // What was begun has gone along.
    draft.sent();
    inTalk("reply-text").value = "";
  }
  form.closest("details.act, details.judge")?.removeAttribute("open");
  if (answer.said) {
    tell(answer.said);
  }
  if (answer.gone) {
    afterDone(true);
    return;
  }
  await renewed();
  afterDone(false);
  if (act === "take" || act === "take-over") {
    inTalk("reply-text")?.focus();
    const field = inTalk("reply-text");
    if (field && talk()) {
      draft.begin(talk().dataset.id, field);
    }
  } else if (act === "reply" || act === "note") {
    toTheEnd();
  } else if (document.activeElement === document.body) {
    inTalk("talk-title").focus({ preventScroll: true });
  }
}

pane.addEventListener("submit", (event) => {
  const form = event.target.closest("form[data-act]");
  if (form) {
    event.preventDefault();
    send(form, event.submitter);
  }
});

pane.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && event.target.tagName === "TEXTAREA") {
    event.preventDefault();
    event.target.form.requestSubmit();
  }
});

pane.addEventListener("click", (event) => {
  const opener = event.target.closest("#insert-service, #insert-saved");
  const choice = event.target.closest("#insert-found button");
  if (opener) {
    insert.toggle(opener);
  } else if (choice) {
    insert.pick(choice);
  }
});

pane.addEventListener("input", (event) => {
  const field = event.target;
  if (field.id === "insert-words") {
    insert.typed();
  } else if (field.tagName === "TEXTAREA") {
    grow(field);
    measure(field);
    const place = field.form.querySelector(".wrong");
    if (place) {
      place.textContent = "";
    }
  }
  if (field.id === "reply-text") {
    draft.changed(field);
    typed();
  }
  if (field.tagName === "TEXTAREA" && field.id !== "reply-text") {
    draft.remember(talk().dataset.id, field);
  }
  if (field.id === "later") {
    tellWhen();
  }
});

pane.addEventListener("focusin", (event) => {
  if (event.target.id === "reply-text") {
    event.target.dataset.visited = "yes";
  }
});

pane.addEventListener("change", (event) => {
  if (event.target.name === "compose") {
    insert.close();
    inTalk(event.target.id === "compose-note" ? "note-text" : "reply-text").focus();
  }
});

function tellWhen() {
  const send = inTalk("send");
  if (send) {
    send.textContent = inTalk("later").value ? "Send later" : "Send";
  }
}

function grow(field) {
  if (field.offsetParent) {
    field.style.height = "auto";
    field.style.height = Math.min(field.scrollHeight + 4, innerHeight * TALLEST) + "px";
  }
}

function measure(field) {
  const place = field.dataset.length && document.getElementById(field.dataset.length);
  if (place) {
    place.textContent = lengthInWords(field.value, talk().dataset.pence);
  }
}

function measureAll() {
  pane.querySelectorAll("textarea[data-length]").forEach(measure);
}

// As new as can be had just now.
async function renewed() {
  try {
    await renewNow();
  } catch {
    renewSoon();
  }
}

addEventListener("pagehide", () => {
  leave();
  draft.flush();
});
