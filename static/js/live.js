// Status lines that know each other: one pause of typing is answered by one message that is read out.

const PAUSE = 5000; // milliseconds within which a message stays silent behind one that weighs more
let last = -PAUSE;
let weighed = 0;

export const NEWS = 0; // read out where nothing was just now
export const FINDING = 1; // read out unless something at once was
export const AT_ONCE = 2; // always read out: what somebody asked for, or words may be lost

// Show words in a status line. Returns whether they are read out.
export function say(line, words, weight = AT_ONCE) {
  if (line.textContent === words) return false;
  const now = performance.now();
  const aloud = now - last > PAUSE || (weight > NEWS && weight >= weighed);
  line.ariaLive = aloud ? "polite" : "off";
  if (aloud) [last, weighed] = [now, weight];
  line.textContent = words;
  return aloud;
}

// Show words that nobody is told of: who looks for them finds them.
export function quietly(line, words) {
  line.ariaLive = "off";
  line.textContent = words;
}
