// The one case that is thought about in this tab, as one plain object: every route and form reads and changes it here,
// and the document hears «casus». What this edition does not know of it stays in it.
import { isObject, isText } from "./shapes.js";
import { read, write } from "./storage.js";

const KEY = "leidraad.casus";

// All there is to a case. A text or one stable word is "", a list is []; a statement is {factor, bron, richting, woorden}.
// antwoorden: per route what is no field of the case; vellen: per form the same; mee: what goes along, or does not;
// vorige: what was agreed in the conversation before (a statement of then is eerder); ervan: what came of that; opnieuw: the factor to look at again.
// tekst: {van, is} where somebody changed the text; uit: where a field was filled in; vervallen: per route
// the questions whose answer counts no longer; op: the last time of any input.
export const LEEG = {
  versie: 1,
  moment: "",
  gedrag: "",
  "gedrag-soort": "",
  uitspraken: [],
  doel: "",
  "doel-van": "",
  verplichting: "",
  "verplichting-woorden": "",
  "ons-deel": [],
  "ons-deel-woorden": "",
  belofte: "",
  "vragen-naar": [],
  factoren: [],
  principes: [],
  principe: "",
  vergeleken: [],
  activiteiten: [],
  reden: "",
  stap: "",
  "stap-datum": "",
  "stap-wie": "",
  "kijken-op": "",
  afspraken: "",
  "laten-liggen": "",
  doorgeven: "",
  vorige: [],
  ervan: "",
  anders: "",
  opnieuw: "",
  leerpunt: "",
  bespreken: [],
  antwoorden: {},
  vellen: {},
  mee: {},
  tekst: {},
  uit: {},
  vervallen: {},
  op: 0,
};

let kept;
let whole;

/** The whole case, the same object until it changes; a field that is damaged is empty. */
export function casus() {
  const now = read(KEY);
  if (!whole || now !== kept) [kept, whole] = [now, heel(now)];
  return whole;
}

export function wijzig(velden) {
  write(KEY, { ...casus(), ...velden, op: Date.now() });
  // where nothing else is, what it is about itself says nothing
  const isNew = ([key, value]) =>
    /^(op|uit|vervallen)$/.test(key) || JSON.stringify(value) === JSON.stringify(LEEG[key]);
  if (Object.entries(casus()).every(isNew)) write(KEY);
  document.dispatchEvent(new Event("casus"));
}

/** Nothing is left of it, in no route and no form. */
export function begin() {
  write(KEY, undefined);
  document.dispatchEvent(new Event("casus"));
}

/** Keep when somebody last did something here, for the next page. */
export function rust(op) {
  if (!isLeeg() && op > casus().op) write(KEY, { ...casus(), op });
}

export const isLeeg = () => read(KEY) === undefined;

/** Said or seen: what nobody says how it is known, is suspected. */
export const isZeker = ({ bron }) => bron === "gezegd" || bron === "gezien";

/** A moment is about the behaviour of then; of one of before it is not known which, and it counts as that of now. */
export const isNu = (moment, { gedrag } = casus()) => (moment.gedrag || gedrag) === gedrag;

/** The factor that an option of a question stands for. */
export const factorOf = ({ opties = [] }, id) => opties.find((optie) => optie.id === id)?.factor;

/** What has a value, as pairs. */
export const filled = (values) => Object.entries(values).filter(([, value]) => value);

export const isUitspraak = (one) => isObject(one) && UITSPRAAK.every((key) => isText(one[key]));
const UITSPRAAK = ["factor", "bron", "richting", "woorden"];

/** What is no case becomes one: with every field, each of its own kind. */
export function heel(raw) {
  const found = isObject(raw) ? raw : {};
  const fits = (key) =>
    !(key in LEEG) ||
    (Array.isArray(LEEG[key])
      ? Array.isArray(found[key]) && found[key].every(key === "uitspraken" ? isUitspraak : isText)
      : isObject(LEEG[key])
        ? isObject(found[key])
        : typeof found[key] === typeof LEEG[key]);
  const sound = Object.entries(found).filter(([key]) => fits(key));
  const full = (value) => (Array.isArray(value) && value.includes("") ? value.filter(Boolean) : value);
  return {
    ...LEEG,
    ...Object.fromEntries(sound.map(([key, value]) => [key, full(value)])),
  };
}

// ---- a route and the case ----

/** The answers to a route's questions that the case holds, as replay takes them; old names are read as the new ones. */
export function answersOf(route, van = casus()) {
  const own = van.antwoorden[route.id] ?? {};
  const answers = { ...own, uitspraken: van.uitspraken };
  for (const vraag of route.vragen) {
    const { id, soort, casus: veld, heette = [], tekstveld, zegt } = vraag;
    const value = veld ? van[veld] : [id, ...heette].map((name) => own[name]).find((one) => one !== undefined);
    if (value !== undefined)
      answers[id] =
        soort === "tekst" || soort === "datum" ? value : [value].flat().filter(Boolean).map(optionOf(route, vraag));
    if (isText(tekstveld)) answers[`${id}.tekst`] = van[tekstveld];
    // who wrote the sentence has answered that there is one
    if (zegt && answers[`${id}.tekst`] && !answers[id]?.length) answers[id] = [zegt];
  }
  return answers;
}

// the option that a word of the case, or an older id, stands for; the word itself where there is none
const optionOf = (route, vraag) => (one) =>
  optionsOf(route, vraag).find((optie) => wordOf(vraag, optie) === one || optie.heette?.includes(one))?.id ?? one;

const optionsOf = ({ vragen }, { uit, opties }) => opties ?? vragen.find(({ id }) => id === uit)?.opties ?? [];

// what an option is called in the case; with its route it keeps its id
const wordOf = ({ casus: veld }, { id, casus: word, factor }) => (veld ? (word ?? factor ?? id) : id);

/** Keep an answer where it belongs: in the case, or with this route. */
export function put(route, vraag, value) {
  const { id, casus: veld } = vraag;
  const now = casus();
  if (!veld)
    return wijzig({ antwoorden: { ...now.antwoorden, [route.id]: { ...now.antwoorden[route.id], [id]: value } } });
  const uit = { ...now.uit, [veld]: `${route.id}.${id}` };
  if (isText(value)) return wijzig({ [veld]: value, uit });
  const options = optionsOf(route, vraag);
  const words = options.map((optie) => wordOf(vraag, optie));
  const given = value.map((one) => words[options.findIndex(({ id }) => id === one)] ?? one);
  if (!Array.isArray(LEEG[veld])) return wijzig({ [veld]: given[0] ?? "", uit });
  // what another route offers, and this one does not, stays
  const others = words.length ? now[veld].filter((one) => !words.includes(one)) : [];
  wijzig({ [veld]: [...new Set([...others.filter((one) => one !== "weet-niet"), ...given])], uit });
}
