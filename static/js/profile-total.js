// Adds up the levels of a typed profile while somebody types. Each box carries the points of its
// factor's levels. "Add up the levels" asks the server, which also says what is no level.

const LEVEL = /\d+/g;
const PAUSE = 500; // milliseconds without typing before the sum is written

/** The points of the lowest and highest level of a label such as "2-3ab", or null for none. */
export function pointsOf(label, points) {
  const levels = (label.match(LEVEL) || []).map(Number);
  if (!levels.length || levels.some((level) => !(level >= 1 && level <= points.length)))
    return null;
  return [points[Math.min(...levels) - 1], points[Math.max(...levels) - 1]];
}

/** The bands whose scores a range of totals touches. bands: "4:271:325 5:326:395". */
export function bandsOf(lowest, highest, bands) {
  return bands
    .trim()
    .split(/\s+/)
    .map((band) => band.split(":"))
    .filter(([, from, to]) => Number(to) >= lowest && Number(from) <= highest)
    .map(([name]) => name);
}

function start(place) {
  const boxes = [...document.querySelectorAll("input[data-points]")];
  const write = () => {
    const found = boxes.map((box) =>
      pointsOf(box.value, box.dataset.points.split(",").map(Number)),
    );
    const known = found.filter(Boolean);
    const lowest = known.reduce((sum, [low]) => sum + low, 0);
    const highest = known.reduce((sum, [, high]) => sum + high, 0);
    const missing = boxes.length - known.length;
    const total = lowest === highest ? `${lowest}` : `${lowest} to ${highest}`;
    place.querySelector("[data-total]").textContent = total;
    place.querySelector("[data-band]").textContent = missing
      ? `${missing} of ${boxes.length} levels to go.`
      : `Band ${bandsOf(lowest, highest, place.dataset.bands).join(", ")}.`;
  };
  let timer = 0;
  const typed = () => {
    clearTimeout(timer);
    timer = setTimeout(write, PAUSE); // it is read out
  };
  for (const box of boxes) box.addEventListener("input", typed);
}

const place = globalThis.document?.getElementById("typed-total");
if (place) start(place);
