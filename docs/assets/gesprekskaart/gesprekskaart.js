// <gespreks-kaart>: the moment and one or two factors → one sheet, from what stands in the page. The moment is shown by
// the style sheet alone; this shows the parts that were chosen, the first choice first. The choice stands after #, so it
// reaches no server. #show is the one place where a choice comes in: from the address, from the form, or where neither
// says anything from the case in this tab. What was said, seen and agreed in it is on the sheet; what is suspected never.
import { casus, isZeker } from "../lib/casus.js";
import { afgesproken, asLine, flat, inOne, quote } from "../lib/casus-tekst.js";
import "../lib/dekking.js";
import { chooseHash, isWiped } from "../lib/keuze.js";
import { asked } from "../lib/place.js";
import { hold } from "../lib/storage.js";

const MOST = 2;

const asLines = (casus) => inOne(afgesproken(casus));

// whole sentences, as far as there is room; where that is not all, it says so
function cut(text, most, more) {
  if (text.length <= most) return text;
  const room = text.slice(0, most - more.length);
  const kept = /^.*[.!?…]»?(?=\s)/.exec(room)?.[0] ?? room.replace(/\s?\S*$/, "…");
  return kept + (/«[^»]*$/.test(kept) ? "» " : " ") + more;
}

class GespreksKaart extends HTMLElement {
  #form = this.querySelector("form");
  #parts = this.querySelector(".gesprek__delen");
  #sheet = this.querySelector(".gesprek");
  #factoren = [];
  // What a link chose, nobody filled in yet; and nothing on the page may move for it.
  #linked = performance.getEntriesByType("navigation")[0]?.type === "navigate";

  connectedCallback() {
    for (const control of this.#form.querySelectorAll("[disabled]")) control.disabled = false;
    for (const type of ["change", "submit", "reset"]) this.#form.addEventListener(type, this);
    addEventListener("hashchange", this);
    for (const type of ["casus", "gewist"]) document.addEventListener(type, this);
    this.#read();
    this.dataset.klaar = "";
  }

  disconnectedCallback() {
    removeEventListener("hashchange", this);
    for (const type of ["casus", "gewist"]) document.removeEventListener(type, this);
  }

  handleEvent(event) {
    this.#linked = false;
    if (event.type === "hashchange") this.#read(true);
    else if (event.type === "casus" || event.type === "gewist") this.#fill();
    else if (event.type === "submit") this.#print(event);
    else if (event.type === "reset")
      setTimeout(() => this.#wipe()); // the form is empty only after this event
    else this.#choose(event.target);
  }

  get #boxes() {
    return [...this.#form.querySelectorAll("[name=factor]")];
  }

  #choose({ name, value, checked }) {
    const others = this.#factoren.filter((id) => id !== value);
    const factoren = name !== "factor" ? this.#factoren : checked ? [...others, value] : others;
    const moment = this.#form.elements.moment.value;
    if (factoren.length > MOST) return this.#show(moment, this.#factoren, this.#words.teVeel);
    isWiped(true); // where this choice was made goes with it
    // The moment stands first: so this is never the id of a part, and the page stays where it is.
    location.hash = `#moment=${moment}&factor=${factoren.join(",")}`;
    chooseHash(location.hash);
    this.#show(moment, factoren);
  }

  #wipe() {
    chooseHash("");
    this.#read();
  }

  #read(byHand) {
    if (asked() !== null) return;
    isWiped(byHand);
    const given = new URLSearchParams(location.hash.slice(1));
    const there = this.#boxes.map(({ value }) => value);
    const factoren = given.get("factor")?.split(",") ?? this.#factorsOfCase;
    const known = [...new Set(factoren)].filter((id) => there.includes(id));
    const moments = [...this.#form.elements.moment].map(({ value }) => value);
    const wanted = given.get("moment") ?? casus().moment.replace("vooraf", "voorbereiden");
    const moment = moments.includes(wanted) ? wanted : "samen";
    this.#show(moment, known.slice(0, MOST), known.length > MOST ? this.#words.teVeel : undefined);
  }

  // the factors that were chosen in the case, else the first that something sure was noted about
  get #factorsOfCase() {
    const { factoren, uitspraken, "vragen-naar": ask } = casus();
    const heard = new Set(uitspraken.filter(isZeker).map(({ factor }) => factor));
    return [factoren, ask, [...heard].slice(0, MOST)].find(({ length }) => length) ?? [];
  }

  #show(moment, factoren, said) {
    this.#factoren = factoren;
    hold(this, factoren.length > 0 && !this.#linked);
    this.#form.elements.moment.value = moment;
    for (const box of this.#boxes) box.checked = factoren.includes(box.value);
    const parts = [...this.#parts.children];
    for (const part of parts) part.hidden = !factoren.includes(part.dataset.factor);
    const chosen = factoren.map((id) => parts.find((part) => part.dataset.factor === id));
    this.#parts.prepend(...chosen);
    this.#sayPrincipleOnce(chosen);
    this.#sheet.dataset.aantal = factoren.length;
    this.querySelector(".gesprek__leeg").hidden = factoren.length > 0;
    this.#fill();
    this.#say(said ?? (factoren.length ? `${this.#words.een}${this.#titles(chosen)}.` : ""));
  }

  #fill() {
    const now = casus();
    const sure = now.uitspraken.filter(
      (one) => isZeker(one) && one.mee !== false && one.woorden && this.#factoren.includes(one.factor),
    );
    const said = (bron) =>
      sure
        .filter((one) => !bron || one.bron === bron)
        .map((one) => (one.bron === "gezegd" ? quote : asLine)(flat(one.woorden)))
        .join(" ");
    const own = ["doel", "gedrag", "verplichting-woorden", "ons-deel-woorden", "principe"];
    const line = (key) => (now.mee[key.replace("-woorden", "")] === false ? "" : asLine(flat(now[key])));
    const fields = {
      ...Object.fromEntries(own.map((key) => [key, line(key)])),
      zeker: said(),
      gezegd: said("gezegd"),
      gezien: said("gezien"),
      afspraken: asLines({ ...now, stap: "", "stap-wie": "", "stap-datum": "" }),
      doen: asLines(now),
    };
    const rooms = [...this.querySelectorAll("[data-veld]")];
    // in the part of one factor only
    const isFirst = (room) => [this.#factoren[0], undefined].includes(room.closest("[data-factor]")?.dataset.factor);
    for (const room of rooms) {
      const { veld } = room.dataset;
      const text = this.#factoren.length && isFirst(room) ? fields[veld] : "";
      // what was said, seen, and lies with us has no more than a part of the width; of what it is about a line will do
      const share = (/^(gez|ons)/.test(veld) ? 220 : 480) / this.#factoren.length;
      room.textContent = cut(text, /^(doel|ver|pri)/.test(veld) ? 90 : share, this.#words.meer);
    }
    // what was laid beside the case goes before what we propose
    const most = this.#factoren.length && now.mee.principe !== false ? MOST / this.#factoren.length : 0;
    const chosen = now.principes.slice(0, most);
    for (const part of this.querySelectorAll("[data-gekozen]")) part.hidden = !chosen.includes(part.dataset.gekozen);
    this.querySelector(".kiezer__casus").hidden = !rooms.some((room) => room.textContent);
  }

  #sayPrincipleOnce([first, second]) {
    const [one, other] = [first, second].map((part) => part?.querySelector("[data-principe]"));
    if (one) one.hidden = false;
    if (other) other.hidden = other.dataset.principe === one?.dataset.principe;
  }

  #titles(parts) {
    return parts.map((part) => part.querySelector("h3").textContent.trim()).join(this.#words.en);
  }

  // the sentences stand in the page
  get #words() {
    return this.querySelector("[role=status]").dataset;
  }

  #say(text) {
    this.querySelector("[role=status]").textContent = text;
  }

  #print(event) {
    event.preventDefault();
    if (!this.#factoren.length) return this.#say(this.#words.kiesEerst);
    try {
      print();
    } catch {
      // no printing here: the sentence that follows says how to do it yourself
    }
    this.#say(this.#words.drukZelf);
  }
}

customElements.define("gespreks-kaart", GespreksKaart);
