// What someone filled in ↔ a versioned JSON file. A file that cannot be read changes nothing.
import { today } from "./days.js";
import { isObject } from "./shapes.js";

const FORMAT = "leidraad-gewogen-maatwerk";
// bytes
const LARGEST = 1e6;

export class Onleesbaar extends Error {}

const refuse = (why) => {
  throw new Onleesbaar(`${why} Er is niets veranderd.`);
};
const DAMAGED = "Dit bestand is beschadigd of van een andere soort.";

// kop: what else to say in the file, such as editie and slot
export function pack(soort, versie, inhoud, kop) {
  return `${JSON.stringify({ formaat: FORMAT, soort, versie, datum: today(), ...kop, inhoud }, null, 2)}\n`;
}

// isSound judges what was in it
export function unpack(text, { soort, versie, isSound = () => true }) {
  const file = parse(text);
  if (file?.formaat !== FORMAT) refuse("Dit bestand is niet van deze leidraad.");
  if (file.soort !== soort)
    refuse(
      `Dit bestand hoort bij een ander onderdeel: ${file.soort === "casus" ? "Jullie casus" : String(file.soort).slice(0, 60)}. Open het daar.`,
    );
  if (!Number.isInteger(file.versie) || file.versie < versie) refuse(DAMAGED);
  if (file.versie > versie) refuse("Dit bestand komt uit een nieuwere versie van de leidraad. Open het daar.");
  const { inhoud } = file;
  if (!isObject(inhoud) || !isSound(inhoud))
    refuse("Dit bestand is beschadigd: er ontbreekt iets of er is iets veranderd.");
  return inhoud;
}

// Read a chosen file; the rules are those of unpack.
export async function open(file, rules) {
  if (file.size > LARGEST) refuse("Dit bestand is te groot.");
  let text;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(await file.arrayBuffer());
  } catch {
    refuse(DAMAGED);
  }
  return unpack(text, rules);
}

// The file stays at hand until the next one or a wipe: some browsers ask first, and fetch it only then.
let saved = "";
const release = () => saved && URL.revokeObjectURL(saved);
document.addEventListener("gewist", release);

/** Ask for a file of a form, with what it holds. */
export function bewaar(form) {
  const { naam, merk, content, dataset } = form;
  const { editie, uitgave, slot } = dataset;
  bewaarAls(form, `${merk[1]}-${today()}.json`, () => pack(naam, 1, content, { editie, uitgave, slot }));
}

/** Ask for a file that a form makes; where the browser makes none, what belongs in it. Whether it was saved, a page
 * cannot know. */
export function bewaarAls(form, name, make, type) {
  const { bewaard, geenBestand, geenZip } = form.words;
  const content = make();
  try {
    save(name, content, type);
    form.tell(bewaard);
  } catch {
    if (typeof content === "string") form.showText(`${geenBestand} ${name}:`, content);
    else form.tell(geenZip);
  }
}

/** Throws where the browser makes no file of it. */
export function save(name, content, type = "application/json") {
  release();
  saved = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement("a");
  link.href = saved;
  link.download = name;
  link.click();
}

function parse(text) {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    return refuse(DAMAGED);
  }
}
