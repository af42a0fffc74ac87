// draft-checks.js: what the rules find while somebody types, without moving the focus.
import assert from "node:assert/strict";
import { afterEach, beforeEach, mock, test } from "node:test";
import { open, pass, text } from "./page.mjs";

const PAGE = `
  <form id="duty"><textarea name="text"></textarea></form>
  <div data-checks="/check/typed/duties/" data-form="duty">
    <p role="status"></p><ul data-list><li><a href="/1">Old point</a></li></ul><button>Check</button>
  </div>
`;
const found = (point, said = "1 point") => ({
  text: async () =>
    `<div data-findings data-said="${said}"><li><a href="/2">${point}</a></li></div>`,
});

beforeEach(() => mock.timers.enable({ apis: ["setTimeout"] }));
afterEach(() => mock.timers.reset());

async function opened() {
  const page = open(PAGE);
  await page.load("draft-checks.js");
  return page;
}

test("a pause of typing asks once and shows what was found", async () => {
  const page = await opened();
  page.answer(found("New point"));
  page.type("textarea", "Responsible for");
  page.type("textarea", "Responsible for books");
  await pass(1200);
  assert.deepEqual(
    page.requests.map(({ body }) => body.get("text")),
    ["Responsible for books"],
  );
  assert.equal(text(page.find("[data-list]")), "New point");
  assert.equal(text(page.find("[role=status]")), "1 point");
});

test("the list does not change under somebody who reads it", async () => {
  const page = await opened();
  page.answer(found("New point"));
  page.find("[data-list] a").focus();
  page.type("textarea", "More");
  await pass(1200);
  assert.equal(text(page.find("[data-list]")), "Old point");
  page.find("textarea").focus();
  page.find("[data-list]").dispatchEvent(new page.window.Event("focusout"));
  await pass(0);
  assert.equal(text(page.find("[data-list]")), "New point");
});

test("an answer that is none, and no answer, are said", async () => {
  for (const answer of [{ ok: false, status: 500 }, { text: async () => "" }, new Error("gone")]) {
    const page = await opened();
    page.answer(answer);
    page.find("button").click();
    await pass(0);
    assert.match(text(page.find("[role=status]")), /^Not checked/);
    assert.equal(text(page.find("[data-list]")), "Old point");
    assert.equal(page.find("[role=status]").ariaLive, "polite");
  }
});

test("while somebody types, only the form says that there is no connection", async () => {
  const page = await opened();
  page.answer(new Error("gone"));
  page.type("textarea", "More");
  await pass(1200);
  assert.match(text(page.find("[role=status]")), /^Not checked/);
  assert.equal(page.find("[role=status]").ariaLive, "off");
});
