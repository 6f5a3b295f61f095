// What the form holds → the files of a municipality's folder, what is new in them, and the zip. map-openen.js is the
// way back.
import { alike, block, nested, read, renewed } from "./yaml.js";
import { zip } from "./zip.js";

// Bytes that a state can hold, which is text.
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
