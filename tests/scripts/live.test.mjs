// live.js: which of the messages of one pause of typing are read out.
import assert from "node:assert/strict";
import { test } from "node:test";
import { AT_ONCE, FINDING, NEWS, say } from "../../static/js/live.js";

test("what weighs less than what was just said stays silent", () => {
  const line = {};
  const said = (words, weight) => say(line, words, weight);
  assert.deepEqual([said("1 point", FINDING), said("2 points", FINDING)], [true, true]);
  assert.deepEqual([said("Saved at 9.00", NEWS), line.ariaLive], [false, "off"]);
  assert.deepEqual([said("Not saved", AT_ONCE), said("3 points", FINDING)], [true, false]);
  assert.deepEqual([said("Signed out", AT_ONCE), line.ariaLive], [true, "polite"]);
});
