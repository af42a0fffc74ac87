// Status lines that know each other: a pause of typing is answered by one message that is read out,
// the one that weighs most. Whoever will say what became of the last key says so at once (`asked`);
// until then, what the others say waits.

const TO_COME = "[role=status][aria-busy=true]";
const held = new Map(); // what waits, by its line: {words, weight, heard}
let answered = false; // whether something was read out since the last key

export const NEWS = 0; // read out where nothing else is
export const FINDING = 1;
export const AT_ONCE = 2; // waits for nothing: what somebody asked for, or words may be lost

// Somebody typed, and this line will say what became of it.
export function asked(line) {
  answered = false;
  line.setAttribute("aria-busy", "true");
}

// Show words in a status line. heard: is called if they are read out.
export function say(line, words, weight = AT_ONCE, heard = () => {}) {
  hold(line, line.textContent === words ? null : { words, weight, heard });
  if (weight === AT_ONCE || !document.querySelector(TO_COME)) readOut();
}

// Show words that nobody is told of: who looks for them finds them.
export function quietly(line, words) {
  hold(line, null);
  show(line, words, "off");
  if (!document.querySelector(TO_COME)) readOut();
}

function hold(line, message) {
  line.removeAttribute("aria-busy");
  held.delete(line);
  if (message) held.set(line, message);
}

function readOut() {
  const all = [...held].sort(([, one], [, other]) => other.weight - one.weight);
  held.clear();
  for (const [line, { words, weight, heard }] of all) {
    const aloud = !answered || weight === AT_ONCE;
    show(line, words, aloud ? "polite" : "off");
    if (!aloud) continue;
    answered = true;
    heard();
  }
}

function show(line, words, live) {
  line.ariaLive = live;
  line.textContent = words;
}

// How much room a field has left, which the NHS.UK frontend says by itself, waits like all else.
export function countWithTheOthers(count) {
  const line = document.createElement("p");
  line.className = "nhsuk-u-visually-hidden";
  line.role = "status";
  count.ariaLive = "off";
  count.hidden = true;
  count.after(line);
  count.parentElement.addEventListener("input", () => (answered = false));
  const tell = () =>
    count.ariaHidden === "true" ? quietly(line, "") : say(line, count.textContent, FINDING);
  new MutationObserver(tell).observe(count, { childList: true });
}
