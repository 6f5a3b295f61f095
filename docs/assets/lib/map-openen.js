// Files that somebody chose (a zip, a folder, single YAML files) → rows for the form, and the files as they were. What
// cannot be read is named with its line, and changes nothing.
import { Onleesbaar } from "./files.js";
import { isObject } from "./shapes.js";
import { Onbegrepen, read } from "./yaml.js";

const LARGEST = 5e6; // bytes, of all files together
const SLACK = /(^|\/)(\.|__MACOSX|Thumbs\.db|desktop\.ini)/i;
// What a file is, when its folder does not say so.
const SIGNS = [
  ["zoekvraag", "zoekvragen"],
  ["aanvulling", "bij"],
  ["activiteit", "voor_factoren"],
  ["gemeente", "woorden"],
  ["keuze", "gesprek"],
  ["keuze", "poster"],
  ["keuze", "rapportage"],
  ["gedragsprincipe", "titel"],
];

/**
 * files → {rows, bestand, isWhole}; rows by kind, bestand what is kept as it was. Throws Onleesbaar.
 * slots: the question of each own text; unfinished: the name of the file with what is not finished.
 */
export async function open(files, { soorten, slots, blank, unfinished }) {
  const found = within(await unpacked(files));
  const rows = {};
  const bestand = [];
  const wrong = [];
  const add = (kind, row) => (rows[kind] ??= []).push(row);
  for (const [name, data] of found) {
    const slot = name.match(/^(?:teksten\/)?([\w-]+)\.md$/)?.[1];
    if (/\.ya?ml$/i.test(name))
      try {
        const tekst = new TextDecoder("utf-8", { fatal: true }).decode(data).replace(/\r\n?/g, "\n");
        const { parts } = read(tekst);
        const values = Object.fromEntries(parts.map(({ key, value }) => [key, value]));
        const kind = kindOf(name, values, soorten);
        const van = placed(kind, values, name, soorten);
        bestand.push({ naam: van, data: "", tekst });
        add(kind, { "@van": van, ...row(values, blank(kind)) });
      } catch (error) {
        if (!(error instanceof Onbegrepen || error instanceof TypeError)) throw error;
        wrong.push(`${name}, ${error instanceof Onbegrepen ? error.message : "dat geen UTF-8 is"}`);
      }
    else if (name === unfinished) {
      const tekst = new TextDecoder().decode(data).replace(/\r\n?/g, "\n");
      bestand.push({ naam: name, data: "", tekst });
      const held = listed(tekst);
      if (!held) wrong.push(`${name}, dat beschadigd is`);
      for (const one of held ?? []) add("activiteit", { ...one, "@van": "", "@half": "ja" });
    } else if (slot && Object.hasOwn(slots, slot)) {
      const tekst = new TextDecoder().decode(data).replace(/\r\n?/g, "\n");
      bestand.push({ naam: `teksten/${slot}.md`, data: "", tekst });
      // the question of a new folder is no text yet
      if (tekst.trim() !== slots[slot]) (rows.teksten ??= [{}])[0][slot] = tekst.trimEnd();
    } else bestand.push({ naam: name, data: toText(data) });
  }
  if (wrong.length) throw new Onleesbaar(`Dit kan ik niet lezen: ${wrong.join("; ")}. Er is niets veranderd.`);
  if (!bestand.length) throw new Onleesbaar("Hierin staan geen bestanden van een gemeente. Er is niets veranderd.");
  return { rows, bestand, isWhole: !!rows.gemeente };
}

// The activities of a file with those that are not finished; undefined where it holds something else.
function listed(tekst) {
  try {
    const { activiteit } = JSON.parse(tekst);
    return Array.isArray(activiteit) && activiteit.every(isObject) ? activiteit : undefined;
  } catch {
    return undefined;
  }
}

function kindOf(name, values, soorten) {
  const known = Object.entries(soorten).find(([, { map, bestand }]) =>
    map ? name.startsWith(`${map}/`) : name === bestand,
  );
  const kind = known?.[0] ?? SIGNS.find(([, key]) => Object.hasOwn(values, key))?.[0];
  if (!kind) throw new Onbegrepen("waarvan ik niet weet wat het is");
  return kind;
}

const placed = (kind, { id }, name, soorten) =>
  soorten[kind].map
    ? `${soorten[kind].map}/${id || name.split("/").at(-1).replace(/\..*/, "")}.yaml`
    : soorten[kind].bestand;

/** The row of one file. */
export function rowOf(tekst, blank) {
  return row(Object.fromEntries(read(tekst).parts.map(({ key, value }) => [key, value])), blank);
}

// The values of a file by the paths of the form; its explanation is for who edits the file.
function row({ uitleg, ...values }, blank, before = "") {
  const found = {};
  for (const [key, value] of Object.entries(values)) {
    const whole = before + key;
    const path = !(whole in blank) && `${whole}.tekst` in blank && !isObject(value) ? `${whole}.tekst` : whole;
    if (isObject(value)) Object.assign(found, row(value, blank, `${path}.`));
    else found[path] = Array.isArray(value) ? value.map((one) => (isObject(one) ? row(one, {}) : one)) : value;
    if (path in blank && Array.isArray(blank[path]) !== Array.isArray(found[path])) {
      if (found[path])
        throw new Onbegrepen(`bij «${whole}» hoort ${Array.isArray(blank[path]) ? "een" : "geen"} lijst`);
      found[path] = blank[path];
    }
  }
  return found;
}

// ---- the files themselves ----

async function unpacked(files) {
  const found = [];
  let size = 0;
  for (const file of files) {
    if ((size += file.size) > LARGEST)
      throw new Onleesbaar("Dit is te groot om een map van een gemeente te zijn. Er is niets veranderd.");
    const data = new Uint8Array(await file.arrayBuffer());
    if (/\.zip$/i.test(file.name)) found.push(...(await unzip(data)));
    else found.push([file.webkitRelativePath || file.name, data]);
  }
  return found.filter(([name]) => !SLACK.test(name));
}

// Names from the folder of the municipality on: that is where gemeente.yaml stands, else what all have in common.
function within(files) {
  const home = files.map(([name]) => name).find((name) => /(^|\/)gemeente\.yaml$/.test(name));
  const root = home?.slice(0, -"gemeente.yaml".length) ?? "";
  const known = /^(?:.*\/)?((?:gedragsprincipes|activiteiten|aanvullingen|teksten|beeld)\/[^/]+)$/;
  return files
    .filter(([name]) => name.startsWith(root))
    .map(([name, data]) => [home ? name.slice(root.length) : (name.match(known)?.[1] ?? name.split("/").at(-1)), data]);
}

const DAMAGED =
  "Deze zip is beschadigd of van een soort die ik niet open. Pak hem uit en kies de map. Er is niets veranderd.";

async function unzip(data) {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  let end = data.length - 22;
  while (end >= 0 && view.getUint32(end, true) !== 0x06054b50) end--;
  if (end < 0) throw new Onleesbaar(DAMAGED);
  const found = [];
  let total = 0;
  try {
    let at = view.getUint32(end + 16, true);
    for (let left = view.getUint16(end + 10, true); left--; ) {
      const [method, packed, size] = [
        view.getUint16(at + 10, true),
        view.getUint32(at + 20, true),
        view.getUint32(at + 24, true),
      ];
      const [name, more, said] = [28, 30, 32].map((place) => view.getUint16(at + place, true));
      const title = new TextDecoder().decode(data.subarray(at + 46, at + 46 + name));
      const local = view.getUint32(at + 42, true);
      const from = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
      const held = data.subarray(from, from + packed);
      if ((total += size) > LARGEST) throw new Onleesbaar(DAMAGED);
      if (!title.endsWith("/")) found.push([title.replaceAll("\\", "/"), method ? await inflated(held, method) : held]);
      at += 46 + name + more + said;
    }
  } catch {
    throw new Onleesbaar(DAMAGED);
  }
  return found;
}

async function inflated(data, method) {
  if (method !== 8) throw new Onleesbaar(DAMAGED);
  const stream = new Blob([data]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** Bytes as a state can hold them, which is text. */
const toText = (data) => btoa(Array.from(data, (byte) => String.fromCharCode(byte)).join(""));
