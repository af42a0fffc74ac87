// Starts the NHS.UK components. Every page works without this.
import { initAll } from "../nhsuk-frontend.min.js";
import { dropOwn, forgetAll, moveWords, noteSent, settleSent, tidy } from "./unsaved-words.js";

const SIGN_IN = "/accounts/";

document.body.classList.add("js-enabled");
if ("noModule" in HTMLScriptElement.prototype) {
  document.body.classList.add("nhsuk-frontend-supported");
}
initAll();

// A banner says what became of the form before. Words that are too old go wherever somebody looks.
if (document.querySelector(".nhsuk-notification-banner")) settleSent();
tidy();

// Whoever signs out leaves no words in the browser.
document.addEventListener("submit", ({ target }) => {
  if ("signsOut" in target.dataset) forgetAll();
});

// The answer to a press in a row is given at the row, and the focus goes back to what was pressed.
const PRESSED = "portal-pressed";
document.addEventListener("submit", ({ target }) => {
  if (target.method === "post") sessionStorage.setItem(PRESSED, new URL(target.action).pathname);
});
const answer = document.querySelector("[data-answer]");
const row = answer && document.getElementById(answer.dataset.answer);
if (row) giveAnswer(answer, row);

function giveAnswer(line, place) {
  const words = line.textContent;
  const pressed = sessionStorage.getItem(PRESSED);
  sessionStorage.removeItem(PRESSED);
  const forms = [...place.querySelectorAll("form")];
  const form = forms.find((one) => new URL(one.action).pathname === pressed);
  line.textContent = "";
  place.prepend(line);
  place.tabIndex = -1;
  (form?.querySelector("button") ?? place).focus();
  // A line that is there already is read out when its words come.
  setTimeout(() => (line.textContent = words), 100);
}

// What somebody would have changed is gone, and can be added anew.
const anew = document.querySelector("[data-in-place-of]");
if (anew) {
  const path = new URL(anew.action).pathname;
  moveWords(anew.dataset.inPlaceOf, path);
  document.querySelector("[data-forgets]").addEventListener("click", () => dropOwn(path));
}

// Whoever has to sign in again sends on what they typed: until then it stays noted.
document.addEventListener(
  "submit",
  ({ target }) => {
    if (target.method !== "post" || new URL(target.action).pathname.startsWith(SIGN_IN)) return;
    noteSent(target);
  },
  { capture: true },
);
