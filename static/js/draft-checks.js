// Asks the server what the rules find in a form, a while after somebody typed, and shows it in the
// panel beside. Neither the page nor the focus moves. The server's side is
// vacancies/checks/views.py. Without this, the panel's button does it.

import { AT_ONCE, asked, FINDING, NEWS, quietly, say as speak } from "./live.js";

const PAUSE = 1200; // milliseconds without typing
const PATIENCE = 15000; // for one answer

const panel = document.querySelector("[data-checks]");
const form = panel && document.getElementById(panel.dataset.form);
if (form) start(form, panel);

function start(form, panel) {
  const status = panel.querySelector("[role=status]");
  const link = document.querySelector("[data-to-findings]"); // on a narrow screen
  const list = panel.querySelector("[data-list]");
  let timer = 0;
  let question = null; // the one under way
  let waiting = null; // an answer that came while the focus was inside the list

  const say = (text, weight = AT_ONCE) => {
    if (link) link.textContent = text;
    speak(status, text, weight);
  };

  // While somebody types, the form itself says that there is no connection: once is enough.
  async function ask(pressed = false) {
    const fail = (text) => {
      if (!pressed) quietly(status, text);
      say(text);
    };
    clearTimeout(timer);
    question?.abort();
    const mine = new AbortController();
    question = mine;
    const signal = AbortSignal.any
      ? AbortSignal.any([mine.signal, AbortSignal.timeout(PATIENCE)])
      : mine.signal;
    try {
      const answer = await fetch(panel.dataset.checks, {
        method: "POST",
        body: new URLSearchParams(new FormData(form)),
        redirect: "manual",
        signal,
      });
      if (!answer.ok) return fail("Not checked. Save, then open this page again.");
      show(await answer.text(), pressed);
    } catch {
      if (!mine.signal.aborted) fail("Not checked: there is no connection.");
    }
  }

  function show(html, pressed = false) {
    const found = new DOMParser()
      .parseFromString(html, "text/html")
      .querySelector("[data-findings]");
    if (!found) return say("Not checked. Save, then open this page again.");
    if (list.contains(document.activeElement)) {
      waiting = html;
      return quietly(status, status.textContent);
    }
    waiting = null;
    for (const open of list.querySelectorAll("details[open]")) {
      const rule = open.closest("[data-rule]")?.dataset.rule;
      const same = rule ? `[data-rule=${rule}] details` : "details.portal-fold";
      found.querySelector(same)?.setAttribute("open", "");
    }
    if (list.innerHTML !== found.innerHTML) list.replaceChildren(...found.childNodes);
    const weight = found.querySelector("li") ? FINDING : NEWS;
    say(found.dataset.said, pressed ? AT_ONCE : weight);
  }

  form.addEventListener("input", () => {
    clearTimeout(timer);
    asked(status);
    timer = setTimeout(() => ask(), PAUSE);
  });
  list.addEventListener("focusout", () => setTimeout(() => waiting && show(waiting)));
  panel.querySelector("button").addEventListener("click", (event) => {
    event.preventDefault();
    quietly(status, ""); // so that the same words as before are read out again
    ask(true);
  });
}
