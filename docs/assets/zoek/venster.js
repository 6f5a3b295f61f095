// The window of <zoek-venster>: a field, and what is found as one types. The index comes when it opens.
import { chooseHash, isWiped } from "../lib/keuze.js";
import { make } from "../lib/make.js";
import { fold, words } from "../lib/namen.js";
import { asked, replaceHash } from "../lib/place.js";
import { choice, choose } from "../lib/storage.js";
import { Zoeker } from "./zoeker.js";

const root = new URL("../../", import.meta.url);
const SHOWN = 12;
const SNELTOETS = "leidraad.sneltoets";
// The text in which every word that begins like one that was typed, or that one begins like, is marked.
function marked(text, typed) {
  const hit = (word) => typed.some((one) => word.startsWith(one) || (word.length > 3 && one.startsWith(word)));
  return text.split(/([\p{L}\p{N}]+)/u).map((part) => (hit(fold(part)) ? make("mark", { textContent: part }) : part));
}

function row({ naam, titel, adres, kern, taal }, typed) {
  const link = make("a", { href: new URL(adres, root), lang: taal }, ...marked(titel, typed));
  const soort = make("span", { className: "zoek__soort", textContent: naam });
  const zin = kern.match(/^.+?[.?!](?=\s|$)/u)?.[0] ?? kern;
  return make("li", {}, link, soort, make("span", { className: "zoek__kern" }, ...marked(zin, typed)));
}

export class Venster {
  #loading;
  #index; // what the searcher is made of, once something is typed
  #zoeker;
  #before = "";
  #moved = false;
  #timer;
  #host;

  constructor(host, alles) {
    this.#host = host;
    host.insertAdjacentHTML(
      "beforeend",
      `<dialog class="zoek" aria-label="Zoeken in de leidraad"><form class="zoek__vorm" role="search">
<label for="zoek-veld">Wat zoek je?</label>
<input id="zoek-veld" type="text" autocomplete="off" autocapitalize="off" spellcheck="false" writingsuggestions="false" enterkeyhint="search">
<button type="button" class="knop">Sluit</button></form>
<p class="zoek__stand" role="status"></p><p class="zoek__bedoeld" hidden><button type="button" class="knop"></button></p>
<div class="zoek__voor"></div><ul class="zoek__lijst"></ul><p class="zoek__verder">Liever bladeren? Kijk op <a href="${new URL("factoren/", root)}">de kaart</a> of bij <span></span>.</p>
<p class="zoek__verder"><button type="button" class="knop zoek__toets"></button></p></dialog>`,
    );
    this.#$("span").append(alles);
    this.#key();
    for (const type of ["click", "input", "submit", "keydown", "close"]) this.#dialog.addEventListener(type, this);
    document.addEventListener("gewist", this);
  }

  handleEvent(event) {
    if (event.type === "click") this.#click(event.target);
    else if (event.type === "input") this.#write();
    else if (event.type === "close") this.#leave();
    else if (event.type === "gewist") this.#wiped();
    else if (event.type === "keydown") this.#move(event);
    else {
      event.preventDefault(); // Enter: the first result
      this.#$(".zoek__lijst a")?.click();
    }
  }

  #$(selector) {
    return this.#host.querySelector(selector);
  }

  get #dialog() {
    return this.#$("dialog");
  }

  get #field() {
    return this.#$("input");
  }

  #click(target) {
    const button = target.closest("button");
    if (button?.closest("wis-alles")) return;
    if (button?.closest(".zoek__bedoeld")) {
      this.#field.value = button.textContent;
      this.#field.focus();
      this.#write();
    } else if (button?.matches(".zoek__toets")) this.#key(true);
    else if (button || target === this.#dialog) this.close();
  }

  // WCAG 2.1.4: a key without Ctrl can be turned off.
  #key(change) {
    if (change) choose(SNELTOETS, choice(SNELTOETS) ? null : "uit");
    this.#$(".zoek__toets").textContent = `Zet sneltoets / ${choice(SNELTOETS) ? "aan" : "uit"}`;
  }

  #move(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || !this.#dialog.open) return;
    const stops = [this.#field, ...this.#host.querySelectorAll(".zoek__lijst a")];
    event.preventDefault();
    stops.at((stops.indexOf(document.activeElement) + step) % stops.length).focus();
  }

  // moved: true when the page itself came to #zoek=…; where it was before, is kept with that address
  open(text, moved = false, before = "") {
    if (moved && isWiped()) return;
    this.#load(); // on its way while the window is laid out
    if (!this.#dialog.open) {
      this.#moved = moved;
      this.#before = moved ? (history.state?.zoekVan ?? before) : location.hash;
      if (document.documentElement.hasAttribute("data-invullen")) {
        const wis = make("wis-alles");
        wis.dataset.naam = "Wis alle notities";
        this.#dialog.append(wis);
      }
      this.#dialog.showModal();
    }
    this.#field.value = text;
    this.#field.focus();
  }

  close() {
    this.#dialog.close();
  }

  #leave() {
    this.#$("wis-alles")?.remove();
    if (asked() === null) return;
    if (this.#moved && this.#before)
      location.replace(this.#before); // so that the page goes there too
    else replaceHash(this.#before);
  }

  #wiped() {
    this.#key();
    this.#field.value = "";
    if (asked() !== null) replaceHash(this.#before, null);
    this.#show();
  }

  async #load() {
    const get = async (file) => (await fetch(new URL(file, root))).text();
    this.#loading ??= ["zoekindex.json", "zoekwoorden.json"].map(get);
    const [first, rest] = this.#loading;
    rest.catch(() => {}); // said below
    try {
      const index = JSON.parse(await first);
      const voor = this.#$(".zoek__voor"); // does not wait for the rest
      voor.innerHTML = index.voor;
      for (const link of voor.querySelectorAll("a")) link.href = new URL(link.getAttribute("href"), root);
      this.#index = [index, await rest];
      this.#show();
    } catch {
      this.#loading = undefined;
      this.#say("Zoeken lukt nu niet. Kijk bij «Alles op een rij».");
    }
  }

  #write() {
    const text = this.#field.value.trim();
    const state = { ...history.state, zoekVan: this.#before };
    chooseHash(text ? `#${new URLSearchParams({ zoek: text })}` : this.#before, state);
    this.#show();
  }

  #show() {
    if (!this.#index) return;
    const text = this.#field.value.trim();
    if (text) this.#zoeker ??= new Zoeker(...this.#index);
    const found = text ? this.#zoeker.search(text) : [];
    const near = text && !found.length ? this.#zoeker.nearest(text) : "";
    this.#$(".zoek__lijst").replaceChildren(...found.slice(0, SHOWN).map((one) => row(one, words(text))));
    this.#$(".zoek__voor").hidden = text !== "";
    this.#$(".zoek__bedoeld").hidden = !near;
    this.#$(".zoek__bedoeld button").textContent = near;
    const strange = found.length && this.#zoeker.strange(text);
    const alike = strange ? `Niets gevonden voor «${strange}». Dit lijkt erop. ` : "";
    const count = found.length === 1 ? "1 resultaat" : `${found.length} resultaten`;
    const most = found.length > SHOWN ? `De eerste ${SHOWN} van ${count}.` : `${count}.`;
    this.#say(
      !text
        ? ""
        : found.length
          ? alike + most
          : `Niets gevonden voor «${text}».${near ? ` Bedoelde je «${near}»?` : ""}`,
    );
  }

  // Said when the typing pauses.
  #say(text) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => (this.#$("[role=status]").textContent = text), 300);
  }
}
