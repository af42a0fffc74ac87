// After Django's own script, which goes to the first field: what became of a press takes the focus.
const said = document.querySelector(".nhsuk-error-summary, .messagelist");
if (said) {
  said.tabIndex = -1;
  addEventListener("load", () => setTimeout(() => said.focus()));
}
