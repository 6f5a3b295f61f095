// What stands after #. Without a step in the history it is changed here: Safari throws after some hundred times in half
// a minute, and then the address stays behind and the page goes on.
export function replaceHash(hash, state = history.state) {
  try {
    history.replaceState(state, "", hash || location.pathname + location.search);
  } catch {
    // the next change of place takes this along
  }
}

/** What is searched for (#zoek=…), else null: the page behind the search stays where it is. */
export const asked = () => new URLSearchParams(location.hash.slice(1)).get("zoek");

/** A link to the same page elsewhere, data-plek, leads to the place of now: seen from when it is pointed at. */
export function takeAlong({ target }) {
  const link = target.closest?.("a[data-plek]");
  if (link) link.hash = location.hash;
}

/** What can wait until the screen is seen. */
export const afterPaint = (act) => requestAnimationFrame(() => setTimeout(act));
