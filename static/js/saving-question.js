// The questions that autosave.js asks, and the words that differ between two texts.

import { unfold } from "./unfold.js";

export function element(kind, style, text) {
  const made = document.createElement(kind);
  if (style) made.className = style;
  made.textContent = text;
  return made;
}

// A panel with a sentence, more below it (or null), and buttons: {words: what a press does}.
export function question(sentence, more, answers) {
  const panel = element("section", "nhsuk-inset-text portal-saving__question", "");
  panel.setAttribute("aria-label", sentence);
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

// Take a panel away. The focus that it holds goes to `next`, which comes into sight, and where that
// takes none to the heading.
export function dismiss(panel, next) {
  const held = panel.contains(document.activeElement);
  panel.remove();
  if (held) {
    unfold(next);
    next?.focus();
  }
  if (!held || document.activeElement !== document.body) return;
  const heading = document.querySelector("h1");
  heading.tabIndex = -1;
  heading.focus();
}

// Words of another page that are not saved: where to go on, and what they are. kept: the newest
// first, all of one form.
export function waiting(kept, forget) {
  const { name, path, at } = kept[0];
  const values = new Set(kept.flatMap(({ fields }) => fields.map(([, value]) => value)));
  const day = new Date(at).toLocaleString("en-GB", { dateStyle: "long", timeStyle: "short" });
  const typed = element("details", "", "");
  typed.append(element("summary", "", "Show these words"));
  for (const value of values) {
    if (value.includes(" ")) typed.append(element("p", "portal-breakable", value));
  }
  const link = element("a", "", `Carry on with “${name.trim()}”`);
  link.href = path;
  const more = element("p", "", "");
  more.append(link);
  const box = element("div", "", "");
  box.append(more, typed);
  const panel = question(`Words from ${day} are not saved yet.`, box, {
    "Delete them": () => {
      dismiss(panel);
      forget();
    },
  });
  return panel;
}

// What changes from the saved text to the typed one. spans: [[kind, words], …].
export function changes(spans) {
  const box = element("p", "portal-changes", "Word by word: ");
  for (const [kind, words] of spans) {
    if (kind === "same") {
      box.append(words, " ");
      continue;
    }
    const change = element(kind === "added" ? "ins" : "del", "", "");
    const says = kind === "added" ? "[yours]" : "[saved]";
    change.append(element("span", "portal-changes__word", says), ` ${words}`);
    box.append(change, " ");
  }
  return box;
}
