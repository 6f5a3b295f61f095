// A municipality's folder ↔ what the form holds: files that somebody chose (a zip, a folder, single files) → rows, and
// the files as they were; what the form holds → its files, what is new in them, and the zip. What cannot be read is
// named with its line, and changes nothing. What the form holds and what somebody else made of it → one of both, with what
// both changed to choose from. {name} in what is said is a sentence that came with the form.
import { Onleesbaar } from "./files.js";
import { make } from "./make.js";
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

/** Files that were opened and that the form does not make: their principle has another name or went, or they are of no kind. */
export function gone({ bestand = [], ...state }, files) {
  const now = new Set(files.map(([name]) => name));
  const taken = Object.values(state).flatMap((rows) => rows.map((row) => row["@van"] ?? ""));
  const was = [...textsIn({ bestand }).keys(), ...taken.filter((van) => van.includes("/"))];
  return [...new Set(was)].filter((name) => !now.has(name));
}

/** What is different in a file, by the names of its fields; nothing where nothing was opened. */
export function changed([name, text], opened, { soorten, label }) {
  const was = opened.get(name);
  if (!opened.size || was === text) return "";
  if (was === undefined) return ": nieuw";
  if (!name.endsWith(".yaml")) return ": veranderd";
  const soort = placedAs(name, soorten);
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
  const all = new Map([...(whole && !opened.has("gemeente.yaml") ? begun : []), ...carried, ...fresh]);
  return [`${whole ? id : `${id}-veranderd`}.zip`, () => zip([...all].map(([name, held]) => [`${id}/${name}`, held]))];
}

// ---- the way back ----

const LARGEST = 5e6; // bytes, of all files together
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
 * slots: the question of each own text; unfinished: the name of the file with what is not finished; blank(kind): an
 * empty row; fits(kind, row): the form can hold it; bestanden: what else a folder begins with; achter: what systems leave.
 */
export async function open(files, { soorten, slots, blank, fits, unfinished, bestanden, achter }) {
  const isSlack = new RegExp(`(^|/)(${achter})(/|$)`, "i");
  const found = within((await unpacked(files)).filter(([name]) => !isSlack.test(name)));
  const isFolder = found.some(([name]) => name.includes("/")); // else a name may be that of a download
  const rows = {};
  const bestand = [];
  const strange = []; // it does not go back
  const wrong = [];
  const add = (kind, row) => (rows[kind] ??= []).push(row);
  for (const [name, data, isLoose] of found) {
    const slot = name.match(/^(?:teksten\/)?([\w-]+)\.md$/)?.[1];
    const keep = (naam, tekst) => bestand.push({ naam, data: "", tekst });
    try {
      if (/\.ya?ml$/i.test(name)) {
        const tekst = decoded(data);
        const { parts } = read(tekst);
        const values = Object.fromEntries(parts.map(({ key, value }) => [key, value]));
        const kind = kindOf(name, values, soorten);
        const { map, bestand: whole } = soorten[kind];
        if (!map && rows[kind]) throw new Onbegrepen(`{tweede} ${whole}`);
        const van = isFolder ? name : map ? `${map}/${values.id || name.replace(/\..*/, "")}.yaml` : whole;
        const held = rowOf(tekst, kind, blank, { parts });
        if (!fits(kind, held)) throw new Onbegrepen("{past_niet}");
        keep(van, tekst);
        add(kind, { ...held, "@van": van });
      } else if (name === unfinished) {
        const tekst = decoded(data);
        keep(name, tekst);
        for (const one of listed(tekst, fits)) add("activiteit", { ...one, "@van": "", "@half": "ja" });
      } else if (slot && Object.hasOwn(slots, slot)) {
        const tekst = decoded(data);
        keep(`teksten/${slot}.md`, tekst);
        // the question of a new folder is no text yet
        if (tekst.trim() !== slots[slot]) (rows.teksten ??= [{}])[0][slot] = tekst.trimEnd();
      } else {
        const naam = isFolder || !/\.(svg|png)$/i.test(name) ? name : `beeld/${name}`;
        if (/^beeld\/[^/]+$/.test(naam) || naam in bestanden) bestand.push({ naam, data: toText(data) });
        else if (isLoose) throw new Onbegrepen("{vreemd}");
        else strange.push({ naam, data: "", tekst: "" });
      }
    } catch (error) {
      if (!(error instanceof Onbegrepen)) throw error;
      wrong.push(`${name}, ${error.message}`);
    }
  }
  if (wrong.length) throw new Onleesbaar(`{onleesbaar} ${wrong.join("; ")}. {niets_veranderd}`);
  if (!bestand.length) throw new Onleesbaar("{geen} {niets_veranderd}");
  return { rows, bestand: [...bestand, ...strange], isWhole: !!rows.gemeente };
}

function decoded(data) {
  try {
    if (!data.includes(0)) return new TextDecoder("utf-8", { fatal: true }).decode(data).replace(/\r\n?/g, "\n");
  } catch {
    // said below
  }
  throw new Onbegrepen("{niet_utf8}");
}

// The activities of a file with those that are not finished.
function listed(tekst, fits) {
  try {
    const { activiteit } = JSON.parse(tekst);
    if (activiteit.every((one) => fits("activiteit", one))) return activiteit;
  } catch {
    // said below
  }
  throw new Onbegrepen("{beschadigd}");
}

const placedAs = (name, soorten) =>
  Object.keys(soorten).find((kind) =>
    name.startsWith(soorten[kind].map ? `${soorten[kind].map}/` : soorten[kind].bestand),
  );

function kindOf(name, values, soorten) {
  const kind = placedAs(name, soorten) ?? SIGNS.find(([, key]) => Object.hasOwn(values, key))?.[0];
  if (!kind) throw new Onbegrepen("{onbekend}");
  return kind;
}

/** The row of one file. */
export function rowOf(tekst, kind, blank, { parts } = read(tekst)) {
  const found = {};
  for (const { key, value, at } of parts) {
    const refuse = (why) => {
      throw new Onbegrepen(`regel ${at + 1}: ${why}`);
    };
    Object.assign(found, row({ [key]: value }, blank(kind), { blank, refuse }));
  }
  return found;
}

// The values of a file by the paths of the form; its explanation is for who edits the file.
function row({ uitleg, ...values }, like, told, before = "", within = "") {
  const found = {};
  for (const [key, value] of Object.entries(values)) {
    const whole = before + key;
    const path = !(whole in like) && `${whole}.tekst` in like && !isObject(value) ? `${whole}.tekst` : whole;
    const isList = Array.isArray(like[path]);
    const hoort = (what) => told.refuse(`${within}bij «${whole}» hoort ${what}`);
    if (!value && isList) found[path] = [];
    else if (path in like && (isObject(value) || Array.isArray(value) !== isList))
      hoort(isList ? "{lijst}" : "{tekst}");
    else if (isObject(value)) Object.assign(found, row(value, like, told, `${path}.`, within));
    else if (Array.isArray(value)) {
      const point = told.blank(path);
      if (isList && value.some((one) => (point ? !isObject(one) : typeof one === "object")))
        hoort(point ? `{sleutels} «${Object.keys(point)[0]}: …»` : "{punten}");
      found[path] = value.map((one, at) =>
        isObject(one) ? row(one, point ?? {}, told, "", `«${whole}», punt ${at + 1}: `) : one,
      );
    } else found[path] = value;
  }
  return found;
}

// ---- the files themselves ----

async function unpacked(files) {
  const found = [];
  let size = 0;
  for (const file of files) {
    if ((size += file.size) > LARGEST) throw new Onleesbaar("{te_groot} {niets_veranderd}");
    const data = new Uint8Array(await file.arrayBuffer());
    const path = file.webkitRelativePath;
    if (!/\.zip$/i.test(file.name)) found.push([path || file.name, data, !path]);
    else
      try {
        found.push(...(await unzip(data)));
      } catch {
        throw new Onleesbaar("{zip} {niets_veranderd}");
      }
  }
  return found;
}

// Names from the folder of the municipality on: that is where gemeente.yaml stands, else what all have in common.
function within(files) {
  const home = files.map(([name]) => name).find((name) => /(^|\/)gemeente\.yaml$/.test(name));
  const root = home?.slice(0, -"gemeente.yaml".length) ?? "";
  const known = /^(?:.*\/)?((?:gedragsprincipes|activiteiten|aanvullingen|teksten|beeld)\/[^/]+)$/;
  return files
    .filter(([name]) => name.startsWith(root))
    .map(([name, ...file]) => [
      home ? name.slice(root.length) : (name.match(known)?.[1] ?? name.split("/").at(-1)),
      ...file,
    ]);
}

async function unzip(data) {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  let end = data.length - 22;
  while (end >= 0 && view.getUint32(end, true) !== 0x06054b50) end--;
  const found = [];
  let total = 0;
  let at = view.getUint32(end + 16, true); // throws where there is no end
  for (let left = view.getUint16(end + 10, true); left--; ) {
    const [packed, size, local] = [20, 24, 42].map((place) => view.getUint32(at + place, true));
    const [method, name, more, said] = [10, 28, 30, 32].map((place) => view.getUint16(at + place, true));
    const title = new TextDecoder().decode(data.subarray(at + 46, at + 46 + name));
    const from = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    const held = data.subarray(from, from + packed);
    if ((total += size) > LARGEST) throw new RangeError();
    if (!title.endsWith("/")) found.push([title.replaceAll("\\", "/"), method ? await inflated(held, method) : held]);
    at += 46 + name + more + said;
  }
  return found;
}

async function inflated(data, method) {
  if (method !== 8) throw new RangeError();
  const stream = new Blob([data]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

// ---- what a form holds, and the same files as somebody else left them ----

const ONE = new Set(["gemeente", "keuze", "teksten", "zoekvraag"]); // one of it in a folder
const isOurs = (key) => key[0] === "@";

/**
 * {state, choices, said}: rows that are the same, or that only one of the two changed since `base`, are settled in
 * state; a choice is [row of state, key, mine, theirs], and stays mine until somebody takes theirs.
 */
export function merge(held, rows, { bestand, loose, blank, base, label }) {
  const state = structuredClone(held);
  const choices = [];
  const told = { nieuw: [], overgenomen: [], gehouden: [] };
  for (const [kind, theirs] of Object.entries(rows)) {
    state[kind] = (state[kind] ?? []).filter((row) => ONE.has(kind) || !alike(values(row), values(blank(kind)), loose));
    for (const other of theirs) {
      const mine = ONE.has(kind) ? state[kind][0] : state[kind].find(({ id }) => id && id === other.id);
      if (!mine) {
        state[kind].push(other);
        told.nieuw.push(`«${other.titel || other.id}»`);
        continue;
      }
      const before = base(kind, mine) ?? undefined;
      for (const key of new Set([...Object.keys(other), ...Object.keys(mine)])) {
        if (isOurs(key) || same(mine, other, key)) continue;
        const name = () => named(kind, mine, label(kind, key));
        // what a file does not name, it does not wipe
        if (other[key] === undefined) told.gehouden.push(name());
        else if (before ? same(mine, before, key) : isEmpty(mine[key])) {
          mine[key] = other[key];
          told.overgenomen.push(name() + (isEmpty(other[key]) ? ", dat nu leeg is" : ""));
        } else if (before ? same(other, before, key) : isEmpty(other[key])) told.gehouden.push(name());
        else choices.push({ kind, row: mine, key, mine: mine[key], theirs: other[key] ?? "" });
      }
      mine["@van"] = other["@van"] || mine["@van"];
    }
  }
  const names = new Set(bestand.map(({ naam }) => naam));
  state.bestand = [...state.bestand.filter(({ naam }) => !names.has(naam)), ...bestand];
  const said = [
    ["Nieuw uit het bestand", told.nieuw],
    ["Overgenomen, want alleen daar veranderd", told.overgenomen],
    ["Gehouden zoals het hier stond", told.gehouden],
  ].flatMap(([what, names]) => (names.length ? [`${what} (${names.length}): ${names.join("; ")}.`] : []));
  return { state, choices, said };

  function same(one, other, key) {
    return alike({ [key]: one[key] ?? "" }, { [key]: other[key] ?? "" }, loose);
  }
}

const values = (row) =>
  Object.fromEntries(Object.entries(row).filter(([key, one]) => !isOurs(key) && one !== "concept"));
const named = (kind, { titel }, name) => (titel && !ONE.has(kind) ? `«${titel}», ${name}` : name);
const isEmpty = (value) => alike({ _: value ?? "" }, { _: "" });

/** The choices as a form shows them. */
export function ask(choices, label) {
  return choices.map(({ kind, row, key, mine, theirs }, at) => {
    const legend = make("legend", {}, named(kind, row, label(kind, key)));
    const option = (value, name, held, checked) => {
      const id = `verschil-${at}-${value}`;
      const box = make("input", { type: "radio", name: `verschil-${at}`, id, value, checked });
      const text = make("span", { className: "verschillen__tekst" }, shown(held) || "(leeg)");
      return make("div", { className: "keuze" }, box, make("label", { htmlFor: id }, `${name}: `, text));
    };
    return make(
      "fieldset",
      {},
      legend,
      option("hier", "Zoals het hier staat", mine, true),
      option("bestand", "Zoals in het bestand", theirs, false),
    );
  });
}

const shown = (value) => {
  if (!Array.isArray(value)) return typeof value === "object" ? Object.values(value).map(shown).join(", ") : value;
  return value.map(shown).join("\n");
};
