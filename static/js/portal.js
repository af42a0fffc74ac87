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
