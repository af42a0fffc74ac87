// Warns somebody ten minutes before they are signed out, and lets them stay.

import { dismiss, element, question } from "./saving-question.js";

const WARNING = 10 * 60 * 1000; // milliseconds before the end
const { sessionEnds, stay } = document.querySelector("[data-session-ends]")?.dataset ?? {};
if (sessionEnds) wait(Number(sessionEnds));

// ends: in Unix seconds.
function wait(ends) {
  setTimeout(() => warn(ends), Math.max(0, ends * 1000 - WARNING - Date.now()));
}

function warn(ends) {
  const at = new Date(ends * 1000).toTimeString().slice(0, 5);
  const before = document.activeElement;
  const panel = question(`You will be signed out at ${at}.`, null, {
    "Stay signed in": async () => {
      const answer = await asked();
      if (!answer) return panel.firstChild.append(" That did not work. Save what you typed.");
      const line = element("p", "portal-answer", "");
      line.role = "status";
      panel.before(line);
      dismiss(panel, before);
      wait(answer.ends);
      // A line that is there already is read out when its words come.
      setTimeout(() => (line.textContent = answer.said), 100);
    },
  });
  panel.role = "alert";
  panel.classList.add("portal-session");
  document.querySelector("main").prepend(panel);
}

async function asked() {
  const body = new FormData(document.querySelector("[data-signs-out], #logout-form"));
  try {
    const answer = await fetch(stay, { method: "POST", body, redirect: "manual" });
    return answer.ok && (await answer.json());
  } catch {
    return null;
  }
}
