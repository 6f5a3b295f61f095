// The end of a route: the answers to look over, and what there is to discuss at what was chosen.
import { casus, factorOf, filled, isZeker, wijzig } from "./casus.js";
import { inWords } from "./days.js";
import { make } from "./make.js";
import { WEET_NIET } from "./replay.js";

const UNKNOWN = "Dat weten we nog niet";

export class Uitkomst {
  #form;
  #route;
  #answers;
  #velden;

  constructor(form, route, answers, velden) {
    this.#form = form;
    this.#route = route;
    this.#answers = answers;
    this.#velden = velden;
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
        const said = [bron, richting.replaceAll("-", " "), woorden.trim() && `«${woorden.trim()}»`].filter(Boolean);
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
      row.querySelector("dt").textContent = question;
      row.querySelector("a > span").textContent = `: ${question}`;
      row.hidden = !counted && !vervallen.includes(vraag.id);
      row.querySelector("a").hidden = !counted;
      const own = all[`${vraag.id}.tekst`]?.trim();
      const given = counted && this.#inWords(vraag, counted, all[vraag.id]);
      const isOwnAlone = own && !all[vraag.id]?.length && given?.every((one) => one === UNKNOWN);
      const words = counted && [...(isOwnAlone ? [] : given), own];
      row.querySelector("dd").textContent = words?.filter(Boolean).join("; ") || row.parentElement.dataset.vervallen;
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
    const noted = this.#heard(
      casus().uitspraken.map(({ factor }) => factor),
      true,
    );
    this.#form.$("[data-noteerde]")?.replaceChildren(...noted.map((line) => make("li", {}, line)));
    this.#offer(everything ? [] : chosen.size ? [...chosen] : casus().factoren);
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
  #offer(factoren) {
    for (const part of this.#form.$$("[data-bij-keuze]")) part.hidden = !factoren.includes(part.dataset.bijKeuze);
    const rows = this.#form.$$(".scherm--uitkomst [data-raakt]");
    const touched = rows.filter((row) => row.dataset.raakt.split(" ").some((one) => factoren.includes(one)));
    for (const row of rows) {
      // what was chosen stays in sight
      const isChosen = casus().principes.includes(row.firstElementChild.value);
      row.hidden = touched[0] && !touched.includes(row) && !isChosen;
    }
    const card = this.#form.$("[data-kaart]");
    const moment = casus().moment.replace("vooraf", "voorbereiden") || card.dataset.kaart;
    card.hash = new URLSearchParams(filled({ moment, factor: factoren.slice(0, 2).join(",") }));
  }
}
