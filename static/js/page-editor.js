// Gives the rich-text box the name of its label, and lets a click on the label reach it.
document.addEventListener("prose-editor:ready", ({ detail: { editor, textarea } }) => {
  const label = document.querySelector(`label[for="${textarea.id}"]`);
  if (!label) return;
  label.id ||= `${textarea.id}_label`;
  const box = editor.view.dom;
  box.setAttribute("aria-labelledby", label.id);
  const help = document.getElementById(`${textarea.id}_helptext`);
  if (help) box.setAttribute("aria-describedby", help.id);
  label.addEventListener("click", () => editor.commands.focus());
});
