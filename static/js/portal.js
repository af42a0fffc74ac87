// Starts the NHS.UK components. Every page works without this.
import { initAll } from "../nhsuk-frontend.min.js";
import { dropBelow, forgetAll, noteSent, settleSent, tidy } from "./unsaved-words.js";

document.body.classList.add("js-enabled");
if ("noModule" in HTMLScriptElement.prototype) {
  document.body.classList.add("nhsuk-frontend-supported");
}
initAll();

// A banner says what became of the form before. Words that are too old go wherever somebody looks.
if (document.querySelector(".nhsuk-notification-banner")) settleSent();
tidy();

// Whoever signs out leaves no words in the browser; who signs in again sends what they typed later.
document.addEventListener("submit", ({ target }) => {
  if ("signsOut" in target.dataset) forgetAll();
});
document.addEventListener("click", ({ target }) => {
  const leaves = target.closest("a[data-forgets]");
  if (leaves) dropBelow(leaves.dataset.forgets);
});
const SIGN_IN = "/accounts/";
document.addEventListener(
  "submit",
  ({ target }) => {
    if (target.method !== "post" || new URL(target.action).pathname.startsWith(SIGN_IN)) return;
    noteSent(target);
  },
  { capture: true },
);
