// Lets a pointer drag rows into another order. The keyboard has the buttons of each row.
// The box carries the address that takes the order in data-reorder; behind it stands a status line.

const box = document.querySelector("[data-reorder]");
const status = box?.nextElementSibling;
const choices = document.createElement("div");
choices.className = "portal-rows__actions";
if (box) {
  addHandles();
  status.after(choices);
  document.addEventListener("row-added", refresh); // autosave.js, of the form below
}

function addHandles() {
  for (const list of box.querySelectorAll("ol")) {
    if (list.children.length > 1) for (const row of list.children) addHandle(row);
  }
}

function addHandle(row) {
  const handle = document.createElement("span");
  handle.className = "portal-rows__handle";
  handle.setAttribute("aria-hidden", "true");
  handle.title = "Drag to move";
  handle.textContent = "⠿";
  handle.addEventListener("pointerdown", (event) => drag(event, row));
  row.prepend(handle);
}

function drag(down, row) {
  if (down.button !== 0) return;
  down.preventDefault();
  row.classList.add("portal-rows__row--dragged");
  const before = order();
  const siblings = [...row.parentElement.children];

  const move = (event) => {
    const others = [...row.parentElement.children].filter((other) => other !== row);
    const next = others.find((other) => event.clientY < middle(other));
    if (next !== row.nextElementSibling) row.parentElement.insertBefore(row, next ?? null);
  };
  const end = (event) => {
    document.removeEventListener("keydown", abandon);
    document.removeEventListener("pointermove", move);
    document.removeEventListener("pointerup", end);
    document.removeEventListener("pointercancel", end);
    row.classList.remove("portal-rows__row--dragged");
    if (event.type === "pointercancel") row.parentElement.append(...siblings);
    else if (order().join() !== before.join()) send(order(), before);
  };
  const abandon = ({ key }) => key === "Escape" && end({ type: "pointercancel" });
  document.addEventListener("keydown", abandon);
  document.addEventListener("pointermove", move);
  document.addEventListener("pointerup", end);
  document.addEventListener("pointercancel", end);
}

function middle(row) {
  const { top, height } = row.getBoundingClientRect();
  return top + height / 2;
}

function order() {
  return [...box.querySelectorAll("[data-row]")].map((row) => row.dataset.row);
}

async function send(wanted, startedFrom) {
  const body = new URLSearchParams({
    csrfmiddlewaretoken: box.querySelector("[name=csrfmiddlewaretoken]").value,
    order: wanted.join(),
    started_from: startedFrom.join(),
  });
  const again = { "Try again": () => send(wanted, startedFrom) };
  try {
    const answer = await fetch(box.dataset.reorder, { method: "POST", body, redirect: "manual" });
    if (!answer.ok) return say("The order is not saved. Load this page again.");
    const { saved, order: now } = await answer.json();
    if (saved) {
      await refresh();
      return say("The order is saved.");
    }
    return say("Somebody else changed the duties meanwhile. Your order is not saved.", {
      "Use my order": () => send(wanted, now.map(String)),
      "Show theirs": async () => {
        await refresh();
        say("The order of the others is shown.");
      },
    });
  } catch {
    return say("No connection. The order is not saved yet.", again);
  }
}

// Numbers and buttons depend on the place of a row: take them from the server.
async function refresh() {
  const page = await (await fetch(location.pathname)).text();
  const fresh = new DOMParser().parseFromString(page, "text/html").querySelector("[data-reorder]");
  if (!fresh) return;
  box.replaceChildren(...fresh.children);
  addHandles();
}

function say(sentence, answers = {}) {
  const held = choices.contains(document.activeElement);
  status.textContent = sentence;
  choices.replaceChildren();
  for (const [text, act] of Object.entries(answers)) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "portal-link-button";
    button.textContent = text;
    button.addEventListener("click", act);
    choices.append(button);
  }
  if (!held) return;
  box.tabIndex = -1;
  (choices.firstElementChild ?? box).focus();
}
