// Marks words of a page as a claim of the register. Loaded by the rich-text editor itself: see
// DJANGO_PROSE_EDITOR_EXTENSIONS in kls_portal/settings.py. The mark is kept as
// <span data-claim="code">; guidance/texts/rules/claim_marks.py shows readers its kind and source.

import { Mark, updateAttrsDialog } from "django-prose-editor/editor";

const NONE = "No claim";

export const Claim = Mark.create({
  name: "claim",
  // Outside links and bold text, as the server stores it.
  priority: 1100,
  inclusive: false,

  addOptions() {
    return { claims: [] };
  },

  addAttributes() {
    return {
      code: {
        default: null,
        parseHTML: (element) => element.dataset.claim,
        renderHTML: ({ code }) => ({ "data-claim": code }),
      },
    };
  },

  parseHTML() {
    return [{ tag: "span[data-claim]" }];
  },

  renderHTML({ HTMLAttributes }) {
    return ["span", HTMLAttributes, 0];
  },

  addMenuItems({ menu, buttons }) {
    menu.defineItem({
      name: "claim",
      groups: "link",
      button: buttons.text("Claim", "mark as a claim"),
      enabled: (editor) => !editor.state.selection.empty || editor.isActive("claim"),
      active: (editor) => editor.isActive("claim"),
      command: (editor) => editor.commands.chooseClaim(),
    });
  },

  addCommands() {
    return {
      chooseClaim:
        () =>
        ({ editor }) => {
          if (editor.state.selection.empty && !editor.isActive("claim")) return false;
          const choices = new Map(this.options.claims.map(([code, label]) => [label, code]));
          const current = this.options.claims.find(
            ([code]) => code === editor.getAttributes("claim").code,
          );
          const claim = { title: "Claim", enum: [NONE, ...choices.keys()] };
          updateAttrsDialog({ claim }, { title: "Mark as a claim", submitText: "Mark" })(editor, {
            claim: current?.[1] ?? NONE,
          }).then((chosen) => {
            if (!chosen) return;
            const chain = editor.chain().focus().extendMarkRange("claim");
            const code = choices.get(chosen.claim);
            (code ? chain.setMark("claim", { code }) : chain.unsetMark("claim")).run();
          });
          return true;
        },
    };
  },

  addKeyboardShortcuts() {
    return { "Mod-Shift-m": ({ editor }) => editor.commands.chooseClaim() };
  },
});
