// What a form holds, and the same files as somebody else left them → one of both, with what both changed to choose from.
import { make } from "./make.js";
import { alike } from "./yaml.js";

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
