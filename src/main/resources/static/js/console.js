// The console's page: its list, what stands beside it, and the live connection that keeps both up to date.

import * as bells from "/js/console-bells.js";
import { showHelp } from "/js/console-keys.js";
import { lookSoon } from "/js/console-lookers.js";
import { adopt, parsed, renew, renewList } from "/js/console-renew.js";
import * as talk from "/js/console-talk.js";
import { LoggedOut, announce, ask, calmly, isLoggedOut, lost, page } from "/js/console-web.js";

const LOOK_EVERY = 30000;
const TIMES_EVERY = 10000;
const TRY_EVERY = 10000;
const SHOWN_AS_LOST_AFTER = 2000;
const HOUR = 60;

const main = document.getElementById("main");
const list = document.getElementById("list");
let ahead = 0;
let lostTimer = 0;
let isConnected = true;

// The list

function openId() {
  return talk.talk()?.dataset.id ?? "";
}

function pieces(root) {
  return Array.from(root.children).filter((child) => child.id && child.id !== "rows");
}

async function renewNow() {
  const { tab, page: number } = list.dataset;
  const fresh = await listPage(tab, number);
  if (list.dataset.tab !== tab || list.dataset.page !== number) {
    return;
  }
  if (tab === "search") {
    // What was found stays as it is.
    renew(document.getElementById("tabs"), fresh.querySelector("#tabs"));
    heedNews(fresh);
  } else {
    putList(fresh);
  }
}

async function listPage(tab, number) {
  const html = await page(`/console/list?list=${tab}&page=${number}&open=${openId()}`);
  return parsed(html).getElementById("list");
}

function putList(fresh) {
  const rows = document.getElementById("rows");
  const freshRows = fresh.querySelector("#rows");
  if (rows && freshRows) {
    renewList(rows, freshRows);
  }
  // The list itself stays where it is; everything around it is exchanged.
  const kept = rows && freshRows ? rows : null;
  const old = new Map(pieces(list).map((piece) => [piece.id, piece]));
  let last = null;
  for (const piece of Array.from(fresh.children)) {
    const known = old.get(piece.id);
    let now = piece.id === "rows" ? kept : known && renew(known, piece);
    if (!now) {
      now = document.importNode(piece, true);
      piece.id === "rows" ? adopt(...now.children) : adopt(now);
    }
    if ((last ? last.nextElementSibling : list.firstElementChild) !== now) {
      list.insertBefore(now, last ? last.nextElementSibling : list.firstElementChild);
    }
    last = now;
  }
  while (last && last.nextElementSibling) {
    last.nextElementSibling.remove();
  }
  heedNews(fresh);
}

function heedNews(fresh) {
  for (const name of Object.keys(fresh.dataset)) {
    list.dataset[name] = fresh.dataset[name];
  }
  ahead = Date.parse(fresh.dataset.now) - Date.now();
  tellTimes();
  const words = bells.heed(list, openId());
  if (words) {
    announce(words);
  }
}

const renewSoon = calmly(500, renewNow);

function markOpen() {
  for (const row of document.querySelectorAll("#rows .list-row")) {
    if (row.dataset.id === openId()) {
      row.setAttribute("aria-current", "true");
    } else {
      row.removeAttribute("aria-current");
    }
  }
}

function titled(words) {
  const count = /^\(\d+\) /.exec(document.title)?.[0] ?? "";
  document.title = `${count}${words} - Carer Signpost`;
}

// Going from one to another without loading the page anew; the addresses are the same as without a script.

async function openTalk(row, push) {
  const { tab, page: number } = list.dataset;
  const address = new URL(row.href);
  try {
    await talk.open(row.dataset.id, tab, number);
  } catch (failure) {
    if (!(failure instanceof LoggedOut)) {
      location.assign(address);
    }
    return;
  }
  if (push) {
    history.pushState({}, "", address);
  }
  main.classList.add("is-open");
  titled(talk.talk().dataset.title);
  markOpen();
  document.getElementById("talk-title").focus({ preventScroll: true });
  talk.toTheEnd();
}

function closeTalk(push) {
  const id = openId();
  talk.close();
  main.classList.remove("is-open");
  titled(list.dataset.title);
  markOpen();
  if (push) {
    history.pushState({}, "", `/console?list=${list.dataset.tab}&page=${list.dataset.page}`);
  }
  document.querySelector(`#row-${CSS.escape(id)} .list-row`)?.focus();
}

async function openTab(link) {
  const tab = link.dataset.tab;
  let fresh;
  try {
    fresh = await listPage(tab, 0);
  } catch (failure) {
    if (!(failure instanceof LoggedOut)) {
      location.assign(link.href);
    }
    return;
  }
  list.dataset.tab = tab;
  list.dataset.page = "0";
  putList(fresh);
  list.scrollTop = 0;
  const id = openId();
  history.pushState({}, "", id ? `/console/conversations/${id}?list=${tab}` : link.href);
  if (!id) {
    titled(list.dataset.title);
  }
  document.getElementById("list-title").textContent = list.dataset.title;
  announce(list.dataset.title);
  document.querySelector(tab === "search" ? "#words" : "#rows .list-row")?.focus();
}

async function search(form, button) {
  const place = document.getElementById("words-wrong");
  place.textContent = "";
  try {
    const response = await ask(form.action, { method: "POST", body: new URLSearchParams(new FormData(form, button)) });
    if (response.redirected) {
      location.assign(response.url);
      return;
    }
    putList(parsed(await response.text()).getElementById("list"));
    document.querySelector("#rows .list-row, #words[aria-invalid]")?.focus();
  } catch (failure) {
    if (!(failure instanceof LoggedOut)) {
      place.textContent = "There is no answer just now. Please try again.";
    }
  }
}

document.addEventListener("submit", (event) => {
  if (event.target.id === "search") {
    event.preventDefault();
    search(event.target, event.submitter);
  }
});

function isPlain(event) {
  return event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
}

document.addEventListener("click", (event) => {
  const row = event.target.closest(".list-row, .caller");
  const tab = event.target.closest("#tabs a");
  const back = event.target.closest("#back");
  if (!(row || tab || back) || !isPlain(event) || isLoggedOut()) {
    return;
  }
  event.preventDefault();
  if (row) {
    openTalk(row, true);
  } else if (tab) {
    openTab(tab);
  } else {
    closeTalk(true);
  }
});

addEventListener("popstate", () => {
  const id = /^\/console\/conversations\/([^/]+)$/.exec(location.pathname)?.[1];
  const tab = new URLSearchParams(location.search).get("list") ?? "waiting";
  const row = id && document.querySelector(`#row-${CSS.escape(id)} .list-row`);
  if (location.hash || tab !== list.dataset.tab || (id && !row)) {
    if (!location.hash) {
      location.reload();
    }
  } else if (row) {
    openTalk(row, false);
  } else {
    closeTalk(false);
  }
});

// Times

function inWords(minutes) {
  if (minutes < 1) {
    return "under 1 min";
  }
  if (minutes < HOUR) {
    return `${minutes} min`;
  }
  if (minutes >= 48 * HOUR) {
    return `${Math.floor(minutes / HOUR / 24)} days`;
  }
  const rest = minutes % HOUR;
  return `${Math.floor(minutes / HOUR)} h${rest ? ` ${rest} min` : ""}`;
}

function tellTimes() {
  const now = Date.now() + ahead;
  for (const wait of document.querySelectorAll(".wait[data-since]")) {
    const waited = now - Date.parse(wait.dataset.since);
    const target = Number(wait.dataset.target) * 1000;
    const level = waited > target ? "late" : waited * 2 >= target ? "soon" : "calm";
    wait.className = `wait wait-${level}`;
    const words = inWords(Math.max(Math.floor(waited / 60000), 0));
    const place = wait.querySelector(".wait-for");
    if (place.textContent !== words) {
      place.textContent = words;
    }
  }
}

// The live connection

function renewAll() {
  renewSoon();
  talk.renewSoon();
}

function connection(state) {
  clearTimeout(lostTimer);
  const wasConnected = isConnected;
  isConnected = state === "open" && navigator.onLine;
  if (!isConnected) {
    // A moment without it is nothing to trouble anybody with.
    lostTimer = setTimeout(lost, navigator.onLine ? SHOWN_AS_LOST_AFTER : 0);
  } else if (!wasConnected) {
    renewAll();
  }
}

function heard({ event, state, ids }) {
  if (event === "state") {
    connection(state);
  } else if (event === "changed") {
    renewSoon();
    if (ids.includes(openId())) {
      talk.renewSoon();
    }
  } else if (event === "looking" && ids.includes(openId())) {
    lookSoon();
  } else if (event === "reload") {
    talk.end().finally(() => location.reload());
  } else if (event === "missed" || event === "ended") {
    // Whoever may still listen is let in again; whoever may not is told so by this.
    renewAll();
  }
}

function follow() {
  if ("SharedWorker" in window) {
    const worker = new SharedWorker("/js/console-live.js", { name: "signpost-live" });
    worker.port.onmessage = ({ data }) => heard(data);
    worker.port.postMessage({ made: main.dataset.made });
    worker.onerror = followAlone;
    addEventListener("pagehide", () => worker.port.postMessage("leave"));
    addEventListener("online", () => worker.port.postMessage("again"));
  } else {
    followAlone();
  }
}

function followAlone() {
  const script = document.createElement("script");
  script.src = "/js/console-live.js";
  script.onload = () => {
    window.signpostLive.join(heard, main.dataset.made);
    addEventListener("online", () => window.signpostLive.again());
  };
  document.head.append(script);
}

addEventListener("offline", () => connection("lost"));
addEventListener("online", renewAll);
addEventListener("pageshow", (event) => event.persisted && location.reload());
document.addEventListener("visibilitychange", () => {
  if (!document.hidden) {
    renewAll();
    lookSoon();
  }
});

function begin() {
  const rows = document.getElementById("rows");
  adopt(...pieces(list), ...(rows ? rows.children : []));
  ahead = Date.parse(list.dataset.now) - Date.now();
  bells.setUp();
  bells.heed(list, openId());
  document.getElementById("list-foot").hidden = false;
  document.getElementById("show-help").addEventListener("click", showHelp);
  const address = new URL(location.href);
  if (address.searchParams.has("done")) {
    address.searchParams.delete("done");
    history.replaceState({}, "", address);
  }
  talk.onDone((isGone) => {
    if (isGone) {
      closeTalk(true);
    }
    renewSoon();
  });
  talk.begin();
  if (!location.hash) {
    talk.toTheEnd();
  }
  follow();
  setInterval(tellTimes, TIMES_EVERY);
  // Where no news comes, because something on the way holds it back, pages look by themselves.
  setInterval(() => { if (!document.hidden && !isLoggedOut()) { renewAll(); } }, LOOK_EVERY);
  setInterval(() => { if (!isConnected && navigator.onLine && !isLoggedOut()) { renewAll(); } }, TRY_EVERY);
}

if (list) {
  begin();
}
