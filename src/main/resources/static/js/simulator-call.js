// Ringing the service with the phone in the browser. The server plays the call; this shows it, and tells what is done on the phone.
"use strict";

const CALL_SHOWN = {
  us: (event) => callBubble("bubble-from-us", "Carer Signpost: ", event.text),
  pause: (event) => element("p", "log-note", `(pause ${event.seconds} s)`),
  sound: (event) => element("p", "log-note", event.text),
  pressed: (event) => callBubble("bubble-from-carer", "You: ", `Pressed ${event.text}`),
  said: (event) => callBubble("bubble-from-carer", "You: ", event.text),
  silent: () => callBubble("bubble-from-carer", "You: ", "Said nothing"),
  message: (event) => callBubble("bubble-from-carer", "You: ", `Left a message: ${event.text}`),
  other: (event) => callBubble("bubble-from-staff", "The other side: ", event.text),
  note: (event) => element("p", "log-note", event.text),
  fault: (event) => element("p", "notice notice-danger", event.text),
  ended: (event) => element("p", "log-note", event.text),
};

function callBubble(kind, who, text) {
  return element(
    "div", "bubble " + kind,
    element("p", "bubble-words", element("span", "visually-hidden", who), text));
}

// One thing on the phone at a time, and in order.
function phoneLine() {
  let before = Promise.resolve();
  return (ask) => {
    const now = before.then(ask);
    before = now.catch(() => {});
    return now;
  };
}

async function doOnCall(sid, done, after) {
  return answerOf(await fetch(`${page.dataset.calls}/${sid}/do?after=${after}`, {
    method: "POST",
    headers: { "Content-Type": "application/json", Accept: "application/json" },
    body: JSON.stringify(done),
    signal: AbortSignal.timeout(40000),
  }));
}

function callFailure(failure) {
  return failure.name === "TimeoutError" || failure instanceof TypeError
    ? "The service did not answer." : failure.message;
}

{
  const byId = (id) => document.getElementById(id);
  const callLog = byId("call-log");
  const callState = byId("call-state");
  const callWrong = byId("call-wrong");
  const callLength = byId("call-length");
  const say = byId("say");
  const unclear = byId("unclear");
  const aloud = byId("aloud");
  const keypad = byId("keypad");
  const inOrder = phoneLine();
  const HEARD = new Set(["us", "pause", "sound"]);
  const OWN = new Set(["pressed", "said", "silent", "message"]);

  let call = null;
  let events = [];

  // Tabs: text or ring

  const tabs = [byId("text-tab"), byId("ring-tab")];

  function choose(tab) {
    for (const each of tabs) {
      const chosen = each === tab;
      each.setAttribute("aria-selected", String(chosen));
      each.tabIndex = chosen ? 0 : -1;
      byId(each.getAttribute("aria-controls")).hidden = !chosen;
    }
    const rings = tab === byId("ring-tab");
    byId("how").textContent = rings ? "You ring from" : "You text from";
    byId("examples-card").hidden = rings;
    byId("phones").hidden = !rings;
  }

  for (const tab of tabs) {
    tab.addEventListener("click", () => choose(tab));
    tab.addEventListener("keydown", (event) => {
      const to = { ArrowLeft: 0, ArrowRight: 1, Home: 0, End: 1 }[event.key];
      if (to !== undefined) {
        event.preventDefault();
        choose(tabs[to]);
        tabs[to].focus();
      }
    });
  }

  // What is heard

  function seconds(count) {
    const whole = Math.max(1, Math.round(count));
    return whole === 1 ? "1 second" : `${whole} seconds`;
  }

  function lengthSince(list) {
    const last = list.findLastIndex((event) => OWN.has(event.kind));
    return list.slice(last + 1).reduce((sum, event) => sum + (HEARD.has(event.kind) ? event.seconds : 0), 0);
  }

  function hush() {
    window.speechSynthesis?.cancel();
  }

  function speak(event) {
    if (!aloud.checked || (event.kind !== "us" && event.kind !== "other")) {
      return;
    }
    const spoken = new SpeechSynthesisUtterance(event.text);
    spoken.lang = "en-GB";
    const voice = speechSynthesis.getVoices().find((each) => each.lang.replace("_", "-").startsWith("en-GB"));
    if (voice) {
      spoken.voice = voice;
    }
    speechSynthesis.speak(spoken);
  }

  const SAID_OF_STATE = {
    ringing: () => "It rings.",
    saying: () => "The service is about to speak.",
    listening: (state) => `The service listens to ${listensTo(state)}.`,
    waiting: (state) => state.keys || state.speech ? `You wait. The service listens to ${listensTo(state)}.` : "You wait.",
    recording: () => "Your message is being recorded. Write what you say, then leave it.",
    talking: () => "You are talking with somebody. Write what you say.",
    ended: () => "The call is over.",
  };

  function listensTo(state) {
    const keys = state.numDigits === 1 ? "one key" : state.numDigits > 1 ? `${state.numDigits} keys` : "keys";
    const pressed = state.pressed ? ` (pressed so far: ${state.pressed})` : "";
    return (state.keys && state.speech ? `words and ${keys}` : state.keys ? keys : "words") + pressed;
  }

  function asks(state) {
    return state.kind === "recording" || (state.kind !== "talking" && (state.keys || state.speech));
  }

  function showCall(view) {
    // An answer that was overtaken tells nothing new.
    if (!call || view.sid !== call.sid || view.last < events.length) {
      return;
    }
    for (const event of view.events.filter((each) => each.n > events.length)) {
      events.push(event);
      callLog.append(CALL_SHOWN[event.kind](event));
      speak(event);
      callLog.scrollTop = callLog.scrollHeight;
    }
    call = view;
    const { state } = view;
    const on = state.kind !== "ended";
    const recording = state.kind === "recording";
    const stateWords = SAID_OF_STATE[state.kind](state);
    if (callState.textContent !== stateWords) {
      callState.textContent = stateWords;
    }
    const length = lengthSince(events);
    callLength.textContent = length ? `This takes about ${seconds(length)} to hear.` : "";
    const focused = document.activeElement;
    byId("before-call").hidden = on;
    byId("on-call").hidden = !on;
    byId("wait-on").hidden = !state.waitOn;
    byId("leave-message").hidden = !recording;
    byId("say-it").hidden = recording;
    byId("unclear-tick").hidden = state.kind !== "listening" && state.kind !== "waiting";
    byId("save-call").hidden = events.length === 0;
    byId("nothing").setAttribute("aria-disabled", String(!asks(state)));
    keypad.querySelectorAll("button").forEach((key) => key.setAttribute("aria-disabled", String(!state.keys)));
    if (focused instanceof HTMLElement && focused.closest("#ring-panel") && !focused.checkVisibility()) {
      (on ? say : byId("ring")).focus();
    }
    document.dispatchEvent(new CustomEvent("call-shown", { detail: { on } }));
  }

  // What is done

  async function act(done) {
    callWrong.textContent = "";
    hush();
    const { sid } = call;
    try {
      const ask = () => doOnCall(sid, done, events.length);
      // Nobody need wait for the service to hang up.
      showCall(await (done.hangup ? ask() : inOrder(ask)));
      return true;
    } catch (failure) {
      callWrong.textContent = callFailure(failure);
      return false;
    }
  }

  byId("ring").addEventListener("click", async () => {
    callWrong.textContent = "";
    callState.textContent = "It rings.";
    const from = byId("withheld").checked ? "withheld" : number;
    try {
      const view = await inOrder(async () => answerOf(await fetch(page.dataset.calls, {
        method: "POST",
        headers: { "Content-Type": "application/json", Accept: "application/json" },
        body: JSON.stringify({ from }),
        signal: AbortSignal.timeout(20000),
      })));
      callLog.replaceChildren();
      events = [];
      call = view;
      showCall(view);
      if (view.state.kind !== "ended") {
        say.focus();
      }
    } catch (failure) {
      callState.textContent = "";
      callWrong.textContent = callFailure(failure);
    }
  });

  async function spoken(done) {
    const written = say.value;
    if (!written.trim()) {
      callWrong.textContent = "Write what you say first.";
      say.focus();
      return;
    }
    say.value = "";
    say.focus();
    if (!(await act(done(written))) && !say.value) {
      say.value = written;
    }
  }

  byId("say-form").addEventListener("submit", (event) => {
    event.preventDefault();
    if (call.state.kind === "recording") {
      spoken((written) => ({ message: written }));
    } else {
      const confidence = unclear.checked ? 0.3 : 0.92;
      spoken((written) => ({ words: written, confidence }));
    }
  });

  byId("leave-message").addEventListener("click", () => spoken((written) => ({ message: written })));
  byId("wait-on").addEventListener("click", () => act({ waitOn: true }));
  byId("nothing").addEventListener("click", () => {
    if (asks(call.state)) {
      act({ silence: true });
    }
  });
  byId("hang-up").addEventListener("click", () => {
    const message = call.state.kind === "recording" && say.value.trim();
    act(message ? { message, hangup: true } : { hangup: true });
    say.value = "";
  });

  function press(key) {
    hush();
    if (call?.state.keys) {
      act({ keys: key });
    } else {
      callWrong.textContent = "The service does not listen to keys just now.";
    }
  }

  keypad.addEventListener("click", (event) => {
    const key = event.target.closest("button")?.dataset.key;
    if (key) {
      press(key);
    }
  });

  // The keys of the computer do as well, where they write nothing.
  byId("ring-panel").addEventListener("keydown", (event) => {
    const writes = event.target.closest("input:not([type=checkbox])");
    if (/^[0-9*#]$/.test(event.key) && !writes && !event.ctrlKey && !event.altKey && !event.metaKey
      && call && call.state.kind !== "ended") {
      event.preventDefault();
      press(event.key);
    }
  });

  if (!("speechSynthesis" in window)) {
    byId("aloud-tick").hidden = true;
  }
  aloud.addEventListener("change", () => {
    if (!aloud.checked) {
      hush();
    }
  });

  // The call on paper

  const DAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
  const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

  function dateOf(at) {
    const parts = Object.fromEntries(new Intl.DateTimeFormat("en-GB", {
      timeZone: "Europe/London", year: "numeric", month: "numeric", day: "numeric",
    }).formatToParts(at).map((part) => [part.type, Number(part.value)]));
    const weekday = DAYS[new Date(Date.UTC(parts.year, parts.month - 1, parts.day)).getUTCDay()];
    return `${weekday} ${parts.day} ${MONTHS[parts.month - 1]} ${parts.year} ${shortTime.format(at)}`;
  }

  const WRITTEN = {
    us: (event) => `us: ${event.text}`,
    pause: (event) => `  (pause ${event.seconds} s)`,
    sound: (event) => `  (${event.text.replace(/[[\]]/g, "")})`,
    pressed: (event) => `caller presses ${event.text}`,
    said: (event) => `caller: ${event.text}`,
    silent: () => "caller says nothing",
    message: (event) => `caller leaves a message: ${event.text}`,
    other: (event) => `staff: ${event.text}`,
    note: (event) => `  (${event.text.replace(/[[\].]/g, "")})`,
    fault: (event) => `  ! ${event.text}`,
    ended: (event) => (/^You /.test(event.text) ? "caller hangs up" : "us hang up"),
  };

  function written() {
    const who = call.from === "number withheld" ? "a withheld number" : call.from;
    const head = [`# A carer rings from ${who}.`, `call from ${who}, ${dateOf(Date.parse(call.since))}`, ""];
    return [...head, ...events.map((event) => WRITTEN[event.kind](event)), ""].join("\n");
  }

  byId("save-call").addEventListener("click", () => {
    const link = element("a", "");
    link.href = URL.createObjectURL(new Blob([written()], { type: "text/plain" }));
    link.download = "call.txt";
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  });

  // Looking

  setInterval(async () => {
    if (!call || call.state.kind === "ended") {
      return;
    }
    const { sid } = call;
    try {
      showCall(await answerOf(await fetch(`${page.dataset.calls}/${sid}?after=${events.length}`)));
    } catch {
      // The next look may succeed.
    }
  }, 1000);

  // Whoever leaves the page has put the phone down.
  window.addEventListener("pagehide", () => {
    hush();
    if (call && call.state.kind !== "ended") {
      navigator.sendBeacon(
        `${page.dataset.calls}/${call.sid}/do`,
        new Blob([JSON.stringify({ hangup: true })], { type: "application/json" }));
    }
  });
}
