// Adds a button that copies a read-only box. Without this, the box can be selected and copied.

const said = document.querySelector("[data-copied]");

for (const place of document.querySelectorAll("[data-copy]")) {
  const box = place.querySelector("textarea");
  const name = place.querySelector("label").textContent;
  if (!box.value) continue;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "nhsuk-button nhsuk-button--secondary nhsuk-button--small";
  button.textContent = `Copy “${name}”`;
  button.addEventListener("click", async () => {
    const done = await copied(box);
    said.textContent = done ? `Copied: ${name}.` : `Not copied. “${name}” is selected: copy it.`;
    if (!done) return;
    button.textContent = `Copied “${name}”`;
    setTimeout(() => (button.textContent = `Copy “${name}”`), 3000);
  });
  box.after(button);
}

// Older browsers, and pages without a secure connection, have no clipboard: the box is selected.
async function copied(box) {
  try {
    await navigator.clipboard.writeText(box.value);
    return true;
  } catch {
    box.focus();
    box.select();
    return false;
  }
}
