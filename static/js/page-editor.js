// Makes the rich-text editor of the admin fit the portal. Loaded by guidance/register/admin/parts.py.

// Word's own styles are of no use here, and a title pasted into the text is a heading.
function plainer(html) {
  return html.replace(/\sstyle=("[^"]*"|'[^']*')/gi, "").replace(/<(\/?)h1\b/gi, "<$1h2");
}

// Gives the box the name of its label, and lets a click on the label reach it.
function nameBox(box, textarea, focus) {
  const label = document.querySelector(`label[for="${textarea.id}"]`);
  if (!label) return;
  label.id ||= `${textarea.id}_label`;
  box.setAttribute("aria-labelledby", label.id);
  const help = document.getElementById(`${textarea.id}_helptext`);
  if (help) box.setAttribute("aria-describedby", help.id);
  // The browser checks the spelling, as British English.
  box.lang = "en-GB";
  box.spellcheck = true;
  label.addEventListener("click", focus);
}

// The menu of text styles is a plain box: make it a button with a name, for the keyboard too.
function makeMenuAButton(menu, picker) {
  const inner = () => {
    for (const shown of menu.children) {
      shown.tabIndex = -1;
      shown.inert = true;
    }
  };
  menu.setAttribute("role", "button");
  menu.setAttribute("aria-label", "Text style");
  menu.setAttribute("aria-haspopup", "true");
  menu.setAttribute("aria-expanded", "false");
  menu.tabIndex = 0;
  inner();
  new MutationObserver(inner).observe(menu, { childList: true });
  menu.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    menu.click();
    picker.querySelector("button:not(.hidden)")?.focus();
  });
  picker.addEventListener("toggle", ({ newState }) => {
    menu.setAttribute("aria-expanded", String(newState === "open"));
  });
}

// The editor may draw its buttons after it is ready.
function whenMenuIsThere(editor, act) {
  const look = () => {
    const menu = editor.querySelector(".prose-menubar__selected");
    const picker = menu?.parentElement?.querySelector(".prose-menubar__picker");
    if (picker) act(menu, picker);
    return Boolean(picker);
  };
  if (look()) return;
  const watch = new MutationObserver(() => look() && watch.disconnect());
  watch.observe(editor, { childList: true, subtree: true });
}

document.addEventListener("prose-editor:ready", ({ detail: { editor, textarea } }) => {
  const editorProps = { ...editor.options.editorProps, transformPastedHTML: plainer };
  editor.setOptions({ editorProps });
  nameBox(editor.view.dom, textarea, () => editor.commands.focus());
  whenMenuIsThere(textarea.closest(".prose-editor"), makeMenuAButton);
});
