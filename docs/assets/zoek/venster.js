// The window of <zoek-venster>: what is offered, and what is found as one types. That comes once the window is seen; then
// the rest of the page is shut out too, for which a browser looks at all of it anew. A modal dialog would wait for that.
import { afterPaint, asked, replaceHash } from "../lib/place.js";
import { choice, choose } from "../lib/storage.js";

const root = new URL("../../", import.meta.url);
const SHOWN = 12;
const SNELTOETS = "leidraad.sneltoets";

class Venster {
  #coming;
  #zoeker; // came after the window, as the two that follow
  #rows;
  #keuze;
  #before = "";
  #moved = false;
  #timer;
  #host;

  constructor(host, alles, html) {
    this.#host = host;
    host.insertAdjacentHTML("beforeend", html);
    for (const link of this.#dialog.querySelectorAll("a")) link.href = new URL(link.getAttribute("href"), root);
    this.#$("span").append(alles);
    this.#key();
    for (const type of ["click", "input", "submit", "keydown", "cancel", "close"])
      this.#dialog.addEventListener(type, this);
    document.addEventListener("gewist", this);
  }

  handleEvent(event) {
    this[event.type](event);
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

  click({ target }) {
    const button = target.closest("button");
    if (button?.closest("wis-alles")) return;
    if (button?.closest(".zoek__bedoeld")) {
      this.#field.value = button.textContent;
      this.#field.focus();
      this.input();
    } else if (button?.matches(".zoek__toets")) this.#key(true);
    else if (button?.matches(".zoek__meer")) {
      this.#show(Infinity);
      this.#host.querySelectorAll(".zoek__lijst a")[SHOWN].focus();
    } else if (button || target === this.#dialog) this.hide();
  }

  // WCAG 2.1.4: a key without Ctrl can be turned off.
  #key(change) {
    if (change) choose(SNELTOETS, choice(SNELTOETS) ? null : "uit");
    this.#$(".zoek__toets").textContent = `Zet sneltoets / ${choice(SNELTOETS) ? "aan" : "uit"}`;
  }

  submit(event) {
    event.preventDefault(); // Enter: the first result
    this.#$(".zoek__lijst a")?.click();
  }

  keydown(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    const stops = [this.#field, ...this.#host.querySelectorAll(".zoek__lijst a, .zoek__meer:not([hidden])")];
    event.preventDefault();
    stops.at((stops.indexOf(document.activeElement) + step) % stops.length).focus();
  }

  // text: what is typed by now; moved: true when the page itself came to #zoek=…; where it was before, is kept with it
  async open(text, moved = false, before = "") {
    if (moved) await this.#come(); // and then it opens with what is found
    if (moved && this.#keuze.isWiped()) return;
    this.#field.value = text();
    this.#show();
    if (!this.#dialog.open) {
      this.#moved = moved;
      this.#before = moved ? (history.state?.zoekVan ?? before) : location.hash;
      this.#dialog[this.#dialog.closedBy ? "show" : "showModal"](); // else Esc would not close it
    }
    this.#field.focus();
    afterPaint(() => this.#load());
  }

  hide() {
    this.cancel();
    this.#dialog.close();
  }

  // What stands beside it, and beside what holds it; but the cover, a dialog too.
  #shut(out) {
    for (const one of document.querySelectorAll(":has(dialog) > :not(:has(dialog), dialog, dialog *)")) one.inert = out;
  }

  // A dialog that closes gives the focus back at once, to what is not shut out by then.
  cancel() {
    this.#shut(false);
  }

  close() {
    if (asked() === null) return;
    if (this.#moved && this.#before)
      location.replace(this.#before); // so that the page goes there too
    else replaceHash(this.#before);
  }

  gewist() {
    this.#key();
    this.#field.value = "";
    if (asked() !== null) replaceHash(this.#before, null);
    this.#show();
  }

  async #come() {
    const get = async (file) => (await fetch(new URL(file, root))).json();
    this.#coming ??= Promise.all([
      import("./zoeker.js"),
      import("../lib/keuze.js"),
      get("zoekindex.json"),
      get("zoekwoorden.json"),
    ]);
    this.#coming.catch(() => (this.#coming = undefined)); // and so it is asked for again
    const [{ rows, Zoeker }, keuze, ...index] = await this.#coming;
    this.#zoeker ??= new Zoeker(...index);
    this.#rows = rows;
    this.#keuze = keuze;
  }

  async #load() {
    afterPaint(() => this.#shut(this.#dialog.open));
    if (this.#zoeker) return;
    try {
      await this.#come();
      this.#say(""); // what was said when it did not come
      if (this.#field.value) this.input(); // typed while it was on its way
    } catch {
      this.#say("Zoeken lukt nu niet. Kijk bij «Alles op een rij».");
    }
  }

  input() {
    if (!this.#zoeker) return;
    const text = this.#field.value.trim();
    const state = { ...history.state, zoekVan: this.#before };
    this.#keuze.chooseHash(text ? `#${new URLSearchParams({ zoek: text })}` : this.#before, state);
    this.#show();
  }

  #show(most = SHOWN) {
    if (!this.#zoeker) return;
    const text = this.#field.value.trim();
    const found = this.#zoeker.search(text);
    const near = found.length ? undefined : this.#zoeker.nearest(text);
    this.#$(".zoek__lijst").replaceChildren(...this.#rows(found.slice(0, most), this.#zoeker.telling));
    this.#$(".zoek__meer").hidden = !found[most];
    this.#$(".zoek__voor").hidden = !!text;
    this.#$(".zoek__bedoeld").hidden = !near;
    this.#$(".zoek__bedoeld button").textContent = near;
    const missing = found[0] ? this.#zoeker.strange() : text[1] && text; // of one letter it looks for no beginnings
    const said = [
      missing && `Niets gevonden voor «${missing}».`,
      near && `Bedoelde je «${near}»?`,
      found[0] && missing && "Dit lijkt erop.",
      found[most] && `De eerste ${most} van`,
      found[0] && `${found.length} resulta${found[1] ? "ten" : "at"}.`,
    ];
    this.#say(said.filter(Boolean).join(" "));
  }

  // Seen at once, with what is found; said when the typing pauses.
  #say(text) {
    this.#$(".zoek__stand").textContent = text;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => (this.#$("[role=status]").textContent = text), 300);
  }
}

/** The window in its element, made of the answer that holds it; `alles` is the link to the list of everything. */
export const venster = async (host, alles, answer) => new Venster(host, alles, await answer.json());
