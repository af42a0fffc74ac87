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

// What the editor names in small letters or by its tag.
const NAMES = {
  blockquote: "Quotation",
  bulletList: "Bulleted list",
  orderedList: "Numbered list",
  paragraph: "Text style",
};
const SWITCHES = new Set(["bold", "italic", "blockquote", "bulletList", "orderedList", "claim"]);

// The bar is one toolbar: its buttons have names and say what is on; arrows go along it.
function makeBarAToolbar(bar) {
  bar.setAttribute("role", "toolbar");
  bar.setAttribute("aria-label", "Text formatting");
  for (const button of bar.querySelectorAll(".prose-menubar__button[data-name]")) {
    const name = NAMES[button.dataset.name] ?? button.title;
    button.title = name[0].toUpperCase() + name.slice(1);
    button.setAttribute("aria-label", button.title);
  }
  const say = () => {
    for (const button of bar.querySelectorAll("[data-name]")) {
      const on = String(button.classList.contains("active"));
      if (SWITCHES.has(button.dataset.name)) button.setAttribute("aria-pressed", on);
      if (button.role === "menuitemradio") button.setAttribute("aria-checked", on);
      if (button.classList.contains("disabled")) button.setAttribute("aria-disabled", "true");
      else button.removeAttribute("aria-disabled");
    }
  };
  say();
  new MutationObserver(say).observe(bar, { attributeFilter: ["class"], subtree: true });
  bar.addEventListener("keydown", (event) => {
    const buttons = ":is([role=button], .prose-menubar__button):not(.hidden, [inert])";
    goAlong(event, [...bar.querySelectorAll(buttons)], "ArrowLeft", "ArrowRight");
  });
}

// Moves the focus from one of several to the one before or after, round the ends.
function goAlong(event, all, back, on) {
  const here = all.indexOf(document.activeElement);
  if (here < 0 || ![back, on].includes(event.key)) return;
  event.preventDefault();
  all.at((here + (event.key === on ? 1 : -1)) % all.length).focus();
}

// The menu of text styles is a plain box: make it a button that opens a menu.
function makeMenuAButton(menu, picker) {
  const inner = () => {
    for (const shown of menu.children) {
      shown.tabIndex = -1;
      shown.inert = true;
      shown.ariaHidden = "true";
    }
  };
  menu.setAttribute("role", "button");
  menu.setAttribute("aria-label", NAMES.paragraph);
  menu.setAttribute("aria-haspopup", "menu");
  menu.setAttribute("aria-expanded", "false");
  menu.tabIndex = 0;
  inner();
  new MutationObserver(inner).observe(menu, { childList: true });
  const options = () => [...picker.querySelectorAll("button:not(.hidden)")];
  picker.setAttribute("role", "menu");
  picker.setAttribute("aria-label", NAMES.paragraph);
  picker.firstElementChild.setAttribute("role", "none");
  for (const option of options()) option.role = "menuitemradio";
  menu.addEventListener("keydown", (event) => {
    if (!["Enter", " ", "ArrowDown"].includes(event.key)) return;
    event.preventDefault();
    menu.click();
    options()[0]?.focus();
  });
  picker.addEventListener("keydown", (event) => {
    goAlong(event, options(), "ArrowUp", "ArrowDown");
    if (event.key !== "Escape") return;
    event.preventDefault();
    picker.hidePopover();
    menu.focus();
  });
  picker.addEventListener("beforetoggle", ({ newState }) => {
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
  whenMenuIsThere(textarea.closest(".prose-editor"), (menu, picker) => {
    makeMenuAButton(menu, picker);
    makeBarAToolbar(menu.closest(".prose-menubar"));
  });
});
