// session.js: a warning before somebody is signed out, that can be put off.
import assert from "node:assert/strict";
import { afterEach, beforeEach, mock, test } from "node:test";
import { open, pass, text } from "./page.mjs";

const TEN_MINUTES = 600; // seconds
const inSeconds = (seconds) => Math.round(Date.now() / 1000) + seconds;

beforeEach(() => mock.timers.enable({ apis: ["setTimeout"] }));
afterEach(() => mock.timers.reset());

async function warned() {
  const page = open(`<form data-signs-out></form><textarea></textarea>`);
  Object.assign(page.window.document.body.dataset, {
    sessionEnds: inSeconds(TEN_MINUTES + 60),
    stay: "/accounts/stay/",
  });
  page.find("textarea").focus();
  await page.load("session.js");
  await pass(30_000);
  assert.equal(page.find("[role=alert]"), null);
  await pass(40_000);
  page.find("[role=alert] button").focus();
  return page;
}

test("who stays signed in goes on where they were, and is warned again", async () => {
  const page = await warned();
  page.answer({ ends: inSeconds(TEN_MINUTES + 60) });
  page.find("[role=alert] button").click();
  await pass(0);
  assert.equal(page.requests[0].address, "/accounts/stay/");
  assert.equal(page.find("[role=alert]"), null);
  assert.equal(page.window.document.activeElement, page.find("textarea"));
  await pass(70_000);
  assert.ok(page.find("[role=alert]"));
});

test("who could not stay is told to save", async () => {
  const page = await warned();
  page.answer(new Error("gone"));
  page.find("[role=alert] button").click();
  await pass(0);
  assert.match(text(page.find("[role=alert]")), /did not work/);
});
