// A municipality's folder ↔ what the form holds: files that somebody chose (a zip, a folder, single files) → rows, and
// the files as they were; what the form holds → its files, what is new in them, and the zip. What cannot be read is
// named with its line, and changes nothing.
import { Onleesbaar } from "./files.js";
import { isObject } from "./shapes.js";
import { alike, block, nested, Onbegrepen, read, renewed } from "./yaml.js";
import { zip } from "./zip.js";

// Bytes that a state can hold, which is text.
export const toText = (data) => btoa(Array.from(data, (byte) => String.fromCharCode(byte)).join(""));
export const toBytes = (text) => Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));

/** The texts of the files that were opened, as they were. */
export const textsIn = ({ bestand = [] }) =>
  new Map(bestand.flatMap(({ naam, tekst }) => (tekst === undefined ? [] : [[naam, tekst]])));

// A new file: its explanation, then every key in order. Of one that was opened, only what changed is written anew.
function text(row, kop, was, loose) {
  const { id, ...rest } = nested(Object.fromEntries(Object.entries(row).filter(([key]) => key[0] !== "@")));
  const values = id === undefined ? rest : { id, ...rest };
  if (was !== undefined) return renewed(was, values, loose);
  return [...(kop.length ? ["uitleg: |", ...kop.map((line) => line && `  ${line}`)] : []), ...block(values), ""].join(
    "\n",
  );
}

/**
 * [name, text] of every file that the form makes; one with nothing in it is none, unless it was there.
 * soorten: what the build says of each kind of file; isOpen(row): it is not finished; unfinished: the file for those.
 */
export function made({ bestand = [], teksten: [slots] = [{}], ...state }, { soorten, isOpen, unfinished, loose }) {
  const was = (name) => bestand.find(({ naam }) => naam === name && name);
  const files = Object.entries(soorten).flatMap(([soort, { map, bestand: whole, kop }]) =>
    (state[soort] ?? [])
      .filter((row) => !isOpen(row))
      .filter((row) => soort === "gemeente" || map || row["@van"] || !alike(nested(row), ""))
      .map((row) => [map ? `${map}/${row.id}.yaml` : whole, text(row, kop, was(row["@van"])?.tekst, loose)]),
  );
  const written = Object.entries(slots)
    .filter(([slot, held]) => slot[0] !== "@" && held.trim())
    .map(([slot, held]) => [`teksten/${slot}.md`, held.trimEnd()])
    .map(([name, held]) => {
      const { tekst } = bestand.find(({ naam }) => naam === name) ?? {};
      return [name, tekst?.trimEnd() === held ? tekst : `${held}\n`];
    });
  const open = (state.activiteit ?? []).filter(isOpen).map(({ "@van": van, ...row }) => row);
  const left = open.length ? [[unfinished, `${JSON.stringify({ activiteit: open }, null, 2)}\n`]] : [];
  return [...files, ...written, ...left];
}

/** Files that were opened and that the form makes no more: their principle has another name, or went. */
export function gone({ bestand = [] }, files) {
  const now = new Set(files.map(([name]) => name));
  return bestand.filter(({ naam, tekst }) => tekst !== undefined && !now.has(naam)).map(({ naam }) => naam);
}

/** What is different in a file, by the names of its fields; nothing where nothing was opened. */
export function changed([name, text], opened, { soorten, label }) {
  const was = opened.get(name);
  if (!opened.size || was === text) return "";
  if (was === undefined) return ": nieuw";
  if (!name.endsWith(".yaml")) return ": veranderd";
  const [soort] = Object.entries(soorten).find(([, { map, bestand }]) =>
    map ? name.startsWith(`${map}/`) : bestand === name,
  );
  const [before, now] = [was, text].map((held) => new Map(read(held).parts.map(({ key, value }) => [key, value])));
  const keys = [...new Set([...before.keys(), ...now.keys()])].filter(
    (key) => !alike(before.get(key) ?? "", now.get(key) ?? ""),
  );
  return `: veranderd bij ${keys.map((key) => `«${label(soort, key)}»`).join(", ")}`;
}

/** [name, what makes it] of the whole folder, as `leidraad new` makes it, or only of what stands in this form. */
export function zipped({ bestand = [], gemeente }, files, empty, whole) {
  const [{ id, naam }] = gemeente;
  const begun = Object.entries(empty).map(([name, held]) => [
    name,
    held.replaceAll("uw-gemeente", id).replaceAll("Uw gemeente", () => naam),
  ]);
  const opened = textsIn({ bestand });
  const kept = bestand.filter(({ tekst, nieuw }) => tekst === undefined && (whole || !opened.size || nieuw));
  const fresh = whole ? files : files.filter(([name, held]) => opened.get(name) !== held);
  const carried = kept.map(({ naam: name, data }) => [name, toBytes(data)]);
  const all = new Map([...(whole && !opened.size ? begun : []), ...carried, ...fresh]);
  return [`${whole ? id : `${id}-veranderd`}.zip`, () => zip([...all].map(([name, held]) => [`${id}/${name}`, held]))];
}

// ---- the way back ----

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
