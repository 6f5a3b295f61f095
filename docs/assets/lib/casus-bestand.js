// What a file of a case holds → that case. What is called otherwise now gets its new name; what this edition does not
// know stays, and is named.
// zeg(name): what the page calls something; biedt: what it offers there, «vraag.antwoord», or «vraag.» for any text or day.
import { heel, LEEG } from "./casus.js";
import { isObject } from "./shapes.js";

const SOORTEN = { factoren: "factor", principes: "principe", activiteiten: "activiteit", vergeleken: "activiteit" };
const WOORDEN = ["moment", "gedrag-soort", "doel-van", "verplichting", "ons-deel"]; // a word that a route offers
const VERKENNEN = "verkennen"; // keeps all in the case itself
const NOTHING = ["", "weet-niet"];

/** strange gets the name of all that is unknown. */
export function casusVan(content, zeg, strange) {
  const state = heel(content);
  strange.push(...Object.keys(LEEG).filter((key) => key in content && state[key] !== content[key]));
  strange.push(...Object.keys(content).filter((key) => !(key in LEEG)));
  const now = (soort, id) => {
    const found = zeg(`vervallen:${soort}:${id}`)?.tekst.split(":")[1] ?? id;
    if (!NOTHING.includes(id) && !zeg(`${soort}:${found}`)) strange.push(`${soort} «${id}»`);
    return found;
  };
  for (const [key, soort] of Object.entries(SOORTEN)) state[key] = state[key].map((id) => now(soort, id));
  state.opnieuw = now("factor", state.opnieuw);
  state.uitspraken = state.uitspraken.map((one) => ({ ...one, factor: now("factor", one.factor) }));
  strange.push(...unknown(zeg("velden"), "", Object.fromEntries(WOORDEN.map((key) => [key, state[key]]))));
  for (const [route, answers] of Object.entries(state.antwoorden))
    if (route !== VERKENNEN)
      strange.push(...(unknown(zeg(`route:${route}`), `${route}: `, answers) ?? [`route «${route}»`]));
  strange.push(...state.bespreken.filter((id) => !zeg(`punt:${id}`)).map((id) => `punt «${id}»`));
  return state;
}

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
