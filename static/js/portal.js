// Starts the NHS.UK components. Every page works without this.
import { initAll } from "../nhsuk-frontend.min.js";
import "./session.js";
import "./paper.js";
import { countWithTheOthers } from "./live.js";
import { unfold } from "./unfold.js";
import { forgetAll, noteSent, settleSent, tidy } from "./unsaved-words.js";

const SIGN_IN = "/accounts/";

document.body.classList.add("js-enabled");
if ("noModule" in HTMLScriptElement.prototype) {
  document.body.classList.add("nhsuk-frontend-supported");
}
initAll();
for (const count of document.querySelectorAll(".nhsuk-character-count__sr-status"))
  countWithTheOthers(count);

// A banner, or a button to undo, says what became of the form before. Words that are too old go
// wherever somebody looks.
if (document.querySelector(".nhsuk-notification-banner, #undo")) settleSent();
tidy();

// Whoever signs out leaves no words in the browser.
document.addEventListener("submit", ({ target }) => {
  if ("signsOut" in target.dataset) forgetAll();
});

// The answer to a press in a row is given at the row, and the focus goes back to what was pressed;
// to what is typed next, where the row is one to add.
const PRESSED = "pressed";
const placeOf = (button, form) => {
  const address = button?.hasAttribute("formaction") ? button.formAction : form.action;
  return [new URL(address).pathname, button?.value];
};
document.addEventListener("submit", ({ target, submitter }) => {
  if (target.method !== "post") return;
  const top = submitter?.getBoundingClientRect().top;
  sessionStorage.setItem(PRESSED, JSON.stringify([placeOf(submitter, target).join(" "), top]));
});
const answer = document.querySelector(".portal-answer");
if (answer) giveAnswer(answer, document.getElementById(answer.dataset.answer));
else if (!document.querySelector(".nhsuk-error-summary"))
  focusOn(document.querySelector(".nhsuk-notification-banner:not([role=alert])"));

function giveAnswer(line, place) {
  if (!place) return focusOn(line);
  const words = line.textContent;
  line.textContent = "";
  (place.localName === "tr" ? place.querySelector("td") : place).prepend(line);
  unfold(place);
  const next = place.dataset.row?.startsWith("new-") && place.querySelector("textarea");
  const [wanted, top] = pressedIn(place) ?? [next || place];
  unfold(wanted);
  focusOn(wanted, top);
  // A line that is there already is read out when its words come.
  setTimeout(() => (line.textContent = words), 100);
}

const unfoldTarget = () =>
  unfold(document.getElementById(decodeURIComponent(location.hash.slice(1))));
window.addEventListener("hashchange", unfoldTarget);
unfoldTarget();

// The button that was pressed, or the one that now stands for it, and where it was on the screen.
function pressedIn(place) {
  const [pressed, top] = JSON.parse(sessionStorage.getItem(PRESSED)) ?? [""];
  sessionStorage.removeItem(PRESSED);
  const [path] = pressed.split(" ");
  const buttons = [...place.querySelectorAll("form[method=post] button:not([hidden])")];
  const all = buttons.map((button) => ({ button, at: placeOf(button, button.form) }));
  const same =
    all.find(({ at }) => at.join(" ") === pressed) ?? all.find(({ at }) => at[0] === path);
  return same && [same.button, top];
}

// The browser goes to the row of the address once the page is there, and takes the focus along.
function focusOn(place, top) {
  if (!place) return;
  if (place.tabIndex < 0) place.tabIndex = -1;
  const focus = () =>
    setTimeout(() => {
      if (top) scrollBy(0, place.getBoundingClientRect().top - top);
      place.focus({ preventScroll: Boolean(top) });
    });
  if (document.readyState === "complete") focus();
  else window.addEventListener("load", focus);
}

// What scrolls by itself can be reached by keyboard, and is no stop where it does not scroll.
const sizes = new ResizeObserver((found) => {
  for (const { target } of found) {
    const { scrollHeight, clientHeight, scrollWidth, clientWidth } = target;
    if (scrollHeight > clientHeight + 1 || scrollWidth > clientWidth + 1) target.tabIndex = 0;
    else target.removeAttribute("tabindex");
  }
});
for (const box of document.querySelectorAll("[data-scrolls]")) sizes.observe(box);

// Whoever has to sign in again sends on what they typed: until then it stays noted.
document.addEventListener(
  "submit",
  ({ target }) => {
    if (target.method !== "post" || new URL(target.action).pathname.startsWith(SIGN_IN)) return;
    noteSent(target);
  },
  { capture: true },
);
