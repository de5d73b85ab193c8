// Puts newer pieces of a page in place of older ones, and leaves alone what has not changed, what somebody typed, what they
// opened, and where they are. Pieces are known again by their ids.

const served = new WeakMap();

// What of a piece makes it another one; not what differs each time it is made, nor what the page itself keeps up to date.
function signature(piece) {
  const copy = piece.cloneNode(true);
  for (const field of copy.querySelectorAll("input[name=_csrf], input[name=request], input[name=seen]")) {
    field.removeAttribute("value");
  }
  for (const element of copy.querySelectorAll("textarea, .by-script")) {
    element.textContent = "";
  }
  for (const wait of copy.querySelectorAll(".wait")) {
    wait.className = "wait";
    wait.querySelector(".wait-for").textContent = "";
  }
  for (const details of copy.querySelectorAll("details")) {
    details.open = false;
  }
  return copy.outerHTML;
}

// Remembers how pieces came from the service, before a script or a user changes them.
export function adopt(...pieces) {
  for (const piece of pieces) {
    served.set(piece, signature(piece));
  }
}

function isTouched(field) {
  if (field.type === "checkbox" || field.type === "radio") {
    return field.checked !== field.defaultChecked;
  }
  if (field.tagName === "SELECT") {
    const usual = Array.from(field.options).findIndex((option) => option.defaultSelected);
    return field.selectedIndex !== Math.max(usual, 0);
  }
  return field.value !== field.defaultValue;
}

function carryOver(from, to) {
  for (const details of from.querySelectorAll("details[id]")) {
    const same = to.querySelector("#" + CSS.escape(details.id));
    if (same) {
      same.open = details.open;
    }
  }
  for (const field of from.querySelectorAll("textarea[id], select[id], input[id]")) {
    const same = to.querySelector("#" + CSS.escape(field.id));
    if (same && isTouched(field)) {
      same.value = field.value;
      same.checked = field.checked;
    }
    if (same && field.style.height) {
      same.style.height = field.style.height;
    }
    if (same && field.readOnly) {
      same.readOnly = true;
    }
  }
  // What is sent again is the same wish, so that it is done once.
  for (const form of from.querySelectorAll("form[data-act]")) {
    const wish = form.elements.namedItem("request");
    const same = to.querySelector(`form[data-act="${form.dataset.act}"]`)?.elements.namedItem("request");
    if (wish && same) {
      same.value = wish.value;
    }
  }
  for (const told of from.querySelectorAll(".wrong[id], .by-script[id]")) {
    const same = to.querySelector("#" + CSS.escape(told.id));
    if (same && !same.textContent) {
      same.textContent = told.textContent;
      same.hidden = told.hidden;
    }
  }
}

function focusIn(element) {
  const active = document.activeElement;
  return active && active !== document.body && element.contains(active)
    ? { id: active.id, start: active.selectionStart, end: active.selectionEnd } : null;
}

function restore(focus) {
  const again = focus?.id && document.getElementById(focus.id);
  if (!again || again === document.activeElement) {
    return;
  }
  again.focus({ preventScroll: true });
  if (typeof focus.start === "number" && again.setSelectionRange) {
    again.setSelectionRange(focus.start, focus.end);
  }
}

// One piece; returns the one that stands there now.
export function renew(old, fresh) {
  const now = signature(fresh);
  if (served.get(old) === now) {
    return old;
  }
  const made = document.importNode(fresh, true);
  const focus = focusIn(old);
  carryOver(old, made);
  old.replaceWith(made);
  served.set(made, now);
  restore(focus);
  return made;
}

// The pieces of a list; returns those that are new.
export function renewList(old, fresh) {
  const focus = focusIn(old);
  const wanted = new Set(Array.from(fresh.children, (child) => child.id));
  for (const child of Array.from(old.children)) {
    if (!wanted.has(child.id)) {
      child.remove();
    }
  }
  const known = new Map(Array.from(old.children, (child) => [child.id, child]));
  const added = [];
  let last = null;
  for (const child of Array.from(fresh.children)) {
    let piece = known.get(child.id);
    if (piece) {
      piece = renew(piece, child);
    } else {
      piece = document.importNode(child, true);
      adopt(piece);
      added.push(piece);
    }
    const place = last ? last.nextElementSibling : old.firstElementChild;
    if (piece !== place) {
      old.insertBefore(piece, place);
    }
    last = piece;
  }
  restore(focus);
  return added;
}

export function parsed(html) {
  return new DOMParser().parseFromString(html, "text/html");
}
