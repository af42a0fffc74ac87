// On paper a field cannot be scrolled: its words stand in its place while the page is printed.
const FIELDS = "main :is(textarea, select, input[type=text], input[type=email], input[type=url])";
const standIns = new Map();

window.addEventListener("beforeprint", () => {
  for (const field of document.querySelectorAll(FIELDS)) {
    const chosen = field.selectedOptions && Array.from(field.selectedOptions, (one) => one.text);
    const words = chosen?.join("\n") ?? field.value;
    const printed = field.closest("details:not([open])") || field.checkVisibility();
    if (!words.trim() || standIns.has(field) || !printed) continue;
    const standIn = document.createElement("div");
    standIn.className = "portal-on-paper";
    standIn.textContent = words;
    field.after(standIn);
    standIns.set(field, standIn);
  }
});

window.addEventListener("afterprint", () => {
  for (const standIn of standIns.values()) standIn.remove();
  standIns.clear();
});
