// The case → lines in plain sentences, in the order of the text: [{groep, sleutel, tekst, aan, vermoed}]. aan: whether it
// goes along, as somebody said, or else because they wrote or chose it. A suspicion is an open question, and goes along
// only when that one is chosen.
// zeg(name): what the page calls something, {tekst, groep, open}; undefined where this edition does not know it.
import { isNu, isZeker } from "./casus.js";
import { enough, inWords, isWord } from "./days.js";

export const AFSPRAAK = ["stap", "stap-datum", "stap-wie", "belofte", "afspraken", "kijken-op"];
export const GROEPEN = ["begin", "willen", "kunnen", "verder"];

export const regelsVan = (casus, zeg) => new Regels(casus, zeg).alle;

class Regels {
  alle = [];
  #casus;
  #zeg;

  constructor(casus, zeg) {
    this.#casus = casus;
    this.#zeg = zeg;
    this.#begin();
    this.#gezegd();
    this.#gekeken();
    this.alle.sort((one, other) => one.plek - other.plek);
    this.#vorige();
    this.#afwegen();
    this.#plan();
    this.alle.sort((one, other) => GROEPEN.indexOf(one.groep) - GROEPEN.indexOf(other.groep));
  }

  #add(groep, sleutel, tekst, { aan = true, ...more } = {}) {
    const { mee, uit, vervallen } = this.#casus;
    const [route, vraag] = (uit[sleutel] ?? sleutel.replace(/^antwoorden\./, "")).split(".");
    if (tekst && !vervallen[route]?.includes?.(vraag))
      this.alle.push({ groep, sleutel, tekst, aan: mee[sleutel] ?? aan, plek: -1, ...more });
  }

  // with words in place of each «…»
  #zin(name, ...words) {
    return words.reduce((zin, one) => zin?.replace("…", one), this.#zeg(`zin:${name}`)?.tekst);
  }

  #names(soort, key) {
    const titles = this.#casus[key].map((id) => this.#zeg(`${soort}:${id}`)?.tekst).filter(Boolean);
    return titles.map(soort === "factor" ? lower : (title) => (title[0] === "«" ? title : `«${title}»`));
  }

  // «Een zin: eigen woorden.», or either of the two
  #met(groep, sleutel, zin, woorden, anders = this.#zin(sleutel)) {
    this.#add(groep, sleutel, woorden ? under((zin ?? anders).replace(/\.$/, ""), woorden) : zin);
  }

  #words(key) {
    return sentence(this.#casus[key]);
  }

  #begin() {
    const { doel, "doel-van": van, "gedrag-soort": soort } = this.#casus;
    this.#met("begin", "gedrag", this.#zin(`gedrag-soort=${soort}`), this.#words("gedrag"));
    this.#met(
      "begin",
      "doel",
      this.#zin(doel && van === "uiteen" ? "doel-ander" : `doel-van=${van}`), // of two goals, whose the words are
      (!van || van === "ons" ? sentence : quote)(doel),
    );
  }

  #gezegd() {
    this.#casus.uitspraken.forEach((one, index) => {
      const factor = this.#zeg(`factor:${one.factor}`);
      if (!factor) return;
      const { groep, open = [], plek } = factor;
      const over = lower(factor.tekst);
      const sleutel = `uitspraken.${index}`;
      const aan = one.mee ?? isZeker(one);
      if (!isZeker(one))
        return this.#add(groep, sleutel, `${this.#zin("vragen", over)} «${open[0]}»`, {
          vermoed: true,
          aan,
          plek,
        });
      const words = (one.bron === "gezegd" ? quote : sentence)(one.woorden);
      const after = this.#zin(`richting=${one.richting}`);
      const said = words
        ? under(`${this.#zin(one.eerder ? `${one.bron}-eerder` : one.bron)} (over ${over})`, words)
        : this.#zin(`${one.bron}-kort`, over);
      this.#add(groep, sleutel, andThen(said, after), { plek, aan });
    });
  }

  // what was found with Samen kijken
  #gekeken() {
    const { factoren, vellen } = this.#casus;
    // what was about another behaviour names it, and is told where nothing is about that of now
    const other = (one) => (isNu(one, this.#casus) ? "" : under(this.#zin("ander"), quote(one.gedrag)));
    const momenten = (vellen["samen-kijken"]?.momenten ?? []).toSorted((one, two) => !other(one) - !other(two));
    const ids = [...new Set([...factoren, ...momenten.flatMap(({ woorden }) => Object.keys(woorden))])];
    for (const id of ids) {
      const factor = this.#zeg(`factor:${id}`);
      const last = momenten.findLast(({ woorden }) => woorden[id]);
      if (!factor || !last) continue;
      const given = momenten.filter((one) => isWord(one.woorden[id]) && other(one) === other(last));
      const [from, to] = [given[0] ?? last, last].map(({ woorden }) => `«${woorden[id].replaceAll("-", " ")}»`);
      // who does not know, or would rather not say it now, has no word of before put in its place; a wish to say nothing
      // goes along only when that is chosen
      const at = [inWords(last.datum), this.#zeg(`schaal:${id}`)?.tekst];
      const outside = this.#zin(`koos=${last.woorden[id]}`, ...at);
      const over = outside || !enough(given) ? "" : this.#zin(`woord=${from === to ? "zelfde" : "anders"}`, from, to);
      const told = andThen(andThen(outside ?? this.#zin("koos", ...at, to), over), other(last));
      this.#add(factor.groep, `momenten.${id}`, told, { plek: factor.plek, aan: last.woorden[id] !== "zeg-niet" });
    }
    const last = momenten.at(-1) ?? {};
    const { merkt, gezien, anders, hielp } = last;
    for (const [key, text] of Object.entries({ merkt, gezien, anders, hielp, stap: kleineStap(this.#casus) }))
      this.#met("verder", `momenten.${key}`, undefined, text && andThen(sentence(text), other(last)));
  }

  // What was chosen in a route and is no field of the case: from before what was heard, or the rest. Sentences that begin
  // alike are one: «Overwogen: dit; dat.»
  #eigen(eerst) {
    for (const [route, answers] of Object.entries(this.#casus.antwoorden))
      for (const [vraag, value] of Object.entries(answers)) {
        const named = [value].flat().map((one) => this.#zeg(`zin:${route}.${vraag}.${one}`));
        const said = named.filter(Boolean);
        const beginOf = ({ tekst }) => tekst.split(": ")[0];
        for (const begin of new Set(said.map(beginOf))) {
          const ones = said.filter((one) => beginOf(one) === begin);
          const rest = ones.map(({ tekst }) => tekst.slice(begin.length + 2).replace(/\.$/, ""));
          const tekst = ones.length > 1 && rest[0] ? `${begin}: ${rest.join("; ")}.` : ones[0].tekst;
          if ((ones[0].groep === "eerst") === eerst)
            this.#met("verder", `antwoorden.${route}.${vraag}`, tekst, quote(answers[`${vraag}.tekst`]));
        }
      }
  }

  #afwegen() {
    const casus = this.#casus;
    this.#met(
      "verder",
      "verplichting",
      this.#zin(`verplichting=${casus.verplichting}`),
      this.#words("verplichting-woorden"),
    );
    this.#eigen(true);
    const places = casus["ons-deel"].map((one) => this.#zin(`ons-deel=${one}`)).filter(Boolean);
    const ours = places.length ? `${this.#zin("deel")} ${list(places)}.` : undefined;
    this.#met("verder", "ons-deel", ours, this.#words("ons-deel-woorden"));
    this.#chosen("vragen-naar", this.#names("factor", "vragen-naar"));
    this.#chosen("factoren", this.#names("factor", "factoren"), `factoren=${casus.uit.factoren}`);
    const principes = this.#names("principe", "principes");
    const many = principes.length > 1 ? "=meer" : "";
    const weighed = principes.length ? `${this.#zin(`principes${many}`)} ${list(principes)}.` : undefined;
    this.#met("verder", "principe", weighed, this.#words("principe"));
    this.#eigen(false);
  }

  // zin: what it is called at the question where it was chosen
  #chosen(key, names, zin) {
    if (names.length) this.#add("verder", key, `${this.#zin(zin) ?? this.#zin(key)} ${list(names)}.`);
  }

  #plan() {
    const casus = this.#casus;
    const chosen = this.#names("activiteit", "activiteiten");
    this.#chosen("activiteiten", chosen);
    this.#chosen(
      "vergeleken",
      this.#names("activiteit", "vergeleken").filter((one) => !chosen.includes(one)),
    );
    this.#own("reden", "stap", "stap-datum", "stap-wie", "belofte");
    this.#inzet(casus.vellen["inzet-terugblik"] ?? {});
    this.#own("afspraken", "kijken-op", "laten-liggen", "doorgeven");
  }

  // What was done and what changed after it, with how that is known and what else there may have been.
  #inzet({ los = {}, regels = [] }) {
    for (const { activiteit, factor, vaak, richting, weten, leerde } of regels) {
      const { tekst } = this.#zeg(`activiteit:${activiteit}`) ?? {};
      const own = Object.entries({ weten, leerde }).filter(([, words]) => words);
      const chosen = [vaak, richting]
        .map((one, at) => one && this.#zin(`${at ? "inzet" : "vaak"}=${one}`))
        .filter(Boolean);
      // what came from the plan and was left as it came was not said to be done
      if (!tekst || (this.#casus.activiteiten.includes(activiteit) && !chosen[0] && !own[0])) continue;
      const voor = this.#zeg(`factor:${factor}`)?.tekst;
      const first = `Ingezet: «${tekst}»${voor ? `, voor ${lower(voor)}` : ""}.`;
      const told = own.map(([key, words]) => `${this.#zin(`inzet.${key}`)}: ${sentence(flat(words))}`);
      this.#add("verder", `inzet.${activiteit}`, [first, ...chosen, ...told].join(" "));
    }
    this.#met("verder", "inzet.anders", undefined, sentence(los.anders));
  }

  // the conversation before, and what is to be seen of it now
  #vorige() {
    const { vorige, opnieuw } = this.#casus;
    this.#met("verder", "vorige", undefined, inOne(vorige));
    this.#own("ervan", "anders");
    const again = this.#zeg(`factor:${opnieuw}`)?.tekst;
    this.#add("verder", "opnieuw", again && `${this.#zin("opnieuw")} ${lower(again)}.`);
  }

  // a sentence with a place for a day says it there
  #own(...keys) {
    for (const key of keys) {
      const own = this.#casus[key];
      if (this.#zin(key).includes("…")) this.#add("verder", key, own && this.#zin(key, inWords(own)));
      else this.#met("verder", key, undefined, sentence(own));
    }
  }
}

/** The small step of the last moment of Samen kijken, where that is not the first step, or agreed before. */
export function kleineStap({ vellen, vorige, stap }) {
  const small = vellen["samen-kijken"]?.momenten?.at(-1)?.stap ?? "";
  return [stap, ...vorige].some((one) => flat(one).toLowerCase() === flat(small).toLowerCase()) ? "" : small;
}

/** What was agreed, a line each: the first step with who and when, the small one, who does what else, the rest, and the day
 * to look together. */
export function afgesproken(casus) {
  const { stap, "stap-wie": wie, "stap-datum": dag, belofte, afspraken, "kijken-op": kijken } = casus;
  const when = [flat(wie), dag && inWords(dag)].filter(Boolean).join(", ");
  const first = flat(stap).replace(/\.$/, "") || (when && "de eerste stap");
  const small = casus.mee["momenten.stap"] === false ? "" : kleineStap(casus);
  const all = [
    when ? `${first} (${when})` : first,
    ...[small, belofte, afspraken].flatMap(lines).flatMap(lines), // each line alone
    kijken && `samen kijken op ${inWords(kijken)}`,
  ];
  return all.filter(Boolean).map(upper);
}

/** Own words after what they are; more than one line is a list below it, or a quotation. */
export const under = (said, words) =>
  words.includes("\n") ? `${said}:\n${words.replace(/^(?!- )/gm, words[0] === "«" ? "" : "- ")}` : `${said}: ${words}`;

const andThen = (said, more) => [said, more].filter(Boolean).join(said.includes("\n") ? "\n" : " ");

/** What somebody typed or pasted, as its lines: no blank ones, and one sign for what is a list; −5 and *this* are none. */
export function lines(text = "") {
  const kept = text
    .split("\n")
    .map((line) =>
      line
        .replace(/^\s*o\t/, "•") // a point within a point, as Word gives it
        .replace(/\s+/g, " ")
        .trim()
        .replace(/^(?:(?:[•·▪◦‣●○■]|[-–—](?!\d)|\*(?!.*\*))\s*)+/, "- "),
    )
    .filter((line) => line !== "- " && line);
  return kept.length > 1 ? kept : kept.map((line) => line.replace(/^- /, ""));
}

/** In one line, where there is no room for more. */
export function flat(text) {
  const all = lines(text);
  return all.length > 1 ? inOne(all.map(upper)) : all.join("");
}

/** Sentences after each other. */
export const inOne = (all) => all.map((one) => sentence(one).replace(/\)$/, ").")).join(" ");

const upper = (text) => text[0].toUpperCase() + text.slice(1);
const lower = (text) => text[0].toLowerCase() + text.slice(1);
const list = (words) => [words.slice(0, -1).join(", "), words.at(-1)].filter(Boolean).join(" en ");

/** One sentence has a full stop, where it has no end of its own; lines are as they were typed. */
export const sentence = (text) =>
  lines(text)
    .join("\n")
    .replace(/^.*(?:\p{L}\p{M}*|[\p{N}%€])[»"”’']?$/u, "$&.");

/** With a capital too; nothing of nothing. */
export function asLine(text) {
  const said = sentence(text);
  return said && upper(said);
}

/** Between quotation marks, that somebody may have typed already; not where some are within: then only a part was said. */
export function quote(text) {
  const bare = lines(text)
    .join("\n")
    .replace(/^(?:[«»"“„]([^«»"“”„]*)[«»"”“]|['‘]((?!.*['’](?!\p{L})..*).*)['’])$/su, "$1$2");
  return !bare || /[«»"“”„]/.test(bare) ? sentence(bare) : `«${bare}»${sentence(bare) === bare ? "" : "."}`;
}
