// What a file of a case holds → that case. What is called otherwise now gets its new name; what this edition does not
// know stays, and is named.
// zeg(name): what the page calls something; biedt: what it offers there, «vraag.antwoord», or «vraag.» for any text or day.
import { heel, LEEG } from "./casus.js";
import { AFSPRAAK, afgesproken } from "./casus-tekst.js";
import { isObject, isText } from "./shapes.js";

const SOORTEN = {
  "vragen-naar": "factor",
  factoren: "factor",
  principes: "principe",
  activiteiten: "activiteit",
  vergeleken: "activiteit",
};
const WOORDEN = ["moment", "gedrag-soort", "doel-van", "verplichting", "ons-deel"]; // a word that a route offers
const [INZET, SAMEN] = ["inzet-terugblik", "samen-kijken"];
const NOTHING = ["", "weet-niet"];
// of the conversation that is over: it stands with the conversation before, or is asked anew
const VOORBIJ = [...AFSPRAAK, "moment", "vragen-naar", "ervan", "anders", "opnieuw", "bespreken", "tekst"];

/** strange gets the name of all that is unknown. */
export function casusVan(content, zeg, strange) {
  const state = heel(content);
  promised(state);
  strange.push(...Object.keys(LEEG).filter((key) => key in content && state[key] !== content[key]));
  strange.push(...Object.keys(content).filter((key) => !(key in LEEG)));
  const now = (soort, id) => {
    const found = zeg(`vervallen:${soort}:${id}`)?.tekst.split(":")[1] ?? id;
    if (!NOTHING.includes(id) && !zeg(`${soort}:${found}`)) strange.push(`${soort} «${id}»`);
    return found;
  };
  // two of before may be one now
  for (const [key, soort] of Object.entries(SOORTEN)) state[key] = [...new Set(state[key].map((id) => now(soort, id)))];
  state.opnieuw = now("factor", state.opnieuw);
  state.uitspraken = state.uitspraken.map((one) => ({ ...one, factor: now("factor", one.factor) }));
  state.vellen = inForms(state.vellen, now, strange);
  strange.push(...unknown(zeg("velden"), "", Object.fromEntries(WOORDEN.map((key) => [key, state[key]]))));
  for (const [route, answers] of Object.entries(state.antwoorden))
    if (route !== "verkennen")
      // keeps all in the case itself
      strange.push(...(unknown(zeg(`route:${route}`), `${route}: `, answers) ?? [`route «${route}»`]));
  strange.push(...state.bespreken.filter((id) => !zeg(`punt:${id}`)).map((id) => `punt «${id}»`));
  return state;
}

// In a file of before, what was promised stood with what lies with us; then where it was filled in tells it.
function promised(state) {
  const { uit, mee, belofte, "ons-deel-woorden": words } = state;
  if (belofte || !uit["ons-deel-woorden"]?.startsWith?.("plan-kiezen.")) return;
  state.uit = { ...uit, belofte: uit["ons-deel-woorden"], "ons-deel-woorden": "" };
  state.mee = { ...mee, belofte: mee["ons-deel"] ?? true };
  Object.assign(state, { belofte: words, "ons-deel-woorden": "" });
}

// What the forms of a case hold, by the names of now: what was done, and what was looked at together.
function inForms(vellen, now, strange) {
  const { [INZET]: inzet, [SAMEN]: samen, ...others } = vellen;
  strange.push(...Object.keys(others).map((id) => `formulier «${id}»`));
  const named = (soort, id) => (isText(id) ? now(soort, id) : id);
  const row = ({ activiteit, factor, ...own }) => ({
    ...own,
    activiteit: named("activiteit", activiteit),
    factor: named("factor", factor),
  });
  const moment = ({ woorden, ...own }) => ({ ...own, woorden: mapKeys(woorden, (id) => named("factor", id)) });
  return {
    ...vellen,
    ...(isList(inzet?.regels) && { [INZET]: { ...inzet, regels: inzet.regels.map(row) } }),
    ...(isList(samen?.momenten) && { [SAMEN]: { ...samen, momenten: samen.momenten.map(moment) } }),
  };
}

const isList = (value) => Array.isArray(value) && value.every(isObject);
const mapKeys = (found, change) =>
  isObject(found) ? Object.fromEntries(Object.entries(found).map(([key, value]) => [change(key), value])) : found;

// What is answered and not offered; undefined where these are no answers of anything that is known. Of a question that
// is not asked the answer may be a text of somebody's own: it is named without that.
function unknown(place, before, answers) {
  if (!place || !isObject(answers)) return undefined;
  const offered = place.biedt.split(" ");
  return Object.entries(answers).flatMap(([vraag, value]) => {
    if (offered.includes(`${vraag}.`)) return [];
    if (!offered.some((one) => one.startsWith(`${vraag}.`))) return [`antwoord «${before}${vraag}»`];
    const strange = [value].flat().filter((one) => !NOTHING.includes(one) && !offered.includes(`${vraag}.${one}`));
    return strange.map((one) => `antwoord «${before}${vraag}: ${one}»`);
  });
}

/** The case at its next conversation: what was agreed, and may be in the text, is of the one before; the rest stays. */
export function volgende(now) {
  const next = { ...now, uitspraken: now.uitspraken.map((one) => ({ ...one, eerder: true })), mee: { ...now.mee } };
  const along = { ...now };
  for (const key of VOORBIJ) {
    if (now.mee[key] === false) along[key] = "";
    next[key] = LEEG[key];
    delete next.mee[key];
  }
  const vorige = afgesproken(along);
  if (vorige[0]) next.vorige = vorige;
  return next;
}
