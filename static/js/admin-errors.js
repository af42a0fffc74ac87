// After Django's own script, which goes to the first field: the list of errors takes the focus.
const summary = document.querySelector(".nhsuk-error-summary");
summary.tabIndex = -1;
addEventListener("load", () => setTimeout(() => summary.focus()));
