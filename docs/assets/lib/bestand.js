// What someone filled in ↔ a JSON file of ours, with a version. A file that cannot be read changes nothing.
const FORMAT = "leidraad-gewogen-maatwerk";
const LARGEST = 1e6; // bytes; ours are a hundred times smaller

/** Says in Dutch, for the reader, why a file or a text cannot be opened. */
export class Onleesbaar extends Error {}

const refuse = (why) => {
  throw new Onleesbaar(`${why} Er is niets veranderd.`);
};

/** Return the text of a file. `kop` holds what else to say in it, such as editie, kern and slot. */
export function pack(soort, versie, inhoud, kop = {}) {
  const file = { formaat: FORMAT, soort, versie, datum: today(), ...kop, inhoud };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** Return the content of a file's text. `migrations[n]` makes version n into n + 1; `isSound` judges the result. */
export function unpack(text, { soort, versie, migrations = {}, isSound = () => true }) {
  const file = parse(text);
  if (file?.formaat !== FORMAT) refuse("Dit bestand is niet van deze leidraad.");
  if (file.soort !== soort) refuse(`Dit bestand hoort bij een ander onderdeel: ${String(file.soort).slice(0, 60)}.`);
  if (!Number.isInteger(file.versie) || file.versie < 1) refuse("Dit bestand is beschadigd.");
  if (file.versie > versie) refuse("Dit bestand komt uit een nieuwere versie van de leidraad. Open het daar.");
  const inhoud = migrate(file, versie, migrations);
  if (!isObject(inhoud) || !isSound(inhoud)) refuse("Dit bestand is beschadigd: er ontbreekt iets, of er is iets veranderd.");
  return inhoud;
}

/** Read a chosen file and return its content; see unpack. */
export async function open(file, rules) {
  if (file.size > LARGEST) refuse("Dit bestand is te groot om van deze site te zijn.");
  let text;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(await file.arrayBuffer());
  } catch {
    refuse("Dit bestand is beschadigd of van een andere soort.");
  }
  return unpack(text, rules);
}

/** Let the browser save a text as a file. */
export function save(name, text, type = "application/json") {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** Today as 2026-11-25, in the reader's own time. */
export function today() {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((n) => String(n).padStart(2, "0")).join("-");
}

export const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

function parse(text) {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    return refuse("Dit bestand is beschadigd of van een andere soort.");
  }
}

function migrate(file, versie, migrations) {
  let { inhoud } = file;
  try {
    for (let from = file.versie; from < versie; from++) inhoud = migrations[from](inhoud);
  } catch {
    refuse("Dit oudere bestand is niet om te zetten.");
  }
  return inhoud;
}
