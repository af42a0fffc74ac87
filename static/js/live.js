// Status lines that know each other: one pause of typing is answered by one message that is read out.

const PAUSE = 5000; // milliseconds within which a second message stays silent
let last = -PAUSE;

// Show words in a status line. Those that do not matter are read out where nothing was just now.
// Returns whether they are read out.
export function say(line, words, matters = true) {
  if (line.textContent === words) return false;
  const aloud = matters || performance.now() - last > PAUSE;
  line.ariaLive = aloud ? "polite" : "off";
  if (aloud) last = performance.now();
  line.textContent = words;
  return aloud;
}

// Show words that nobody is told of: who looks for them finds them.
export function quietly(line, words) {
  line.ariaLive = "off";
  line.textContent = words;
}
