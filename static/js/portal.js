// Starts the NHS.UK components. Every page works without this.
import { initAll } from "../nhsuk-frontend.min.js";
import { forgetAll } from "./unsaved-words.js";

document.body.classList.add("js-enabled");
if ("noModule" in HTMLScriptElement.prototype) {
  document.body.classList.add("nhsuk-frontend-supported");
}
initAll();

// Whoever signs out leaves no words in the browser.
document.addEventListener("submit", ({ target }) => {
  if ("signsOut" in target.dataset) forgetAll();
});
