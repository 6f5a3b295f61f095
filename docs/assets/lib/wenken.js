// What `leidraad check` would give as a hint, of the rows of the form: the same words, found by the same patterns.

import { blocks, inline } from "./opmaak.js";

// A letter is one in every language, and so is the edge of a word.
const EDGE = "(?:(?<=[\\p{L}\\p{N}_])(?![\\p{L}\\p{N}_])|(?<![\\p{L}\\p{N}_])(?=[\\p{L}\\p{N}_]))";
const pattern = ([source, flags]) => new RegExp(source.replaceAll("\\b", EDGE), flags);
const WORD = /[\p{L}\p{N}_]/u;

// A text as a message quotes it: short, on one line.
function quoted(text) {
  const line = [
    ...text
      .replace(/[\p{C}\p{Z}]/gu, " ")
      .trim()
      .replace(/ +/g, " "),
  ];
  return `«${line.length <= 60 ? line.join("") : `${line.slice(0, 59).join("")}…`}»`;
}

// How many kB bytes are that are held as text, rounded up.
const weightOf = (data) => Math.ceil(atob(data).length / 1000);

const filled = (template, values) => {
  let at = 0;
  return template.replace(/\{\}/g, () => values[at++]);
};
const isGiven = (value) => (Array.isArray(value) ? value.length > 0 : !!value?.trim());

/** [{kind, row, key, text, check}] of a state; `row` is the row it is about, `key` the field. */
export function hints(state, rules, { today, isReady }) {
  const found = [];
  const [gemeente] = state.gemeente;
  const say = (kind, row, key, name, ...values) => {
    const [template, check] = rules.zegt[name];
    found.push({ kind, row, key, text: filled(template, values), check });
  };
  const finds = Object.fromEntries(Object.entries(rules.vindt).map(([name, held]) => [name, pattern(held)]));
  const saysItself = gemeente.soort !== "uit-publicatie";
  const inForce = state.gedragsprincipe.filter(({ status }) => status !== "vervallen");
  ofGemeente(gemeente, state, say, { saysItself, today, heavy: rules.zwaar });
  if (saysItself) {
    const number = inForce.length;
    if (rules.aantal[number] !== null)
      found.push({
        kind: "gedragsprincipe",
        check: rules.zegt.aantal[1],
        text: rules.aantal[number] ?? filled(rules.zegt.aantal[0], [number]),
      });
    const named = new Set(inForce.flatMap(({ spanning_met }) => spanning_met.map(({ principe }) => principe)));
    for (const row of inForce) ofPrincipe(row, named, (...more) => say("gedragsprincipe", row, ...more));
  }
  for (const row of state.gedragsprincipe) {
    if (row.herzien_voor && row.herzien_voor < today)
      say("gedragsprincipe", row, "herzien_voor", "herzien", row.herzien_voor);
    if (row.op > today) say("gedragsprincipe", row, "op", "op_komt", row.op);
    if (saysItself && row.status === "vervallen" && !(row.op && isGiven(row.status_toelichting)))
      say("gedragsprincipe", row, "status", "vervallen");
  }
  for (const one of textsOf(state, rules, isReady)) ofText(one, rules, finds, gemeente, say);
  return found;
}

function ofGemeente(row, { bestand = [], teksten: [slots] = [{}] }, say, { saysItself, today, heavy }) {
  if (!isGiven(row.adres)) say("gemeente", row, "adres", "adres");
  else if (row.adres.replace(/\/+$/, "").endsWith(`/${row.id}`)) say("gemeente", row, "adres", "dubbel", row.id);
  if (!isGiven(row.contact) && saysItself) say("gemeente", row, "contact", "contact");
  if (row.datum > today) say("gemeente", row, "datum", "komt", row.datum);
  const day = row.wet_herzien_voor;
  if (isGiven(slots.wet) && !day) say("teksten", slots, "wet", "wet");
  else if (isGiven(slots.wet) && day < today) say("gemeente", row, "wet_herzien_voor", "wet_voorbij", day);
  const logo = row["stijl.logo"];
  const pictures = bestand.filter(({ naam }) => naam.startsWith("beeld/")).map(({ naam }) => naam.slice(6));
  const { data } = bestand.find(({ naam }) => naam === `beeld/${logo}`) ?? {};
  const weight = data ? weightOf(data) : 0;
  if (weight > heavy) say("gemeente", row, "stijl.logo", "zwaar", quoted(logo), weight);
  for (const name of pictures)
    if (name !== logo && (!logo || pictures.includes(logo)))
      say("beeld", row, "stijl.logo", /\.(svg|png)$/.test(name) ? "noem" : "ander", quoted(name));
}

function ofPrincipe(row, named, say) {
  const missing = (keys, of = (key) => row[key]) => keys.filter((key) => !isGiven(of(key))).join(",");
  const examples = missing(["betekent_wel", "betekent_niet"]);
  if (examples) say(examples.split(",")[0], examples);
  const grounds = missing(["praktijk", "wetenschap", "client"], (key) => row[`onderbouwing.${key}.tekst`]);
  if (grounds) say(`onderbouwing.${grounds.split(",")[0]}.tekst`, grounds);
  if (!row.spanning_met.length && !named.has(row.id)) say("spanning_met", "spanning");
  if (!row.getoetst_met.some(({ groep }) => groep === "inwoners")) say("getoetst_met", "inwoners");
  if (row.status === "vastgesteld" && missing(["door", "op"])) say("status", "vastgesteld");
  if (row.titel.trimEnd().endsWith("?")) say("titel", "vraag");
}

// Every text for a reader: in a field, a point of a list, a row within a row, a text of its own.
function* textsOf(state, rules, isReady) {
  for (const [kind, paths] of Object.entries(rules.teksten))
    for (const row of state[kind] ?? [])
      if (isReady(row))
        for (const [rows, key] of paths)
          for (const held of rows ? (row[rows] ?? []) : [row]) {
            const values = Array.isArray(held[key]) ? held[key] : [held[key] ?? ""];
            for (const text of values)
              if (text.trim())
                yield { kind, row, key: rows || key, path: key, text, isPoint: Array.isArray(held[key]) };
          }
  for (const row of state.teksten ?? [])
    for (const [slot, text] of Object.entries(row))
      if (slot[0] !== "@" && typeof text === "string" && text.trim())
        yield { kind: "teksten", row, key: slot, path: slot, text, isOwn: true };
}

function ofText(one, rules, finds, gemeente, sayOf) {
  const { kind, row, key, path, text } = one;
  const say = (...more) => sayOf(kind, row, key, ...more);
  quotes(one, rules, finds, say);
  ownWord(one, rules, finds, gemeente, say);
  if (key === "open_vragen" && text.includes("?")) {
    const first = text
      .slice(0, text.indexOf("?") + 1)
      .split(/(?<=[.!?])\s+/)
      .at(-1);
    if (!finds.vraagt.test(first)) say("gesloten", first);
  }
  searched(text, finds, say);
  const open = text.match(finds.open);
  if (open) say("open", quoted(open[0]));
  markup(one, finds, say);
  if (one.isOwn || kind === "gemeente") return;
  const limit = rules.grens[path.split(".").some((step) => rules.inwoner.includes(step)) ? 1 : 0];
  const sentences = text.replace(new RegExp(finds.afkorting, "gu"), "$1").split(finds.einde);
  for (const sentence of sentences) {
    const words = sentence.split(/\s+/).filter((part) => WORD.test(part)).length;
    if (words > limit) say("zin", words, limit, sentence.trim().split(/\s+/).slice(0, 4).join(" "));
  }
}

function quotes({ text, isPoint, isOwn }, { aanhaling: [open, closed] }, finds, say) {
  if (isOwn) return;
  const [begins, ends] = [open.includes(text[0]), closed.includes(text.at(-1))];
  const whole = text.match(finds.enkel);
  if ((begins && ends) || whole?.[0] === text) say("om", quoted(text.slice(1, -1)));
  else if (isPoint && begins !== ends && ![...text.slice(1, -1)].some((sign) => (open + closed).includes(sign)))
    say("afgebroken");
}

function ownWord({ kind, path, text }, { zoekwoorden }, finds, gemeente, say) {
  if (path.split(".").some((step) => zoekwoorden.includes(step))) return;
  const { "woorden.inwoner.enkelvoud": one, "woorden.inwoner.meervoud": more } = gemeente;
  const found = text.match(finds.woord)?.[0];
  if (!found || one === "inwoner") return;
  const word = found.toLowerCase().endsWith("s") ? more : one;
  if (word !== found.toLowerCase()) say("woord", found, word);
  else if (kind === "gemeente" && path.startsWith("woorden.")) say("woord_hier", one, word);
}

function searched(text, finds, say) {
  const nobody = text.match(finds.niemand);
  if (nobody) return say("niet_onderzocht", nobody[0]);
  const found = text.trim().replace(/\s+/g, " ").match(finds.zegt_niet);
  if (found && !finds.verteld.test(text)) say("niet_verteld", found[0]);
}

// What of a text stands between its marks, with the stars that make nothing of it.
const runs = (found) =>
  found.flatMap(({ text, items }) =>
    items ? items.flatMap(runs) : inline(text).flatMap((part) => (part.text === undefined ? [] : [part.text])),
  );

function markup({ text, isPoint }, finds, say) {
  const [entity] = text.match(finds.entiteit) ?? [];
  if (entity) {
    const sign = new DOMParser().parseFromString(entity, "text/html").documentElement.textContent;
    if (sign !== entity && !/[\p{C}\p{Z}]/u.test(sign.replaceAll(" ", "")))
      say("entiteit", quoted(entity), quoted(sign));
  }
  const before = text.match(finds.ervoor);
  if (before) say("ervoor", quoted([...text.slice(before.index + before[0].length)][0]));
  if (text.includes("*") && runs(blocks(text)).some((run) => finds.ster.test(run))) say("ster");
  const sign = text.match(isPoint ? finds.punt : finds.regel)?.[0].trim();
  if (sign) say(isPoint ? "punt" : "regel", quoted(sign));
}
