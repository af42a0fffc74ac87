// Words that are not saved yet, kept in this browser: they outlive a reload, a lost connection and
// a closed tab. They go when they are saved, when the person signs out, and after 7 days.
// A browser may have no room, or no storage: saving then still works.

const PREFIX = "unsaved:";
const LONGEST = 7 * 24 * 60 * 60 * 1000; // milliseconds
const page = Math.random().toString(36).slice(2); // one page as it was opened
const tab = tabOf();

// Keep what stands in a form. words: {person, fields, sent}; path: the address that saves it.
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

// What a button of this tab sent has arrived once the next page says so.
export function forgetSent() {
  for (const words of wordsKept()) if (words.own && words.sent) drop(words.key);
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
  keys().forEach(drop);
}

export function drop(key) {
  try {
    localStorage.removeItem(key);
  } catch {
    // Nothing was kept.
  }
}

function keys() {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(PREFIX));
  } catch {
    return [];
  }
}

function read(key) {
  try {
    return JSON.parse(localStorage.getItem(key));
  } catch {
    return null;
  }
}

function tabOf() {
  try {
    const known = sessionStorage.getItem("tab") ?? page;
    sessionStorage.setItem("tab", known);
    return known;
  } catch {
    return page;
  }
}
