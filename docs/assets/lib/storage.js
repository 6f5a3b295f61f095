// What someone fills in: in memory, and in sessionStorage for this tab only. Where the browser does not keep it, closed
// or full, memory alone remains: isRefused() says so, and the document hears «niet-bewaard» when that begins or ends.
// Choices of the reader are in localStorage. A text of spaces alone is an empty one, in whatever is written.
// Every key ends in the path of this publication: «leidraad.gids /pad/». So nobody else's keys are touched, and all
// editions and versions of this one are wiped together, in every tab: the document hears «gewist».
// While something is filled in, <html> has data-invullen, once what was done is seen: the bar changes by it.
import { afterPaint } from "./place.js";

const HERE = ` ${document.documentElement.dataset.publicatie}`;
// A random mark: in localStorage since something was filled in, and in each tab that holds something. A wipe takes it
// away, so a tab that slept, was copied or is opened again sees that what it holds was wiped.
const BEURT = "leidraad.beurt";
const memory = new Map();
const held = new Set();
const choices = new Map();
// the keys of which the newest is in memory alone
const unkept = new Set();

export const isRefused = () => unkept.size > 0;

export function read(key) {
  if (!memory.has(key)) memory.set(key, stored(key));
  return memory.get(key);
}

// undefined empties the key
export function write(key, value) {
  if (follow()) return;
  const text = JSON.stringify(value, (_, one) => (one?.trim?.() === "" ? "" : one));
  memory.set(key, text && JSON.parse(text));
  if (value === undefined) attempt(key, () => sessionStorage.removeItem(key + HERE));
  else {
    attempt(key, () => sessionStorage.setItem(key + HERE, text));
    quietly(begin);
  }
  afterPaint(mark);
}

/** Say that somebody holds, or no longer holds, something that stands in no storage: a field, an undo. */
export function hold(who, on) {
  held[on ? "add" : "delete"](who);
  afterPaint(mark);
}

/** A choice such as the palette, or null: kept until it is wiped where the browser allows, else for this page. */
export const choice = (key) => choices.get(key) ?? quietly(() => localStorage.getItem(key + HERE)) ?? null;

export function choose(key, value) {
  choices.set(key, value);
  quietly(() => (value === null ? localStorage.removeItem(key + HERE) : localStorage.setItem(key + HERE, value)));
}

/** Wipe all that this publication keeps, in this tab and the others. The event says how it went, see forget. */
export function wipe() {
  const filled = isFilled();
  // where no mark can be put, a tab that sleeps misses what a tab that is awake hears
  const full = quietly(() => localStorage.setItem(BEURT + HERE, "") ?? "") ?? "vol";
  const left = [empty(() => localStorage), empty(() => sessionStorage), full];
  const hoe = ["blijft", "dicht", "vol"].find((one) => left.includes(one)) ?? "leeg";
  forget({ filled, hoe });
  quietly(() => channel.postMessage("gewist"));
}

export const beurt = () => quietly(() => sessionStorage.getItem(BEURT + HERE)) ?? null;

// When it was wiped since this tab began, what this tab holds goes too; true when it did.
function follow() {
  const gone = beurt() !== null && quietly(() => beurt() !== localStorage.getItem(BEURT + HERE));
  if (gone) elsewhere();
  return gone;
}

function elsewhere() {
  const filled = isFilled();
  empty(() => sessionStorage);
  forget({ filled });
}

// filled: whether something was filled in; hoe: leeg, blijft (a key could not be removed), dicht (this browser keeps
// nothing), vol (a tab that sleeps may not follow); without it another tab did it
function forget(detail) {
  memory.clear();
  held.clear();
  choices.clear();
  unkept.clear();
  document.dispatchEvent(new CustomEvent("gewist", { detail }));
  mark();
}

export function begin() {
  const now = localStorage.getItem(BEURT + HERE) ?? Math.random().toString(36).slice(2);
  localStorage.setItem(BEURT + HERE, now);
  sessionStorage.setItem(BEURT + HERE, now);
}

const isOurs = (key) => key.startsWith("leidraad.") && key.endsWith(HERE);

function empty(storage) {
  try {
    const ours = () => Object.keys(storage()).filter(isOurs);
    for (const key of ours()) storage().removeItem(key);
    return ours().length ? "blijft" : "leeg";
  } catch {
    return "dicht";
  }
}

/** Whether anything is, also before it is seen. */
export function isFilled() {
  const kept = quietly(() => Object.keys(sessionStorage).some((key) => isOurs(key) && key !== BEURT + HERE));
  return kept || held.size > 0 || [...memory.values()].some((value) => value !== undefined);
}

function mark() {
  const on = isFilled();
  if (document.documentElement.hasAttribute("data-invullen") === on) return;
  document.documentElement.toggleAttribute("data-invullen", on);
  document.dispatchEvent(new Event("invullen"));
}

function stored(key) {
  try {
    return JSON.parse(attempt(key, () => sessionStorage.getItem(key + HERE))) ?? undefined;
  } catch {
    // not ours
  }
}

function attempt(key, act) {
  const before = isRefused();
  let found = null;
  try {
    found = act() ?? null;
    unkept.delete(key);
  } catch {
    unkept.add(key);
  }
  if (isRefused() !== before) queueMicrotask(() => document.dispatchEvent(new Event("niet-bewaard")));
  return found;
}

function quietly(act) {
  try {
    return act();
  } catch {
    // and so it is undefined
  }
}

const channel = quietly(() => new BroadcastChannel(`leidraad${HERE}`));
// A tab with a mark knows by itself, also when the message comes late.
channel?.addEventListener("message", () => (beurt() === null ? elsewhere() : follow()));
// And no paint came to a tab in the background, nor comes before paper is made.
for (const type of ["visibilitychange", "focus", "beforeprint"])
  addEventListener(type, () => document.hidden || follow() || mark());
document.addEventListener("resume", follow);
// A page that the browser kept whole (back, forward) may hold what was wiped or changed elsewhere since.
addEventListener("pageshow", (event) => event.persisted && location.reload());
// Once the elements of this page listen.
queueMicrotask(() => follow() || mark());
