// Saves a form while somebody types. What is not saved yet is kept by unsaved-words.js.
// The form stands directly before the element with data-autosave, which shows what became of it.
// The server's side is vacancies/posts/requests.py. Every form works without this.

import { AT_ONCE, asked, NEWS, quietly, say as speak } from "./live.js";
import { changes, dismiss, element, question, waiting } from "./saving-question.js";
import { unfold } from "./unfold.js";
import {
  changedFieldsOf,
  drop,
  dropOwn,
  fieldsOf,
  fill,
  forgetNote,
  isThere,
  keep,
  sameWords,
  settle,
  tidy,
  wordsKept,
} from "./unsaved-words.js";

const PAUSE = 1500; // milliseconds without typing before a save
const RETRY = 3000; // between tries without a connection
const PATIENCE = 15000; // for one answer
const CHOSEN = "chosen"; // of this tab: the field whose saved words somebody took

const place = document.querySelector("[data-autosave]");
const waits = document.querySelector("[data-waiting]");
tidy((place ?? waits)?.dataset.person);
if (waits) showWaiting();
if (place) start(place.previousElementSibling, place);

function start(form, place) {
  const status = place.querySelector("[role=status]");
  const address = location.pathname; // that saves the form
  let typed = 0; // counts changes
  let saved = 0; // the change that was saved last
  let timer = 0;
  let flight = null; // the save under way
  let unanswered = null; // a save that got no answer: sent again as it was
  let renewed = false; // the page's token, since the last answer
  let differs = false; // somebody else saved, and the person has not chosen yet
  let leaving = false;
  const opened = Date.now();
  const firstField = form.querySelector("textarea, input:not([type=hidden]), select");
  const touched = new Set(); // names of the fields that the person changed on this page
  let typedIn = firstField; // where the person typed last
  const refused = place.dataset.autosave === "answered"; // a button sent these words in vain

  let silent = false; // that all is saved is read out once, and after trouble
  let troubled = false;
  const say = (text) => {
    silent = false;
    troubled = true;
    speak(status, text);
  };
  const schedule = (pause = PAUSE) => {
    clearTimeout(timer);
    timer = setTimeout(save, pause);
  };
  const keepWords = (more = {}) =>
    keep(address, {
      person: place.dataset.person,
      name: document.querySelector("h1").lastChild.textContent,
      fields: refused ? fieldsOf(form) : changedFieldsOf(form),
      refused,
      ...more,
    });

  function changed(event) {
    typed += 1;
    if (event) touched.add(event.target.name);
    if (event && event.target.type !== "hidden") typedIn = event.target;
    keepWords();
    if (differs) return;
    asked(status);
    schedule();
  }

  function save() {
    clearTimeout(timer);
    if (!flight && !differs && typed !== saved) {
      flight = send().finally(() => {
        flight = null;
      });
    }
    return flight;
  }

  async function send() {
    const sent = unanswered ?? { change: typed, body: new URLSearchParams(new FormData(form)) };
    let answer;
    try {
      answer = await fetch(address, {
        method: "POST",
        body: sent.body,
        headers: { "X-Autosave": "1" },
        redirect: "manual",
        keepalive: document.visibilityState === "hidden",
        signal: AbortSignal.timeout(PATIENCE),
      });
      if (answer.status === 403 && !renewed) {
        renewed = true;
        unanswered = null;
        await renewToken(form);
        return schedule(0);
      }
      answer = answer.ok ? await answer.json() : answer;
    } catch {
      unanswered = sent;
      say("No connection. We keep your words here and save them when it is back.");
      return schedule(RETRY);
    }
    unanswered = null;
    renewed = false;
    if (answer.saved_at) return wasSaved(sent, answer);
    if (answer.changed_meanwhile) return showDifference(answer);
    if (typed !== sent.change) return schedule(); // what is typed since has an answer of its own
    if (answer.errors) say(`Not saved yet: ${Object.values(answer.errors).flat().join(". ")}.`);
    else if (answer.type === "opaqueredirect") {
      say("Not saved: you are signed out. Sign in again in another window, then carry on here.");
    } else if (answer.status === 404) {
      say("Not saved: someone has removed this. Press the button to add your words again.");
    } else say("Not saved yet. Save with the button to see why.");
  }

  function wasSaved(sent, answer) {
    const fields = [...sent.body];
    const typedHere = refused ? undefined : [...touched];
    settle({ path: address, at: opened, fields, typed: typedHere });
    takeToken(form, answer.version_token);
    saved = sent.change;
    showFragment(answer.fragment);
    if (typed !== saved) return schedule();
    dropOwn(address);
    const words = `Saved at ${answer.saved_at}`;
    if (silent) quietly(status, words);
    else speak(status, words, troubled ? AT_ONCE : NEWS, () => (silent = true));
    troubled = false;
  }

  function showDifference(answer) {
    differs = true;
    say("Not saved: this was also saved in another window. Choose what to keep, below the field.");
    const list = document.createElement("ul");
    for (const [label, stored, spans] of answer.changed_meanwhile) {
      const item = element("li", "portal-breakable", "");
      item.append(element("strong", "", label), ` ${stored}`);
      if (spans.length) item.append(changes(spans));
      list.append(item);
    }
    const panel = question("What is saved now differs from what you typed:", list, {
      "Keep what I typed": () => {
        dismiss(panel, typedIn);
        differs = false;
        takeToken(form, answer.version_token);
        save();
      },
      "Use what is saved": () => {
        leaving = true;
        dropOwn(address);
        sessionStorage.setItem(CHOSEN, typedIn.id);
        location.assign(address);
      },
    });
    placeBelow(typedIn, panel);
  }

  // A question stands where the person types: below the words of the row, or all of the field.
  function placeBelow(field, panel) {
    const words = field.closest("[data-row]")?.querySelector("textarea") ?? field;
    const groups = [...form.querySelectorAll(".nhsuk-form-group")];
    const group = groups.find((group) => group.contains(words));
    if (group) group.after(panel);
    else place.append(panel);
  }

  function offer(words) {
    const when = new Date(words.at);
    const time = when.toTimeString().slice(0, 5);
    const day = when.toLocaleDateString("en-GB", { day: "numeric", month: "long" });
    const sentence = words.own
      ? `You have unsaved words from ${time}. Put them back?`
      : `You have unsaved words from an earlier window, ${day} at ${time}. Put them back?`;
    const named = ({ name, type }) =>
      type !== "hidden" && words.fields.some(([other]) => other === name);
    const taken = (said) => {
      dismiss(panel, [...form.elements].find(named) ?? firstField);
      drop(words.key);
      say(said);
    };
    const panel = question(sentence, null, {
      "Put them back": () => {
        fill(form, words.fields);
        changed();
        taken("Your words are back.");
      },
      "Delete them": () => taken("You deleted the unsaved words."),
    });
    form.before(panel);
    // A status line that is there already is read out when its words come.
    setTimeout(() => say(`${sentence} The buttons are above the form.`), 100);
    // The other window may be open still, and save them itself.
    window.addEventListener("storage", (event) => {
      if (event.key === words.key && event.newValue === null) dismiss(panel, firstField);
    });
  }

  function offerAll() {
    const shown = [fieldsOf(form)];
    for (const words of wordsKept().filter((words) => words.path === address)) {
      const stands = isThere(shown[0], words.fields);
      if (stands || shown.some((fields) => sameWords(fields, words.fields))) drop(words.key);
      else {
        shown.push(words.fields);
        offer(words);
      }
    }
  }

  // The page came back with what was sent: the words are this page's now.
  function takeOver() {
    const sent = wordsKept().filter((words) => words.path === address && words.own && words.sent);
    for (const words of sent) drop(words.key);
    forgetNote();
    keepWords();
  }

  // A save under way changes what the form was made from: the button waits for its answer.
  async function submitted(event) {
    clearTimeout(timer);
    if (flight) {
      event.preventDefault();
      await flight;
      return form.requestSubmit(event.submitter);
    }
    leaving = true;
    setTimeout(() => (leaving = false), PATIENCE);
    if (typed !== saved || refused) keepWords({ sent: true });
  }

  // Whoever chose what is saved goes on in the same field of the new page.
  function goOn() {
    const field = document.getElementById(sessionStorage.getItem(CHOSEN));
    sessionStorage.removeItem(CHOSEN);
    if (!field) return;
    unfold(field);
    field.focus();
    setTimeout(() => say("Here is what is saved."), 100);
  }

  form.addEventListener("input", changed);
  form.addEventListener("submit", submitted);
  window.addEventListener("online", () => save());
  window.addEventListener("focus", () => save());
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden" && !leaving) save();
  });

  if (place.dataset.autosave === "filled") changed();
  else if (refused) takeOver();
  else offerAll();
  goOn();
}

// The page of the whole vacancy names what is not saved yet, wherever it was typed: once a form.
function showWaiting() {
  const here = wordsKept().filter((words) => words.path.startsWith(waits.dataset.waiting));
  const status = element("p", "nhsuk-u-visually-hidden", "");
  status.role = "status";
  waits.append(status);
  if (here.length) setTimeout(() => speak(status, "Some of your words are not saved yet."), 100);
  for (const path of new Set(here.map((words) => words.path))) {
    const ofForm = here.filter((words) => words.path === path);
    const forget = () => {
      for (const words of ofForm) drop(words.key);
      speak(status, "You deleted the unsaved words.");
    };
    waits.append(waiting(ofForm, forget));
  }
}

// A part of the page that follows from what is saved, as the server made it.
function showFragment(html) {
  const box = document.querySelector("[data-fragment]");
  if (!html || !box) return;
  if (box.contains(document.activeElement)) {
    const later = () => setTimeout(() => showFragment(html));
    return box.addEventListener("focusout", later, { once: true });
  }
  const made = new DOMParser().parseFromString(html, "text/html").body;
  box.replaceChildren(...made.childNodes);
}

// Signing in again makes the page's token old: take the one of a new page.
async function renewToken(form) {
  const page = await (await fetch(location.pathname)).text();
  const token = new DOMParser()
    .parseFromString(page, "text/html")
    .querySelector("main form [name=csrfmiddlewaretoken]");
  if (token) form.elements.csrfmiddlewaretoken.value = token.value;
}

// What the form is made from now: of a form of many rows, that of each hidden field.
function takeToken(form, token) {
  const fields = typeof token === "string" ? { version_token: token } : token;
  for (const [name, value] of Object.entries(fields)) {
    if (form.elements[name]) form.elements[name].value = value;
  }
}
