// What is folded away is in sight once somebody goes there.
export function unfold(place) {
  for (let box = place; box; box = box.parentElement)
    if (box.localName === "details") box.open = true;
}
