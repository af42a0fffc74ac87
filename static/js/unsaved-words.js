// Words that are not saved yet, kept in this browser: they outlive a reload, a lost connection and
// a closed tab. They go when they are saved, or others in their place, when the person signs out, and
// after 7 days. A browser may have no room, or no storage: saving then still works.

const PREFIX = "unsaved:";
const SENT = "sent"; // of this tab: what its last button sent, until a page says what became of it
const LONGEST = 7 * 24 * 60 * 60 * 1000; // milliseconds
// Fields that nobody types; those of a row begin with its name.
const OWN = /^(csrfmiddlewaretoken|order|(rows-.+-)?(version_token|key|stored_as|tick|keep_.+))$/;
const page = Math.random().toString(36).slice(2); // one page as it was opened
const tab =
  noted(() => {
    const known = sessionStorage.getItem("tab") ?? page;
    sessionStorage.setItem("tab", known);
    return known;
  }) ?? page;

// Keep what stands in a form. words: {person, name, fields, refused: whether a button sent them in
// vain, sent: whether one has just sent them}; path: the address that saves it.
export function keep(path, words) {
  const key = `${PREFIX}${page}:${path}`;
  try {
    localStorage.setItem(key, JSON.stringify({ ...words, path, tab, at: Date.now() }));
  } catch {
    drop(key);
  }
}

// Forget what this page kept for an address.
export function dropOwn(path) {
  drop(`${PREFIX}${page}:${path}`);
}

// The words kept by pages opened before, or by other windows: [{key, own, …}], the newest first.
export function wordsKept() {
  return keys()
    .map((key) => ({ ...read(key), key }))
    .filter((words) => words.path && !words.key.startsWith(`${PREFIX}${page}:`))
    .map((words) => ({ ...words, own: words.tab === tab }))
    .sort((one, other) => other.at - one.at);
}

// A button sends a form. Of words that nobody kept, nothing is noted. What is removed takes the words
// of all addresses below it along.
export function noteSent(form) {
  const path = new URL(form.action).pathname;
  const gone = path.match(/^(.*\/)(?:remove|delete)\/$/)?.[1];
  const concerned = keys().some((key) => read(key)?.path?.startsWith(gone ?? path));
  const sent = { path, gone, at: Date.now() };
  if (concerned) noted(() => sessionStorage.setItem(SENT, JSON.stringify(sent)));
  else forgetNote();
}

// What a button of this tab sent has arrived once the next page says so.
export function settleSent() {
  const sent = noted(() => JSON.parse(sessionStorage.getItem(SENT)));
  forgetNote();
  if (!sent) return;
  if (!sent.gone) return settle(sent);
  for (const { key, path } of wordsKept()) if (path.startsWith(sent.gone)) drop(key);
}

export function forgetNote() {
  noted(() => sessionStorage.removeItem(SENT));
}

// A form was saved: what was kept of it before has nothing to wait for any more. A new row that
// another tab would add is another row, and waits on.
// saved: {path, at, and while somebody types: fields; typed: names of what was typed since}
export function settle({ path, at, fields = [], typed }) {
  for (const words of wordsKept()) {
    if (words.path !== path || !(words.own || words.at <= at)) continue;
    const replaced = (name) =>
      (words.own || !name.startsWith("rows-new-")) && (!typed || typed.includes(name));
    const waits = ([name, value]) => value.trim() && !holds(fields, name, value) && !replaced(name);
    if (!words.fields.some(waits)) drop(words.key);
  }
}

export function fieldsOf(form) {
  return [...new FormData(form)].filter(
    ([name, value]) => typedBySomebody(name) && typeof value === "string",
  );
}

// Of a form of many rows, what somebody changed on this page: the other rows may change meanwhile.
export function changedFieldsOf(form) {
  return fieldsOf(form).filter(([name, value]) => {
    const control = form.elements[name];
    if (!name.startsWith("rows-")) return true;
    const options = [...(control.options ?? [])];
    const first = options.length
      ? options.find((option) => option.defaultSelected)?.value
      : control.defaultValue;
    return plain(value) !== plain(first ?? "");
  });
}

function typedBySomebody(name) {
  return name && !OWN.test(name);
}

const plain = (value) => value.replaceAll("\r\n", "\n").trim();

// Whether rows hold all the words that were kept of them.
export function isThere(fields, kept) {
  return kept.every(([name, value]) => name.startsWith("rows-") && holds(fields, name, value));
}

export function sameWords(one, other) {
  const words = (fields) => JSON.stringify(fields.map(([name, value]) => [name, plain(value)]));
  return words(one) === words(other);
}

export function fill(form, fields) {
  for (const [name] of fields) {
    if (!form.elements[name]) form.dispatchEvent(new CustomEvent("needs-row"));
  }
  for (const control of form.elements) {
    if (!typedBySomebody(control.name) || control.type === "submit") continue;
    const values = fields.filter(([name]) => name === control.name).map(([, value]) => value);
    if (control.type === "checkbox" || control.type === "radio") {
      control.checked = values.includes(control.value);
    } else if (values.length) control.value = values[0];
  }
}

// Forget what is too old, and what somebody else typed in this browser.
export function tidy(person) {
  for (const key of keys()) {
    const words = read(key);
    const old = !(Date.now() - words?.at < LONGEST);
    if (old || (person && words.person !== person)) drop(key);
  }
}

export function forgetAll() {
  forgetNote();
  keys().forEach(drop);
}

export function drop(key) {
  noted(() => localStorage.removeItem(key));
}

function holds(fields, name, value) {
  return fields.some(([other, saved]) => other === name && plain(saved) === plain(value));
}

function noted(act) {
  try {
    return act();
  } catch {
    return null; // The browser has no room, or no storage.
  }
}

function keys() {
  return noted(() => Object.keys(localStorage).filter((key) => key.startsWith(PREFIX))) ?? [];
}

function read(key) {
  return noted(() => JSON.parse(localStorage.getItem(key)));
}
