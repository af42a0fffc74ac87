// Saves a form while somebody types, and keeps typed words in this tab until they are saved.
// The form stands directly before the element with data-autosave, which shows what became of it.
// The server's side is vacancies/views/saving.py. Every form works without this.

const PAUSE = 1500; // milliseconds without typing before a save
const RETRY = 3000; // between tries without a connection
const PATIENCE = 15000; // for one answer
const OWN = ["csrfmiddlewaretoken", "seen", "key"]; // fields that nobody types
const typedBySomebody = (name) => name && !OWN.includes(name) && !name.startsWith("keep_");
const UNSAVED = `unsaved:${location.pathname}`;
const OFFERED = `offered:${location.pathname}`;

const place = document.querySelector("[data-autosave]");
if (place) start(place.previousElementSibling, place);
else if (document.querySelector(".nhsuk-notification-banner--success")) forgetSent();

function start(form, place) {
  const status = place.querySelector("[role=status]");
  let typed = 0; // counts changes
  let saved = 0; // the change that was saved last
  let timer = 0;
  let flight = null; // the save under way
  let unanswered = null; // a save that got no answer: sent again as it was
  let renewed = false; // the page's token, since the last answer
  let differs = false; // somebody else saved, and the person has not chosen yet
  let leaving = false;

  const say = (text) => {
    if (status.textContent !== text) status.textContent = text;
  };
  const schedule = (pause = PAUSE) => {
    clearTimeout(timer);
    timer = setTimeout(save, pause);
  };

  function changed() {
    typed += 1;
    keep(UNSAVED, { at: clock(), fields: fieldsOf(form) });
    if (!differs) schedule();
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
      answer = await fetch(location.pathname, {
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
      say("No connection. Your words are kept here and saved when it is back.");
      return schedule(RETRY);
    }
    unanswered = null;
    renewed = false;
    if (answer.saved_at) return wasSaved(sent, answer);
    if (answer.changed_meanwhile) return showDifference(answer);
    if (answer.errors) say(`Not saved yet: ${Object.values(answer.errors).flat().join(". ")}.`);
    else if (answer.type === "opaqueredirect") {
      say("Not saved: you are signed out. Sign in in another window, then type on here.");
    } else say("Not saved yet. Save with the button to see why.");
    if (typed !== sent.change) schedule();
  }

  function wasSaved(sent, answer) {
    form.elements.seen.value = answer.seen;
    saved = sent.change;
    say(`Saved at ${answer.saved_at}`);
    if (typed === saved) drop(UNSAVED);
    else schedule();
  }

  function showDifference(answer) {
    differs = true;
    say("Not saved: this was saved in another window meanwhile.");
    const list = document.createElement("ul");
    for (const [label, stored] of answer.changed_meanwhile) {
      const item = element("li", "portal-breakable", ` ${stored}`);
      item.prepend(element("strong", "", label));
      list.append(item);
    }
    const panel = question("What is saved now differs from what you typed:", list, {
      "Keep what I typed": () => {
        panel.remove();
        differs = false;
        form.elements.seen.value = answer.seen;
        save();
      },
      "Use what is saved": () => {
        leaving = true;
        drop(UNSAVED);
        location.assign(location.pathname);
      },
    });
    place.append(panel);
  }

  function offer(words) {
    const panel = question(`You have unsaved words from ${words.at}. Put them back?`, null, {
      "Put them back": () => {
        panel.remove();
        drop(OFFERED);
        fill(form, words.fields);
        changed();
        form.querySelector("textarea, input:not([type=hidden])")?.focus({ preventScroll: true });
      },
      "Forget them": () => {
        panel.remove();
        drop(OFFERED);
      },
    });
    form.before(panel);
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
    const words = stored(UNSAVED);
    if (words) keep(UNSAVED, { ...words, sent: true });
  }

  form.addEventListener("input", changed);
  form.addEventListener("submit", submitted);
  window.addEventListener("online", () => save());
  window.addEventListener("focus", () => save());
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden" && !leaving) save();
  });

  const words = stored(UNSAVED);
  const same = words && sameWords(words.fields, fieldsOf(form));
  if (place.dataset.autosave === "filled") changed();
  else if (place.dataset.autosave === "") {
    if (words && !same) keep(OFFERED, words);
    drop(UNSAVED);
    const offered = stored(OFFERED);
    if (offered && sameWords(offered.fields, fieldsOf(form))) drop(OFFERED);
    else if (offered) offer(offered);
  }
}

// Signing in again makes the page's token old: take the one of a new page.
async function renewToken(form) {
  const page = await (await fetch(location.pathname)).text();
  const token = new DOMParser()
    .parseFromString(page, "text/html")
    .querySelector("main form [name=csrfmiddlewaretoken]");
  if (token) form.elements.csrfmiddlewaretoken.value = token.value;
}

// What the button sent has arrived once the next page says so.
function forgetSent() {
  try {
    for (const key of Object.keys(sessionStorage)) if (stored(key)?.sent) drop(key);
  } catch {
    // There is no storage.
  }
}

function clock() {
  return new Date().toTimeString().slice(0, 5);
}

function fieldsOf(form) {
  return [...new FormData(form)].filter(([name]) => typedBySomebody(name));
}

function sameWords(one, other) {
  const plain = (fields) =>
    JSON.stringify(fields.map(([name, value]) => [name, value.replaceAll("\r\n", "\n").trim()]));
  return plain(one) === plain(other);
}

function fill(form, fields) {
  for (const control of form.elements) {
    if (!typedBySomebody(control.name) || control.type === "submit") continue;
    const values = fields.filter(([name]) => name === control.name).map(([, value]) => value);
    if (control.type === "checkbox" || control.type === "radio") {
      control.checked = values.includes(control.value);
    } else if (values.length) control.value = values[0];
  }
}

function element(kind, style, text) {
  const made = document.createElement(kind);
  if (style) made.className = style;
  made.textContent = text;
  return made;
}

function question(sentence, more, answers) {
  const panel = element("div", "nhsuk-inset-text portal-saving__question", "");
  panel.append(element("p", "", sentence));
  if (more) panel.append(more);
  const buttons = element("div", "portal-rows__actions", "");
  for (const [text, act] of Object.entries(answers)) {
    const button = element("button", "portal-link-button", text);
    button.type = "button";
    button.addEventListener("click", act);
    buttons.append(button);
  }
  panel.append(buttons);
  return panel;
}

// A browser may have no room, or no storage: saving then still works.
function keep(key, words) {
  try {
    sessionStorage.setItem(key, JSON.stringify(words));
  } catch {
    drop(key);
  }
}

function stored(key) {
  try {
    return JSON.parse(sessionStorage.getItem(key));
  } catch {
    return null;
  }
}

function drop(key) {
  try {
    sessionStorage.removeItem(key);
  } catch {
    // Nothing was kept.
  }
}
