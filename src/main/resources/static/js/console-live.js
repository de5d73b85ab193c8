// The one live connection of a browser: a shared worker that tells every open page what has changed. A browser without shared
// workers loads this file into the page itself, where it sets up `signpostLive`.
"use strict";

(function (place) {
  const FIRST_PAUSE = 2000;
  const LONGEST_PAUSE = 30000;

  const listeners = new Set();
  let stream = null;
  let last = "";
  let state = "";
  let pause = FIRST_PAUSE;
  let timer = 0;

  function tell(message) {
    for (const listener of listeners) {
      listener(message);
    }
  }

  function become(now) {
    if (state !== now) {
      state = now;
      tell({ event: "state", state });
    }
  }

  function heard(event) {
    if (event.lastEventId) {
      last = event.lastEventId;
    }
    become("open");
    pause = FIRST_PAUSE;
    tell({ event: event.type, ids: event.data.split("\n").filter(Boolean) });
  }

  function begin() {
    clearTimeout(timer);
    stream?.close();
    stream = new EventSource("/console/events" + (last ? "?after=" + encodeURIComponent(last) : ""));
    for (const kind of ["hello", "changed", "looking", "reload", "ended"]) {
      stream.addEventListener(kind, heard);
    }
    stream.onopen = () => become("open");
    stream.onerror = () => {
      become("lost");
      // A refused connection does not come back by itself.
      if (stream.readyState === EventSource.CLOSED) {
        timer = setTimeout(begin, pause);
        pause = Math.min(pause * 2, LONGEST_PAUSE);
      }
    };
  }

  function join(listener) {
    listeners.add(listener);
    if (state) {
      listener({ event: "state", state });
    }
    if (!stream) {
      begin();
    }
  }

  function leave(listener) {
    listeners.delete(listener);
    if (listeners.size === 0) {
      clearTimeout(timer);
      stream?.close();
      stream = null;
      state = "";
    }
  }

  if ("onconnect" in place) {
    place.onconnect = (event) => {
      const port = event.ports[0];
      const listener = (message) => port.postMessage(message);
      port.onmessage = ({ data }) => {
        if (data === "leave") {
          leave(listener);
        } else if (data === "again" && state !== "open") {
          begin();
        }
      };
      join(listener);
    };
  } else {
    place.signpostLive = { join, leave, again: () => state !== "open" && begin() };
  }
})(self);
