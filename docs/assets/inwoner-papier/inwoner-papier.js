// <inwoner-papier>: fills the sheet for the resident from the case in this tab. What nobody wrote or chose leaves its part
// out; without a case the sheet is a form for a pen. What is suspected never stands here, and what does not go along
// in the text neither.
import { casus, isLeeg, isZeker } from "../lib/casus.js";
import { beloofd, quote, sentence } from "../lib/casus-tekst.js";
import "../lib/dekking.js";
import { inWords, isDay } from "../lib/days.js";
import { make } from "../lib/make.js";

class InwonerPapier extends HTMLElement {
  connectedCallback() {
    for (const type of ["casus", "gewist"]) document.addEventListener(type, this);
    this.querySelector("button").addEventListener("click", this);
    this.handleEvent({});
  }

  disconnectedCallback() {
    for (const type of ["casus", "gewist"]) document.removeEventListener(type, this);
  }

  handleEvent({ type }) {
    if (type === "click") return this.#print();
    const now = withPromise(casus());
    for (const part of this.#all("[data-veld]")) this.#write(part, goesAlong(now, part.dataset.veld));
    for (const part of this.#all("[data-dag]")) {
      const day = goesAlong(now, part.dataset.dag);
      this.#write(part, isDay(day) ? `${inWords(day)}.` : "");
    }
    for (const part of this.#all("[data-uitspraken]")) part.replaceChildren(...this.#statements(now, part.dataset));
    for (const part of this.#all("[data-vorige]"))
      part.replaceChildren(...now.vorige.filter(() => now.mee.vorige !== false).map((line) => make("li", {}, line)));
    for (const part of this.#all("[data-namen]"))
      part.replaceChildren(
        ...[goesAlong(now, part.dataset.namen)]
          .flat()
          .map((id) => this.#name(id))
          .filter(Boolean),
      );
    for (const part of this.#all("[data-als]"))
      part.textContent = isTrue(now, part.dataset.als) ? part.dataset.zin : "";
    this.#showParts();
  }

  #all(selector) {
    return [...this.querySelectorAll(selector)];
  }

  #write(part, text) {
    part.textContent = text && (part.dataset.voor ?? "") + text;
  }

  // data-eerder: those of the conversation before
  #statements({ uitspraken }, { uitspraken: bron, eerder, ...words }) {
    return uitspraken
      .filter(
        (one) =>
          one.bron === bron &&
          !one.eerder === (eerder === undefined) &&
          isZeker(one) &&
          one.woorden &&
          one.mee !== false,
      )
      .map(({ woorden, richting }) => {
        const text = bron === "gezegd" ? quote(woorden) : sentence(woorden);
        return make("li", {}, [text, words[richting]].filter(Boolean).join(" "));
      });
  }

  #name(id) {
    const found = this.querySelector("template").content.querySelector(`[data-activiteit="${id}"]`);
    return found && make("li", {}, found.textContent);
  }

  #showParts() {
    const empty = isLeeg();
    for (const part of this.querySelectorAll(".alleen-scherm")) part.hidden = empty;
    this.querySelector("[data-met-de-hand]").hidden = casus().tekst.is === undefined;
    for (const part of this.#all("[data-deel]")) {
      const filled = [
        ...part.querySelectorAll("[data-veld], [data-dag], [data-uitspraken], [data-namen], [data-als], [data-vorige]"),
      ];
      part.hidden = empty ? part.matches(".opnieuw") : !filled.some((one) => one.textContent);
    }
    this.toggleAttribute("data-ingevuld", !empty);
  }

  #print() {
    try {
      print();
    } catch {
      // the sentence that follows says how to do it
    }
    const said = this.querySelector("[role=status]");
    said.textContent = said.dataset.drukZelf;
  }
}

// the line of the text that a field stands in: own words stand with what was chosen
const lineOf = (key) => (key === "belofte" ? "ons-deel" : key.replace("-woorden", ""));

// What we promised is an agreement, and no cause.
function withPromise(now) {
  const belofte = beloofd(now);
  return { ...now, belofte, "ons-deel-woorden": belofte ? "" : now["ons-deel-woorden"] };
}

// A field, or nothing where somebody left it out of the text or where its answer lapsed in the route.
function goesAlong({ mee, uit, vervallen, ...now }, key) {
  const [route, vraag] = (uit[lineOf(key)] ?? "").split(".");
  return mee[lineOf(key)] === false || vervallen[route]?.includes?.(vraag) ? "" : now[key];
}

const isTrue = (now, conditions) =>
  conditions.split(" ").some((one) => {
    const [key, value] = one.split("=");
    return goesAlong(now, key) === value;
  });

customElements.define("inwoner-papier", InwonerPapier);
