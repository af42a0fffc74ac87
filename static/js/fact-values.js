// Shows the value of each fact that a text names, behind its binding {{ fact NAME }}. Loaded by the
// rich-text editor itself: see DJANGO_PROSE_EDITOR_EXTENSIONS in kls_portal/settings.py. The value is
// shown alone; kls_portal/reference/bindings.py reads the binding.

import { Extension, pm } from "django-prose-editor/editor";

const BINDING = /\{\{\s*fact\s+([a-z0-9-]+(?:\s+[a-z-]+)?)\s*\}\}/g;

function shownValue(text) {
  return () => {
    const value = document.createElement("span");
    value.className = "fact-value";
    value.textContent = ` = ${text}`;
    return value;
  };
}

export const FactValues = Extension.create({
  name: "factValues",

  addOptions() {
    return { facts: {} };
  },

  addProseMirrorPlugins() {
    const { facts } = this.options;
    const decorations = ({ doc }) => {
      const values = [];
      doc.descendants((node, start) => {
        for (const found of node.isText ? node.text.matchAll(BINDING) : []) {
          const text = facts[found[1].replace(/\s+/g, " ")] ?? "no such fact";
          const end = start + found.index + found[0].length;
          values.push(
            pm.view.Decoration.widget(end, shownValue(text), { key: `${found[0]}${text}` }),
          );
        }
      });
      return pm.view.DecorationSet.create(doc, values);
    };
    return [new pm.state.Plugin({ props: { decorations } })];
  },
});
