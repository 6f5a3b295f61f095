// What the reader chose or typed and what therefore stands after #: a search, a filter, what lies side by side. Such an
// address is marked with the turn (see storage.js) it was made in: after a wipe, here or in another tab, going back to it
// shows nothing of it. An address that came with a link is nobody's choice, until something is filled in.
import { replaceHash } from "./place.js";
import { begin, beurt } from "./storage.js";

// Where the browser keeps nothing, a choice lasts as long as this page.
let page = Math.random();
document.addEventListener("gewist", () => (page = Math.random()));

/** Put a choice after #, or take it away. */
export function chooseHash(hash, state = history.state) {
  if (!hash) return replaceHash("", null);
  try {
    begin();
  } catch {
    // page stands in for it
  }
  replaceHash(hash, { ...state, beurt: beurt() ?? page });
}

/** Before the address is read: true when it was chosen before a wipe; then nothing of it stands there any more. */
export function isWiped(byHand) {
  const { beurt: made } = history.state ?? {};
  if (!location.hash.includes("=")) return false;
  if (made === undefined && (byHand || beurt())) chooseHash(location.hash);
  const wiped = made !== undefined && made !== (beurt() ?? page);
  if (wiped) chooseHash("");
  return wiped;
}
