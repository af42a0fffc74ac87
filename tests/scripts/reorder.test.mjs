// reorder.js: an order that was dragged is saved, or the person is asked.
import assert from "node:assert/strict";
import { test } from "node:test";
import { open, text } from "./page.mjs";

const LIST = (...rows) => `
  <div data-reorder="/vacancies/1/duties/order/">
    <input name="csrfmiddlewaretoken" value="token-1">
    <ol>${rows.map((row) => `<li data-row="${row}">Duty ${row}</li>`).join("")}</ol>
  </div>
  <p role="status"></p>
`;

async function dragged(...answers) {
  const page = open(LIST(1, 2, 3));
  const rows = [...page.window.document.querySelectorAll("li")];
  rows.forEach((row, place) => {
    row.getBoundingClientRect = () => ({ top: place * 10, height: 10 });
  });
  await page.load("reorder.js");
  page.answer(...answers);
  const { PointerEvent, document } = page.window;
  const at = (kind, y) => new PointerEvent(kind, { button: 0, clientY: y, bubbles: true });
  rows[0].querySelector(".portal-rows__handle").dispatchEvent(at("pointerdown", 5));
  document.dispatchEvent(at("pointermove", 99));
  document.dispatchEvent(at("pointerup", 99));
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
  return page;
}

function press(button) {
  button.focus();
  button.click();
}

const fresh = (...rows) => ({ text: async () => `<main>${LIST(...rows)}</main>` });

test("the new order is sent with the one it started from, and the page is shown anew", async () => {
  const page = await dragged({ saved: true, order: [2, 3, 1] }, fresh(2, 3, 1));
  const { body } = page.requests[0];
  assert.deepEqual([body.get("order"), body.get("started_from")], ["2,3,1", "1,2,3"]);
  assert.equal(text(page.find("[role=status]")), "The order is saved.");
  const shown = [...page.window.document.querySelectorAll("[data-row]")];
  assert.deepEqual(
    shown.map((row) => row.dataset.row),
    ["2", "3", "1"],
  ); // prettier-ignore
  assert.ok(shown.every((row) => row.querySelector(".portal-rows__handle")));
});

test("an order that somebody else changed is asked about, and sent again from theirs", async () => {
  const page = await dragged({ saved: false, order: [3, 1, 2] });
  page.answer({ saved: true, order: [2, 3, 1] }, fresh(2, 3, 1));
  press(page.find(".portal-rows__actions button"));
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
  assert.equal(page.requests[1].body.get("started_from"), "3,1,2");
  assert.equal(page.requests[1].body.get("order"), "2,3,1");
  assert.equal(page.window.document.activeElement, page.find("[data-reorder]"));
});

test("without a connection there is a button to try again", async () => {
  const page = await dragged(new Error("gone"));
  page.answer({ saved: true, order: [2, 3, 1] }, fresh(2, 3, 1));
  press(page.find(".portal-rows__actions button"));
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
  assert.equal(text(page.find("[role=status]")), "The order is saved.");
});
