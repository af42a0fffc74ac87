// Makes the rich-text editor of the admin fit the portal. Loaded by guidance/admin/editor.py.

// Word's own styles are of no use here, and a title pasted into the text is a heading.
function plainer(html) {
  return html
    .replace(/\sstyle=("[^"]*"|'[^']*')/gi, "")
    .replace(/<(\/?)h1\b/gi, "<$1h2");
}

// Gives the box the name of its label, and lets a click on the label reach it.
function nameBox(box, textarea, focus) {
  const label = document.querySelector(`label[for="${textarea.id}"]`);
  if (!label) return;
  label.id ||= `${textarea.id}_label`;
  box.setAttribute("aria-labelledby", label.id);
  const help = document.getElementById(`${textarea.id}_helptext`);
  if (help) box.setAttribute("aria-describedby", help.id);
  label.addEventListener("click", focus);
}

document.addEventListener("prose-editor:ready", ({ detail: { editor, textarea } }) => {
  const editorProps = { ...editor.options.editorProps, transformPastedHTML: plainer };
  editor.setOptions({ editorProps });
  nameBox(editor.view.dom, textarea, () => editor.commands.focus());
});
