// What a filled in route needs: how a fault is said, the hints at a field, what covers the case, and the end of the
// route, with the answers to look over and what there is to discuss at what was chosen.
import "./dekking.js";
import "./vrij-veld.js";
import { set } from "../gids-stappen/gids-stappen.js";
import { casus, factorOf, filled, isZeker, wijzig } from "./casus.js";
import { inWords, today } from "./days.js";
import { refuse } from "./fouten.js";
import { make } from "./make.js";
import { WEET_NIET } from "./replay.js";

const quoted = (words) => (/[«»"“”„]/.test(words) ? words.trim() : `«${words.trim()}»`); // once, also where somebody typed them
const UNKNOWN = "Dat weten we nog niet";

export class Uitkomst {
  #form;
  #route;
  #answers;
  #velden;

  constructor(...all) {
    [this.#form, this.#route, this.#answers, this.#velden] = all;
  }

  // ---- what is wrong at a question ----

  refuse({ id, soort, hoogstens }) {
    refuse(this.#form, [
      soort === "datum"
        ? (this.#yearFor(id) ?? [this.#velden.find(`${id}.dag`), this.#form.words.geenDag])
        : [this.#velden.named(id).find(({ checked }) => checked), `Kies er hoogstens ${hoogstens}.`],
    ]);
  }

  // A day without a year is the next such day, which is shown before it counts.
  #yearFor(id) {
    const year = this.#velden.find(`${id}.jaar`);
    if (year.value.trim()) return undefined;
    const now = Number(today().slice(0, 4));
    for (year.value of [now, now + 1])
      if (this.#velden.valueOf({ id, soort: "datum" }) >= today())
        return [year, this.#form.words.geenJaar.replace("…", year.value)];
    year.value = "";
  }

  // ---- an answer in the words of the page itself ----

  #label(name, value) {
    const field = this.#velden.named(name).find((one) => one.value === value);
    return field?.labels[0].textContent.trim() ?? value;
  }

  /** What was heard about factors, each as it may be read back: «Kennis: gezegd, hindert, «…»». */
  #heard(factoren, isOut) {
    return casus()
      .uitspraken.filter((one) => factoren.includes(one.factor) && (!isOut || isZeker(one)))
      .map(({ factor, bron, richting, woorden }) => {
        const weighed = richting && `ons beeld: ${richting.replaceAll("-", " ")}`;
        const said = [bron || "vermoed", woorden && quoted(woorden), weighed].filter(Boolean);
        const name = this.#form.$(`[data-factor="${factor}"][data-titel]`)?.dataset.titel ?? factor;
        return `${name}${said.length ? `: ${said.join(", ")}` : ""}`;
      });
  }

  // isOut: for what may be printed, where no suspicion stands
  #inWords({ id, soort, casus: veld, opties = [], factoren = [], uitspraken }, counted, value, isOut) {
    const principes = veld === "principe" ? casus().principes.map((one) => this.#label("principes", one)) : [];
    if (principes.length) return value ? [...principes, value] : principes;
    if (soort === "wegen" || uitspraken) {
      const said = this.#heard([...factoren, ...opties.map(({ factor }) => factor)], isOut);
      const own = counted.filter((one) => opties.some((optie) => optie.id === one && !optie.factor));
      const words = [...said, ...own.map((one) => this.#label(id, one))];
      return words.length ? words : [isOut && counted.length > 1 ? "een vermoeden" : UNKNOWN];
    }
    return counted.map((one) => {
      if (one === WEET_NIET) return UNKNOWN;
      if (soort === "tekst") return value;
      return soort === "datum" ? inWords(one) : this.#label(id, one);
    });
  }

  // ---- check answers, what to discuss ----

  showAnswers() {
    const { all, loop } = this.#answers;
    const { antwoorden, vervallen } = loop;
    for (const vraag of this.#route.vragen) {
      const row = this.#form.$(`[data-antwoord="${vraag.id}"]`);
      const counted = antwoorden[vraag.id];
      const question = this.#velden.question(vraag.id);
      const say = (selector, text) => set(row.querySelector(selector), "textContent", text);
      say("dt", question);
      say("a > span", `: ${question}`);
      set(row, "hidden", !counted && !vervallen.includes(vraag.id));
      set(row.querySelector("a"), "hidden", !counted);
      const own = all[`${vraag.id}.tekst`];
      const given = counted && this.#inWords(vraag, counted, all[vraag.id]);
      const isOwnAlone = own && !all[vraag.id]?.length && given?.every((one) => one === UNKNOWN);
      const words = counted && [...(isOwnAlone ? [] : given), own];
      say("dd", words?.filter(Boolean).join("; ") || row.parentElement.dataset.vervallen);
    }
  }

  /** everything: as a worksheet, with all there is to discuss and nothing ticked */
  show(everything) {
    const { vragen, bespreken } = this.#route;
    const { antwoorden, bespreken: found } = this.#answers.loop;
    const chosen = new Set();
    const gone = [];
    for (const { id, per_keuze: source } of bespreken) {
      const item = this.#form.$(`[data-punt="${id}"]`);
      const punt = found.find((one) => one.id === id);
      item.hidden = !everything && !punt;
      const box = item.querySelector("input");
      box.checked = !everything && !!punt && casus().bespreken.includes(box.value);
      if (!punt) gone.push(box.value);
      this.#because(item.querySelector(".door"), (!everything && punt?.door) || []);
      for (const one of ((punt && antwoorden[source]) ?? []).filter((one) => one !== WEET_NIET))
        chosen.add(vragen.map((vraag) => factorOf(vraag, one)).find(Boolean) ?? one);
    }
    // a point to which these answers no longer lead leaves the sheet too
    if (!everything && casus().bespreken.some((one) => gone.includes(one)))
      wijzig({ bespreken: casus().bespreken.filter((one) => !gone.includes(one)) });
    this.showBeeld();
    const factoren = chosen.size ? [...chosen] : casus().factoren;
    this.#offer(everything ? [] : factoren, everything ? [] : this.#suspected(factoren));
  }

  /** The picture so far, at a question that asks whether somebody sees it so: nothing that is only suspected. */
  showBeeld() {
    const { doel, gedrag, "ons-deel-woorden": ons } = casus();
    const own = filled({ Doel: doel, "Het gedrag": gedrag, "Van ons, het werk of de regels": ons });
    const heard = this.#heard([...new Set(casus().uitspraken.map(({ factor }) => factor))], true);
    const lines = [...own.map(([name, words]) => `${name}: ${quoted(words)}`), ...heard];
    this.#form.$("[data-beeld]")?.replaceChildren(...lines.map((line) => make("li", {}, line)));
    for (const part of this.#form.$$("[data-inzet]")) {
      const { inzet, is } = part.dataset;
      const said = [casus()[inzet]].flat();
      part.hidden = is ? !said.includes(is) : !said[0];
      if (!is) part.lastChild.textContent = said.map(inWords).join(" ");
    }
  }

  // the factors of which only a suspicion was noted; not where what was heard is not asked
  #suspected(others) {
    if (!this.#route.vragen.some(({ soort, uitspraken }) => soort === "wegen" || uitspraken)) return [];
    const { uitspraken } = casus();
    const sure = uitspraken.filter(isZeker).map(({ factor }) => factor);
    return uitspraken.map(({ factor }) => factor).filter((one) => !sure.includes(one) && !others.includes(one));
  }

  #because(part, door) {
    const { all } = this.#answers;
    part.hidden = !door.length;
    part.lastChild.textContent = door
      .map(([one, given]) => {
        const vraag = this.#route.vragen.find(({ id }) => id === one);
        return `«${this.#velden.question(one)}» ${this.#inWords(vraag, given, all[one], true).join("; ")}`;
      })
      .join(". ");
  }

  // What there is at the factors that were chosen: two questions, activities, the principles that touch them, the card.
  // At one that is only suspected there are the questions and the card.
  #offer(factoren, suspected) {
    for (const part of this.#form.$$("[data-bij-keuze]")) {
      const { bijKeuze } = part.dataset;
      part.hidden = ![...factoren, ...suspected].includes(bijKeuze);
      part.toggleAttribute("data-vermoed", suspected.includes(bijKeuze));
    }
    this.#offerPrincipes(factoren);
    const card = this.#form.$("[data-kaart]");
    const moment = casus().moment.replace("vooraf", "voorbereiden") || card.dataset.kaart;
    card.hash = new URLSearchParams(filled({ moment, factor: [...factoren, ...suspected].slice(0, 2).join(",") }));
  }

  // Once: what was chosen is shown again; where a question asked for it and nothing was chosen, it is not asked anew.
  #offerPrincipes(factoren) {
    const rows = this.#form.$$(".scherm--uitkomst [data-raakt]");
    if (!rows.length) return;
    const chosen = rows.filter((row) => casus().principes.includes(row.firstElementChild.value));
    const touched = rows.filter((row) => row.dataset.raakt.split(" ").some((one) => factoren.includes(one)));
    const offered = [chosen, touched, rows].find((some) => some.length);
    for (const row of rows) row.hidden = !offered.includes(row);
    const fieldset = rows[0].parentElement;
    const asked = this.#route.vragen.some(
      ({ id, casus: veld }) => veld === "principe" && this.#answers.loop.gevraagd.includes(id),
    );
    fieldset.hidden = asked && !chosen.length;
    const legend = fieldset.firstElementChild;
    legend.dataset.vraag ??= legend.textContent;
    legend.textContent = chosen.length ? legend.dataset.gekozen : legend.dataset.vraag;
  }
}
