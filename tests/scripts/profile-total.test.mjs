import assert from "node:assert/strict";
import { test } from "node:test";

import { bandsOf, pointsOf } from "../../static/js/profile-total.js";

const POINTS = [5, 12, 21, 32, 45, 60];

test("a label gives the points of its lowest and highest level", () => {
  assert.deepEqual(pointsOf("4", POINTS), [32, 32]);
  assert.deepEqual(pointsOf("2-3ab", POINTS), [12, 21]);
  assert.deepEqual(pointsOf(" 5 - 6 ", POINTS), [45, 60]);
});

test("what is no level of the factor gives none", () => {
  for (const label of ["", "ab", "7", "0"]) assert.equal(pointsOf(label, POINTS), null);
});

test("the bands that a range of totals touches", () => {
  const bands = "4:271:325 5:326:395 6:396:465 ";
  assert.deepEqual(bandsOf(326, 395, bands), ["5"]);
  assert.deepEqual(bandsOf(395, 396, bands), ["5", "6"]);
});
