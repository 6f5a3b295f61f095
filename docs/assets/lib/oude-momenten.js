// A text or a file that an earlier edition made of Samen kijken → its state. It comes when somebody reads one in; the form
// takes these methods over.
import { isDay } from "./days.js";
import { list } from "./inlezen.js";
import { hasShape, isText } from "./shapes.js";

// what somebody writes in a moment: what is empty in a new one
const freeOf = (blank, get) =>
  Object.fromEntries(Object.keys(blank).flatMap((name) => (blank[name] === "" ? [[name, get(name)]] : [])));

export const lezen = {
  isSound(state) {
    if (!hasShape(state, { gedrag: String, factoren: Array, momenten: Array })) return false;
    const moments = [...state.momenten, ...(state.bezig ? [state.bezig] : [])];
    const shape = { ...freeOf(this.leeg.bezig, () => String), datum: String, woorden: Object, gebeurd: Array };
    // a moment of before has nothing of where it is seen otherwise, nor the behaviour it was about
    const isMoment = (moment) =>
      hasShape({ anders: "", gedrag: "", ...moment }, shape) &&
      [...Object.values(moment.woorden), ...moment.gebeurd].every(isText);
    return state.factoren.every(isText) && moments.every(isMoment);
  },

  // A factor, a word, an event or a day that does not exist here is named, and left out.
  take(state) {
    const { gedrag, momenten, bezig } = state;
    this.nameKeys("", state, this.leeg);
    const factoren = this.known("factoren", state.factoren, (id) => this.scale(id));
    const moments = momenten.map((moment, index) => taken(this, moment, index + 1));
    const busy = bezig ? taken(this, bezig, "nu") : moments.length ? null : this.leeg.bezig;
    return { gedrag, factoren, momenten: moments, bezig: busy };
  },

  restore(waarden) {
    const blank = this.leeg.bezig;
    const of = (key) => list(waarden.get(key) ?? "");
    const momenten = [];
    for (let nr = 1; waarden.has(`${nr}.datum`); nr++) {
      const words = [...waarden]
        .filter(([key]) => key.startsWith(`${nr}.woord.`))
        .map(([key, word]) => [key.split(".")[2], list(word)[0] ?? word]);
      momenten.push({
        datum: of(`${nr}.datum`)[0] ?? "",
        woorden: Object.fromEntries(words),
        gebeurd: of(`${nr}.gebeurd`),
        ...freeOf(blank, (name) => waarden.get(`${nr}.${name}`) ?? ""),
      });
    }
    const parts = ["woord", ...Object.keys(blank)];
    const isUsed = (nr, part) =>
      part ? nr <= momenten.length && parts.includes(part) : ["gedrag", "factoren"].includes(nr);
    this.strange = [...waarden.keys()].filter((key) => !isUsed(...key.split(".")));
    return {
      gedrag: waarden.get("gedrag") ?? "",
      factoren: of("factoren"),
      momenten,
      bezig: momenten.length ? null : blank,
    };
  },
};

function taken(form, moment, nr) {
  const { datum, woorden, gebeurd } = moment;
  const exists = ([id, word]) =>
    form.known(`${nr}.woord.${id}`, [word], () => form.scale(id) && form.field(`woord.${id}`, word)).length;
  form.nameKeys(`${nr}.`, moment, { ...form.leeg.bezig, nr });
  return {
    ...moment,
    datum: form.known(`${nr}.datum`, [datum], isDay)[0] ?? "",
    woorden: Object.fromEntries(Object.entries(woorden).filter(exists)),
    gebeurd: form.known(`${nr}.gebeurd`, gebeurd, (id) => form.field("gebeurd", id)),
  };
}
