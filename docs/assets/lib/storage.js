// What someone fills in: in memory, and in sessionStorage for this tab only. «Wis alles» empties both. Where the
// browser keeps nothing, memory alone remains: the document hears «niet-bewaard», and isRefused() says so.
const memory = new Map();
let refused = false;

export const isRefused = () => refused;

export function read(key) {
  if (!memory.has(key)) memory.set(key, stored(key));
  return memory.get(key);
}

// undefined empties the key
export function write(key, value) {
  memory.set(key, value);
  attempt(() =>
    value === undefined ? sessionStorage.removeItem(key) : sessionStorage.setItem(key, JSON.stringify(value)),
  );
}

function stored(key) {
  try {
    return JSON.parse(attempt(() => sessionStorage.getItem(key))) ?? undefined;
  } catch {
    // not ours
    return undefined;
  }
}

function attempt(act) {
  try {
    return act() ?? null;
  } catch {
    if (!refused) queueMicrotask(() => document.dispatchEvent(new Event("niet-bewaard")));
    refused = true;
    return null;
  }
}

document.addEventListener("gewist", () => memory.clear());
// A page that the browser kept whole (back, forward) may hold what was wiped elsewhere since.
addEventListener("pageshow", (event) => event.persisted && location.reload());
