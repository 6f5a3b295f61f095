// <inwoner-papier>: fills the sheet for the resident from the case in this tab. What nobody wrote or chose leaves its part
// out; without a case the sheet is a form for a pen. What is suspected never stands here, and what does not go along
// in the text neither.
import { casus, isLeeg, isNu, isZeker, wijzig } from "../lib/casus.js";
import { asLine, kleineStap, quote, sentence, under } from "../lib/casus-tekst.js";
import "../lib/dekking.js";
import { inWords, isDay } from "../lib/days.js";
import { pasOpEenA4 } from "../lib/een-a4.js";
import { make, vakje } from "../lib/make.js";

const HIGH = 222; // mm of an A4 beside the head, the title and the foot
// what was told and seen, and what was agreed before: it stands elsewhere too, so it may be left off the sheet
const CAN_WAIT = ["vorige", "eerder-gezegd", "eerder-gezien", "gezien", "woorden", "gezegd"];

// of its type; at the first two there is room to write across the sheet
const SIZES = ["ruim", "", "krap", "klein", "kleiner"];

class InwonerPapier extends HTMLElement {
  #undo = () => {};

  connectedCallback() {
    this.#listen("addEventListener");
    this.#part("button").addEventListener("click", this);
    this.addEventListener("change", this);
    // on paper a link has no address
    const link = this.#part("[data-adres] > a");
    if (link.host) this.#part("[data-adres] > span").textContent = ` (${link.host}${link.pathname})`;
    this.handleEvent({});
  }

  disconnectedCallback() {
    this.#listen("removeEventListener");
  }

  #listen(how) {
    for (const type of ["casus", "gewist"]) document[how](type, this);
    for (const type of ["beforeprint", "afterprint"]) window[how](type, this);
  }

  handleEvent({ type, target }) {
    if (type === "click") this.#print();
    else if (type === "afterprint") this.#undo();
    else if (type === "beforeprint") this.#fit();
    else if (target?.id === "samen-gekozen") this.#choose(target.checked);
    else if (type === "change") this.#showParts();
    else this.#fill();
  }

  // it lapses when something else is chosen
  #choose(samen) {
    const { mee, activiteiten } = casus();
    wijzig({ mee: { ...mee, samen: samen && `${activiteiten}` } });
  }

  #fill() {
    const now = withMoment();
    for (const part of this.#all("[data-veld]")) this.#write(part, goesAlong(now, part.dataset.veld));
    for (const part of this.#all("[data-dag]")) {
      const day = goesAlong(now, part.dataset.dag);
      part.textContent = isDay(day) ? `${part.dataset.voor} ${inWords(day)}.` : "";
    }
    for (const part of this.#all("[data-uitspraken]")) part.replaceChildren(...this.#statements(now, part.dataset));
    for (const part of this.#all("[data-vorige]"))
      part.replaceChildren(...(now.mee.vorige === false ? [] : now.vorige).map((line) => make("li", {}, asLine(line))));
    for (const part of this.#all("[data-namen]"))
      part.replaceChildren(...this.#names([goesAlong(now, part.dataset.namen)].flat()));
    this.#part("[data-woorden]").replaceChildren(...this.#words(now));
    for (const part of this.#all("[data-als]"))
      part.textContent = isTrue(now, part.dataset.als) ? part.dataset.zin : "";
    // a goal is called by whose it is, as far as that is known, what was chosen by who chose it
    for (const kop of this.#all("[data-kop]")) {
      kop.dataset.eerst ??= kop.textContent;
      kop.textContent = kop.dataset[now[kop.dataset.kop] || (isLeeg() ? "" : "onbekend")] ?? kop.dataset.eerst;
    }
    this.#part("#samen-gekozen").checked = !(now.koos || isLeeg());
    this.#part("[data-te-vol] .vakjes").replaceChildren();
    this.#showParts();
  }

  #part(selector) {
    return this.querySelector(selector);
  }

  #all(selector) {
    return [...this.querySelectorAll(selector)];
  }

  #write(part, text) {
    const { voor } = part.dataset;
    const said = voor ? sentence(text) : asLine(text);
    part.textContent = voor && said ? under(voor, said) : said;
  }

  // The words alone: what helps or hinders is what the professional thinks. data-eerder: those of the conversation before
  #statements({ uitspraken }, { uitspraken: bron, eerder }) {
    return uitspraken
      .filter(
        (one) =>
          one.bron === bron &&
          !one.eerder === (eerder === undefined) &&
          isZeker(one) &&
          asLine(one.woorden) &&
          one.mee !== false,
      )
      .map(({ woorden }) => make("li", {}, bron === "gezegd" ? quote(woorden) : asLine(woorden)));
  }

  #said(id) {
    return this.#part("template").content.querySelector(`[data-id="${CSS.escape(id)}"]`)?.textContent;
  }

  #names(ids, more = () => "") {
    return ids.filter((id) => this.#said(id)).map((id) => make("li", {}, this.#said(id), more(id)));
  }

  // the word that the resident chose, by the sentence it is about; a wish to say nothing as it goes along in the text
  #words({ mee, momenten: { woorden = {} } }) {
    const ids = Object.keys(woorden).filter((id) => mee[`momenten.${id}`] ?? woorden[id] !== "zeg-niet");
    return this.#names(ids, (id) => ` ${this.#said(woorden[id]) ?? `«${woorden[id].replaceAll("-", " ")}».`}`);
  }

  #showParts() {
    const empty = isLeeg();
    const now = withMoment();
    for (const part of this.#all(".alleen-scherm")) part.hidden = empty;
    const left = this.#all("[data-te-vol] :checked").map(({ value }) => value);
    for (const part of this.#all("[data-deel]")) {
      const filled = [...part.querySelectorAll(":is(p, ul):not(.vast, .pen, .alleen-scherm)")];
      const { deel } = part.dataset;
      // nothing was agreed: then there is room for a pen
      const isOpen =
        deel === "ruimte" && !["afspraken", "belofte", "stap", "stap-datum", "kijken-op"].some((key) => now[key]);
      const isShown = part.toggleAttribute("data-pen", !empty && isOpen) || filled.some((one) => one.textContent);
      part.hidden = empty ? part.matches(".opnieuw") : left.includes(deel) || !isShown;
    }
    // of what is not there yet, a line; not of what somebody left out
    for (const line of this.#all("[data-open]")) {
      const { open } = line.dataset;
      line.hidden =
        empty || !this.#part(`[data-deel=${open}]`).hidden || left.includes(open) || now.mee[open] === false;
    }
    this.#showSentences(now.tekst);
    this.toggleAttribute("data-ingevuld", !empty);
    this.#sayFull(left);
  }

  // Sentences that speak of somebody without a name, but for what the resident said; and those that somebody changed in
  // the text by hand, which are not on this sheet.
  #showSentences({ van, is }) {
    const wie = this.#part("[data-wie]").dataset.wie.split("|");
    const written = this.#all("[data-deel]:not([hidden]) :is([data-veld], li)").map((part) => part.textContent);
    const found = written.filter((line) =>
      line
        .replace(/[«"“„].*?[»"”]/gs, "")
        .toLowerCase()
        .split(/\P{L}/u)
        .some((word) => wie.includes(word)),
    );
    this.#list("[data-wie]", found, !found[0]);
    const lines = (is ?? "").split("\n").filter((line) => line.trim() && !van.split("\n").includes(line));
    this.#list("[data-met-de-hand]", lines, is === undefined);
  }

  #list(selector, lines, hidden) {
    const part = this.#part(selector);
    part.hidden = hidden;
    part.querySelector("ul").replaceChildren(...lines.map((line) => make("li", {}, line)));
  }

  // ---- one A4 ----

  #fit() {
    this.#undo();
    if (isLeeg()) return 1;
    const { papieren, undo } = pasOpEenA4(this, [], HIGH, SIZES, this.#all("[data-open]:not([hidden])"));
    this.#undo = undo;
    return papieren;
  }

  // Before it is printed: how many sheets it takes, and what may be left off.
  #sayFull(left) {
    const sheets = this.#fit();
    this.#undo();
    const part = this.#part("[data-te-vol]");
    part.hidden = sheets < 2 && !left.length;
    const said = part.querySelector("p");
    said.textContent = said.dataset[sheets < 2 ? "past" : "niet"].replace("…", sheets);
    const boxes = part.querySelector(".vakjes");
    if (!part.hidden && !boxes.childElementCount) boxes.append(...CAN_WAIT.flatMap((id) => this.#box(id)));
  }

  #box(value) {
    const part = this.#part(`[data-deel=${value}]`);
    if (part.hidden) return [];
    return vakje({ type: "checkbox", id: `weg--${value}`, value }, part.querySelector("h2").textContent);
  }

  #print() {
    try {
      print();
    } catch {
      // the sentence that follows says how to do it
    }
    const said = this.#part("[data-druk-zelf]");
    said.textContent = said.dataset.drukZelf;
  }
}

// with what was said the last time of Samen kijken about this behaviour, and the small step
const withMoment = (now = casus()) => ({
  ...now,
  momenten: { ...now.vellen["samen-kijken"]?.momenten?.findLast((one) => isNu(one)), stap: kleineStap(now) },
  koos: isLeeg() || now.mee.samen === `${now.activiteiten}` ? "" : "voorstel",
});

// the line of the text that a field stands in: own words stand with what was chosen, and a goal with whose it is
const lineOf = (key) => key.replace(/-woorden|-van/, "");

// A field, or what is in one, or nothing where somebody left it out of the text or where its answer lapsed in the route.
function goesAlong(now, key) {
  const { mee, uit, vervallen } = now;
  const [route, vraag] = (uit[lineOf(key)] ?? "").split(".");
  const isGone = mee[lineOf(key)] === false || vervallen[route]?.includes?.(vraag);
  return isGone ? "" : key.split(".").reduce((held, part) => held?.[part], now);
}

const isTrue = (now, conditions) =>
  conditions.split(" ").some((one) => {
    const [key, value] = one.split("=");
    return [goesAlong(now, key)].flat().includes(value);
  });

customElements.define("inwoner-papier", InwonerPapier);
