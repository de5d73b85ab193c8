// Tells somebody who looks elsewhere that a carer waits or has written: in the title, by a sound, by a notification. Never words
// of a carer. What is switched on is remembered in this browser.

const KEPT = "signpost-bells";
const NOTES = { normal: [660, 880], crisis: [880, 660, 880, 660] };
const NOTE_SECONDS = 0.16;

let wishes = { sound: false, notify: false, keys: true };
let audio = null;
let isTeller = !navigator.locks;
let before = null;

try {
  wishes = { ...wishes, ...JSON.parse(localStorage.getItem(KEPT) ?? "{}") };
} catch {
  // A browser that keeps nothing has the usual wishes each time.
}

// Of several open pages one rings.
navigator.locks?.request("signpost-bells", () => {
  isTeller = true;
  return new Promise(() => {});
});

export function wantsKeys() {
  return wishes.keys;
}

function keep() {
  try {
    localStorage.setItem(KEPT, JSON.stringify(wishes));
  } catch {
    // As above.
  }
}

function ready() {
  if (wishes.sound && !audio && "AudioContext" in window) {
    audio = new AudioContext();
  }
  audio?.resume();
}

// A browser lets nothing sound before its user has done something.
addEventListener("pointerdown", ready, { once: true });
addEventListener("keydown", ready, { once: true });

function ring(kind) {
  if (!wishes.sound || !audio || audio.state !== "running") {
    return;
  }
  NOTES[kind].forEach((pitch, i) => {
    const at = audio.currentTime + i * NOTE_SECONDS;
    const tone = audio.createOscillator();
    const loudness = audio.createGain();
    tone.frequency.value = pitch;
    loudness.gain.setValueAtTime(0, at);
    loudness.gain.linearRampToValueAtTime(0.12, at + 0.02);
    loudness.gain.exponentialRampToValueAtTime(0.001, at + NOTE_SECONDS);
    tone.connect(loudness).connect(audio.destination);
    tone.start(at);
    tone.stop(at + NOTE_SECONDS);
  });
}

function notify(kind, words) {
  if (!wishes.notify || !("Notification" in window) || Notification.permission !== "granted") {
    return;
  }
  const shown = new Notification(words, {
    tag: "signpost-" + kind, renotify: true, requireInteraction: kind === "crisis", icon: "/favicon.svg",
  });
  shown.onclick = () => {
    window.focus();
    shown.close();
  };
}

function read(list) {
  const waiting = new Map((list.dataset.waiting || "").split(" ").filter(Boolean).map((each) => {
    const [priority, id] = each.split(":");
    return [id, priority];
  }));
  const mine = new Map((list.dataset.mine || "").split(" ").filter(Boolean).map((each) => each.split("@")));
  return { waiting, mine };
}

// Looks at what a list tells of all that concerns its reader; returns what to announce, if anything. What is written in the open
// conversation is announced by that itself.
export function heed(list, openId) {
  const now = read(list);
  const old = before;
  before = now;
  const open = document.title.replace(/^\(\d+\) /, "");
  const count = now.waiting.size + now.mine.size;
  document.title = count ? `(${count}) ${open}` : open;
  if (!old) {
    return "";
  }
  const fresh = Array.from(now.waiting).filter(([id, priority]) =>
    !old.waiting.has(id) || (priority === "crisis" && old.waiting.get(id) !== "crisis"));
  const written = Array.from(now.mine).filter(([id, at]) => old.mine.get(id) !== at);
  if (fresh.length === 0 && written.length === 0) {
    return "";
  }
  const isCrisis = fresh.some(([, priority]) => priority === "crisis");
  const sentence = (count) => {
    if (fresh.length > 0) {
      return isCrisis ? "Somebody in danger waits." : "Somebody new waits.";
    }
    return count === 1 ? "A carer of yours has written." : "Carers of yours have written.";
  };
  if (isTeller) {
    ring(isCrisis ? "crisis" : "normal");
    if (document.hidden || !document.hasFocus()) {
      notify(isCrisis ? "crisis" : "news", sentence(written.length));
    }
  }
  const elsewhere = written.filter(([id]) => id !== openId).length;
  return fresh.length + elsewhere > 0 ? sentence(elsewhere) : "";
}

export function setUp() {
  for (const wish of Object.keys(wishes)) {
    const field = document.getElementById("set-" + wish);
    if (field) {
      field.checked = wishes[wish];
      field.addEventListener("change", () => change(wish, field));
    }
  }
}

async function change(wish, field) {
  if (wish === "notify" && field.checked) {
    field.checked = "Notification" in window && (await Notification.requestPermission()) === "granted";
  }
  wishes[wish] = field.checked;
  keep();
  ready();
  if (wish === "sound" && field.checked) {
    ring("normal");
  }
}
