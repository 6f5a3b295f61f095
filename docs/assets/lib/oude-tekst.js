// A text or a file of one route, as they were made before there was one case → that case.
import { casus, factorOf, wijzig } from "./casus.js";
import { isDay } from "./days.js";
import { list } from "./inlezen.js";
import { WEET_NIET } from "./replay.js";

const UITSPRAAK = { bron: ["gezegd", "gezien", "vermoed"], richting: ["helpt", "hindert", "allebei", "weten-we-niet"] };

/** The case that they make of this one; what is held stays as it is until then. */
export function take(form, route, answers, waarden) {
  const before = casus();
  const isKnown = (name, value) => !!form.$(`[name="${name}"][value="${CSS.escape(value)}"]`);
  form.strange = restore(route, answers, Object.entries(waarden), isKnown);
  const made = casus();
  form.state = before;
  return made;
}

// Take over what a text or a file of one route holds, stable word by stable word, as such texts were before there was
// one case; returns the words that are unknown here. isKnown(name, value): whether a field offers this answer
function restore(route, answers, waarden, isKnown) {
  const left = new Map(waarden);
  const strange = [];
  const take = (key) => {
    const value = left.get(key);
    left.delete(key);
    return value;
  };
  const how = list(String(take("hoe-weet-je-dat") ?? ""));
  const bron = how.length === 1 && UITSPRAAK.bron.includes(how[0]) ? how[0] : "";
  for (const vraag of route.vragen) {
    const { id, soort, factoren = [] } = vraag;
    const text = take(`${id}.tekst`);
    if (text !== undefined) answers.say(vraag, String(text));
    for (const factor of factoren) {
      const [given, woorden = ""] = [take(`${id}.${factor}`), take(`${id}.${factor}.reden`)];
      const words = [given ?? []].flat().flatMap(list);
      const of = (key, ...last) => [...last, ...UITSPRAAK[key]].find((one) => words.includes(one)) ?? "";
      if (words.length || woorden)
        answers.tell(vraag, factor, answers.about(factor).length, {
          bron: of("bron", "vermoed"),
          richting: of("richting"),
          woorden,
        });
      const known = [...UITSPRAAK.bron, ...UITSPRAAK.richting, WEET_NIET];
      strange.push(...words.filter((one) => !known.includes(one)).map((one) => `${id}.${factor}: ${one}`));
    }
    const value = take(id);
    if (value === undefined) continue;
    const given = soort === "tekst" ? [] : soort === "datum" ? [String(value).trim()] : [value].flat().flatMap(list);
    const known = given.filter((one) => (soort === "datum" ? isDay(one) : isKnown(id, one)));
    strange.push(...given.filter((one) => one && !known.includes(one)).map((one) => `${id}: ${one}`));
    answers.set(vraag, soort === "tekst" ? String(value) : soort === "datum" ? (known[0] ?? "") : known);
    for (const one of known) if (factorOf(vraag, one)) answers.tell(vraag, factorOf(vraag, one), 0, { bron });
  }
  const points = route.bespreken.filter(({ id }) => take(`bespreken.${id}`) !== undefined);
  wijzig({ bespreken: [...new Set([...casus().bespreken, ...points.map(({ id }) => `${route.id}.${id}`)])] });
  return [...left.keys(), ...strange];
}
