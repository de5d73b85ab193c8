// The phones of staff that the service rings: they ring here.
"use strict";

{
  const list = document.getElementById("phones-list");
  const none = document.getElementById("phones-none");
  const news = document.getElementById("phones-news");
  const shown = new Map();
  let onCall = false;
  let tick = 0;

  document.addEventListener("call-shown", (event) => {
    onCall = event.detail.on;
  });

  const STATE_WORDS = {
    ringing: "It rings.",
    saying: "Answered.",
    listening: "Answered. The service waits for a key.",
    waiting: "Waiting.",
    recording: "A message is being recorded.",
    talking: "Talking with the caller.",
    ended: "Over.",
  };

  // Answering machines listen by themselves: nobody presses their keys.
  const BUTTONS = [
    ["Answer", { answer: true }, (state) => state.kind === "ringing"],
    ["Decline", { decline: true }, (state) => state.kind === "ringing"],
    ["Goes to voicemail", { voicemail: true }, (state) => state.kind === "ringing"],
    ["1", { keys: "1" }, (state) => state.keys],
    ["2", { keys: "2" }, (state) => state.keys],
    ["Press nothing", { silence: true }, (state) => state.kind === "listening"],
    ["Hang up", { hangup: true }, (state) => state.kind !== "ringing" && state.kind !== "ended"],
  ];

  function made(view) {
    const titleId = "phone-" + view.sid;
    const title = element("h3", "", `${view.to} rings`);
    title.id = titleId;
    const state = element("p", "small");
    const wrong = element("p", "wrong");
    wrong.setAttribute("role", "alert");
    const heard = element("div", "log phone-log");
    heard.setAttribute("role", "log");
    heard.setAttribute("aria-label", "What is said on " + view.to);
    heard.tabIndex = 0;
    const phone = { sid: view.sid, last: 0, state, wrong, heard, title, inOrder: phoneLine(), buttons: [] };
    const row = element("div", "row");
    for (const [name, done, when] of BUTTONS) {
      const button = element("button", name === "Hang up" ? "button-danger" : "button-quiet", name);
      button.type = "button";
      if (/^\d$/.test(name)) {
        button.setAttribute("aria-label", "Press " + name);
      }
      button.addEventListener("click", () => act(phone, done));
      phone.buttons.push([button, when]);
      row.append(button);
    }
    phone.form = sayForm(phone);
    phone.article = element("article", "staff-phone", title, state, heard, phone.form, row, wrong);
    phone.article.setAttribute("aria-labelledby", titleId);
    return phone;
  }

  function sayForm(phone) {
    const field = element("input", "");
    field.type = "text";
    field.id = "say-" + phone.sid;
    field.maxLength = 1600;
    field.autocomplete = "off";
    const label = element("label", "", "Say to the caller");
    label.htmlFor = field.id;
    const button = element("button", "button-quiet", "Say it");
    const form = element("form", "", label, element("div", "say-row", field, button));
    form.noValidate = true;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (field.value.trim()) {
        act(phone, { words: field.value });
        field.value = "";
      }
    });
    return form;
  }

  function show(phone, view) {
    if (view.last < phone.last) {
      return;
    }
    for (const event of view.events.filter((each) => each.n > phone.last)) {
      phone.heard.append(CALL_SHOWN[event.kind](event));
      phone.heard.scrollTop = phone.heard.scrollHeight;
      phone.last = event.n;
    }
    const { state } = view;
    phone.title.textContent = state.kind === "ringing" ? `${view.to} rings` : view.to;
    phone.state.textContent =
      `Call from ${view.from}. ` + (view.machine && state.kind === "listening" ? "The answering machine listens." : STATE_WORDS[state.kind]);
    phone.heard.hidden = phone.last === 0;
    phone.article.classList.toggle("staff-phone-over", state.kind === "ended");
    phone.form.hidden = state.kind !== "talking";
    const focused = document.activeElement;
    for (const [button, when] of phone.buttons) {
      button.hidden = !when(state);
    }
    if (phone.article.contains(focused) && !focused.checkVisibility()) {
      (phone.article.querySelector("input:not([hidden] *), button:not([hidden])") ?? list).focus();
    }
  }

  async function act(phone, done) {
    phone.wrong.textContent = "";
    try {
      const ask = () => doOnCall(phone.sid, done, phone.last);
      show(phone, await (done.hangup ? ask() : phone.inOrder(ask)));
    } catch (failure) {
      phone.wrong.textContent = callFailure(failure);
    }
  }

  async function lookAround() {
    const views = await answerOf(await fetch(page.dataset.phones));
    for (const view of views) {
      let phone = shown.get(view.sid);
      if (!phone) {
        phone = made(view);
        shown.set(view.sid, phone);
        list.prepend(phone.article);
        if (view.state.kind === "ringing") {
          news.textContent = `A phone rings: ${view.to}.`;
        }
      }
      show(phone, view);
    }
    for (const [sid, phone] of shown) {
      if (!views.some((view) => view.sid === sid)) {
        phone.article.remove();
        shown.delete(sid);
      }
    }
    none.hidden = shown.size > 0;
    if (shown.size === 0) {
      news.textContent = "";
    }
  }

  // Often while a call goes on; else now and then, for the service may ring by itself.
  setInterval(() => {
    tick += 1;
    if (!document.getElementById("phones").hidden && (onCall || shown.size > 0 || tick % 4 === 0)) {
      lookAround().catch(() => {});
    }
  }, 2000);
}
