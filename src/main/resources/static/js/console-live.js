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

  // Whether one id of the stream, `milliseconds-number`, is before another.
  function isBefore(id, other) {
    const [time, number] = id.split("-").map(Number);
    const [otherTime, otherNumber] = other.split("-").map(Number);
    return time < otherTime || (time === otherTime && number < otherNumber);
  }

  // A page joins that was made when the stream had come to a place.
  function join(listener, made) {
    listeners.add(listener);
    if (state) {
      listener({ event: "state", state });
    }
    if (!stream) {
      last = made;
      begin();
    } else if (stream.readyState === EventSource.CLOSED) {
      // Whoever opens a page now does not wait for the next try.
      last = last && isBefore(last, made) ? last : made;
      pause = FIRST_PAUSE;
      begin();
    } else if (isBefore(made, last)) {
      listener({ event: "missed" });
    }
  }

  function again() {
    if (state !== "open") {
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
        } else if (data === "again") {
          again();
        } else {
          join(listener, data.made);
        }
      };
    };
  } else {
    place.signpostLive = { join, leave, again };
  }
})(self);
