// A route and answers → what is asked, what no longer counts, what there is to discuss. Mirrors, rule by rule,
// leidraad/model/use/replay.py, where the rules are written out. voorFactoren: [id, factors] of every activity on offer.
import { isDay } from "./days.js";

export const WEET_NIET = "weet-niet";
const UNKNOWN = [WEET_NIET];
const VERMOED = ":vermoed";

export function replay(route, answers, voorFactoren) {
  const counted = new Map();
  const vervallen = [];
  // what a kies-uit-eerder or activiteiten question offers
  const aanbod = {};
  const woorden = {};
  const heard = isList(answers.uitspraken) ? answers.uitspraken.filter((one) => one?.constructor === Object) : [];
  for (const vraag of route.vragen) {
    const { id } = vraag;
    const value = answers[id];
    const sources = vraag.uit ? chosenFactors(route, vraag, counted) : null;
    if (!isShown(vraag.toon_als, counted) || sources?.length === 0) {
      if (isAnswered(value) || isAnswered(answers[`${id}.tekst`])) vervallen.push(id);
      continue;
    }
    const offered = candidates(vraag, sources, counted, voorFactoren);
    if (offered) aanbod[id] = offered;
    counted.set(id, isView(vraag) ? seen(vraag, value, heard) : count(vraag, value, offered));
    const other = vraag.anders?.findIndex((toonAls) => isShown(toonAls, counted)) ?? -1;
    if (other >= 0) woorden[id] = other;
    if (offered && isList(value) && value.some((one) => one !== WEET_NIET && !offered.includes(one)))
      vervallen.push(id);
  }
  return {
    gevraagd: [...counted.keys()],
    vervallen,
    bespreken: route.bespreken
      .filter(({ toon_als }) => isShown(toon_als, counted))
      .map(({ id, toon_als }) => ({ id, door: because(toon_als, counted) })),
    antwoorden: Object.fromEntries(counted),
    schermen: [...new Set(route.vragen.filter(({ id }) => counted.has(id)).map(({ scherm }) => scherm))],
    aanbod,
    woorden,
  };
}

const isShown = (toonAls, counted) =>
  (toonAls?.alle ?? []).every((one) => matching(one, counted).length) &&
  !(toonAls?.geen ?? []).some((one) => matching(one, counted).length);

function matching({ vraag, bekend, is }, counted) {
  const given = counted.get(vraag) ?? [];
  if (bekend) return known(given);
  return given.filter((one) => is.includes(one.split(":").at(-1)));
}

function because(toonAls, counted) {
  const led = (toonAls?.alle ?? []).map((one) => [one.vraag, matching(one, counted)]);
  const instead = (toonAls?.geen ?? [])
    .filter(({ vraag }) => counted.has(vraag))
    .map(({ vraag }) => [vraag, counted.get(vraag)]);
  return [...new Map([...led, ...instead].map((pair) => [JSON.stringify(pair), pair])).values()];
}

function candidates({ soort, uit }, sources, counted, voorFactoren) {
  if (soort === "kies-uit-eerder") return [...new Set(known(counted.get(uit) ?? []).map((one) => one.split(":")[0]))];
  if (soort === "activiteiten")
    return voorFactoren?.filter(([, factoren]) => factoren.some((one) => sources.includes(one))).map(([id]) => id);
}

function chosenFactors({ vragen }, { uit }, counted) {
  const by = (id) => vragen.find((vraag) => vraag.id === id);
  const options = by(by(uit).uit)?.opties ?? [];
  return known(counted.get(uit) ?? []).map((one) => options.find(({ id }) => id === one)?.factor ?? one);
}

const isView = ({ soort, uitspraken }) => soort === "wegen" || uitspraken;

function count(vraag, value, offered) {
  const { soort, opties = [] } = vraag;
  if (soort === "tekst") return isAnswered(value) ? ["ingevuld"] : UNKNOWN;
  if (soort === "datum") return isDay(value) ? [value] : UNKNOWN;
  const chosen = ids(value);
  const order = vraag.uit ? offered : opties.map(({ id }) => id);
  const found = (order ? order.filter((one) => chosen.includes(one)) : [...new Set(chosen)]).filter(
    (one) => one !== WEET_NIET,
  );
  return orUnknown(found);
}

// What was heard about its factors, and the options without one that were chosen.
function seen({ soort, factoren, opties }, value, heard) {
  const chosen = ids(value);
  const about = (factor) => heard.filter((one) => one.factor === factor);
  const found =
    soort === "wegen"
      ? factoren.flatMap((factor) => weighed(factor, about(factor)))
      : opties.flatMap(({ id, factor }) => {
          if (!factor) return chosen.includes(id) ? id : [];
          return about(factor).length ? id + (about(factor).some(isSure) ? "" : VERMOED) : [];
        });
  return known(found).length ? found : [...found, WEET_NIET];
}

function weighed(factor, about) {
  const sure = about.filter(isSure);
  const given = [
    ...new Set(sure.map(({ richting }) => richting).filter((one) => /^(helpt|hindert|allebei)$/.test(one))),
  ];
  const richting = given.length > 1 ? "allebei" : (given[0] ?? "genoteerd");
  return [sure.length && `${factor}:${richting}`, sure.length < about.length && factor + VERMOED].filter(Boolean);
}

const isList = Array.isArray;
const isSure = ({ bron }) => bron === "gezegd" || bron === "gezien";
const ids = (value) => (isList(value) ? value.filter((one) => typeof one === "string") : []);
const known = (given) => given.filter((one) => one !== WEET_NIET && !one.endsWith(VERMOED));
const orUnknown = (found) => (found.length ? found : UNKNOWN);

function isAnswered(value) {
  if (typeof value === "string") return /[^ \t\r\n]/.test(value);
  return typeof value === "object" && value !== null && Object.keys(value).length > 0;
}
