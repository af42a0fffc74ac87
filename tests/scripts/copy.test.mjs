// copy.js: a read-only box is copied, or selected where that cannot be done.
import assert from "node:assert/strict";
import { afterEach, beforeEach, mock, test } from "node:test";
import { open, pass, text } from "./page.mjs";

const PAGE = `
  <div data-copy><label>Summary</label><textarea readonly>Words</textarea></div>
  <div data-copy><label>Empty</label><textarea readonly></textarea></div>
  <p data-copied role="status"></p>
`;

beforeEach(() => mock.timers.enable({ apis: ["setTimeout"] }));
afterEach(() => mock.timers.reset());

async function opened(writeText) {
  const page = open(PAGE);
  Object.defineProperty(globalThis.navigator, "clipboard", {
    value: { writeText },
    configurable: true,
  });
  await page.load("copy.js");
  return page;
}

test("a press copies the words and says so", async () => {
  const copied = [];
  const page = await opened(async (words) => copied.push(words));
  assert.equal(page.window.document.querySelectorAll("button").length, 1);
  page.find("button").click();
  await pass(0);
  assert.deepEqual(copied, ["Words"]);
  assert.equal(text(page.find("[data-copied]")), "Copied: Summary.");
  assert.equal(text(page.find("button")), "Copied “Summary”");
  await pass(3000);
  assert.equal(text(page.find("button")), "Copy “Summary”");
});

test("where there is no clipboard the box is selected and the person told", async () => {
  const page = await opened(() => Promise.reject(new Error("refused")));
  page.find("button").click();
  await pass(0);
  assert.equal(page.window.document.activeElement, page.find("textarea"));
  assert.match(text(page.find("[data-copied]")), /^Not copied/);
});
