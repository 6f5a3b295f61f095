// What every form shares, the guide too: kept for this tab, wiped, copied, printed, saved, opened, pasted and put back.
// A form derives from Formulier and gives: key (in the storage), leeg (an empty state), fill(state), collect(state),
// show(state), restore(waarden) (the content of a text that was pasted back) and isSound(content); take(content) makes the
// state of it. uit-formulier.js adds what leaves: text and content.
// strange: the words of what was read back that are unknown here, so that nothing drops out in silence.
import { make } from "./make.js";
import { hold, isRefused, read, write } from "./storage.js";

export class Formulier extends HTMLElement {
  #before;
  wipes = 0;
  strange = [];
  refused() {} // takes away what is shown as wrong, see fouten.js

  connectedCallback() {
    this.hidden = false;
    for (const type of ["input", "change", "click", "submit"]) this.addEventListener(type, this);
    for (const type of ["gewist", "niet-bewaard"]) document.addEventListener(type, this);
    this.#fillAndShow();
    if (isRefused()) this.say();
  }

  disconnectedCallback() {
    for (const type of ["gewist", "niet-bewaard"]) document.removeEventListener(type, this);
  }

  get naam() {
    return this.dataset.formulier;
  }

  /** What a text says it is; the middle one also names a file. */
  get merk() {
    return ["instrument", this.naam, "1"];
  }

  get state() {
    return read(this.key) ?? this.leeg;
  }

  set state(state) {
    write(this.key, same(state, this.leeg) ? undefined : state);
  }

  get isFilled() {
    return read(this.key) !== undefined;
  }

  take(content) {
    return content;
  }

  /** Of what was read back, the values that exist here; what does not is named, and nothing else is lost with it. */
  known(key, values, exists) {
    this.strange.push(...values.filter((one) => one && !exists(one)).map((one) => `${key}: ${one}`));
    return values.filter((one) => one && exists(one));
  }

  /** What to say of what was read back, besides that it was. */
  get remarks() {
    return this.strange.length ? [`Niet herkend: ${this.strange.join(", ")}. `] : [];
  }

  /** Name the keys of what was read back that stand in nothing like it here. */
  nameKeys(before, row, like) {
    this.strange.push(...Object.keys(row).flatMap((key) => (Object.hasOwn(like, key) ? [] : [before + key])));
  }

  $(selector) {
    return this.querySelector(selector);
  }

  $$(selector) {
    return [...this.querySelectorAll(selector)];
  }

  handleEvent(event) {
    const { type, target } = event;
    if (type === "niet-bewaard") this.say();
    else if (type === "gewist") this.#wiped();
    else if (type === "submit") this.submit(event);
    else if (type === "click") this.#click(target.closest("[data-doe]"));
    else if (target.type === "file") type === "change" && this.#read("open", target);
    else if (type === "input") this.#input(target);
  }

  // What is typed shows, also where it is not kept yet, such as half a date: it can be wiped from now on.
  #input(field) {
    hold(this, true);
    if (this.#before) this.say();
    if (!field.closest(".mee")) this.update(field);
  }

  submit(event) {
    event.preventDefault();
  }

  /** Keep what is filled in now, and show what follows from it. */
  update() {
    this.state = this.collect(this.state);
    this.#show();
  }

  // the sentences stand in the page
  get words() {
    return this.$(".melding").dataset;
  }

  /** Say something to everybody, a screen reader included; in a browser that keeps nothing, that too. */
  say(text = "", ...more) {
    if (!more.length) this.#before = undefined; // its button goes
    if (isRefused()) import("./hier.js").catch(() => {}); // without it, the link goes where it always does
    this.$(".melding").replaceChildren(text, ...more, isRefused() ? ` ${this.words.nietBewaard}` : "");
  }

  // What somebody waits for is seen too, wherever the button stands.
  tell(...said) {
    this.say(...said);
    this.$(".melding").scrollIntoView({ block: "nearest" });
  }

  /** All of it changed: show it; read is true for what was opened or pasted. */
  renew() {
    this.refused();
    this.#fillAndShow();
  }

  #fillAndShow() {
    this.$("form").reset();
    this.fill(this.state);
    for (const field of this.$$("vrij-veld")) field.handleEvent?.({});
    this.#show();
  }

  // A form with something in it goes along when the whole page is printed.
  #show() {
    this.toggleAttribute("data-gevuld", this.isFilled);
    this.show(this.state);
  }

  #click(button) {
    if (!button) return;
    this.#meldAt(button);
    this[`_${button.dataset.doe}`](button);
  }

  // What is said comes below the buttons of which one was pressed ([data-meldt]), else at the top.
  #meldAt(button) {
    (button?.closest("[data-meldt]") ?? this.$(".fouten")).after(this.$(".melding"));
  }

  /** Print this form alone, without the page around it. On some systems print() returns at once: what is for the paper
   * goes when the printing is over, or at the next thing that is done here. */
  _print() {
    const over = new AbortController();
    let began = false;
    const end = () => {
      over.abort();
      this.removeAttribute("data-print");
    };
    for (const type of ["afterprint", "click", "input"])
      addEventListener(type, end, { capture: true, signal: over.signal });
    addEventListener("beforeprint", () => (began = true), { once: true });
    this.toggleAttribute("data-print", true);
    try {
      print();
    } catch {
      // no printing here: the sentence that follows says how to do it yourself
    }
    setTimeout(() => began || this.tell(this.words.drukZelf), 500);
  }

  /** What works with files and older texts comes when it is needed; nothing, where it does not or all was wiped. */
  async load(get) {
    const wipes = this.wipes;
    try {
      const found = await get();
      return wipes === this.wipes ? found : undefined;
    } catch {
      this.tell(this.words.geenVerbinding);
    }
  }

  _leeg() {
    this.replace(this.leeg, "leeg");
  }

  _terug() {
    if (!this.#before) return;
    this.state = this.#before;
    this.renew();
    this.say(this.words.teruggezet);
  }

  _plak() {
    this.#read("plak", this.$("[id$='-plak']"));
  }

  async #read(how, field) {
    this.#meldAt();
    const reader = await this.load(() => import("./inlezen.js"));
    reader?.[how](this, field);
  }

  replace(state, word, read) {
    const before = this.state;
    // what was opened where nothing stood, the behaviour of the case neither, would only be thrown away
    const isNew = read && same(before, this.leeg) && !(before.los ?? before).gedrag;
    this.state = state;
    this.renew(read);
    const undo = make("button", { type: "button", className: "knop" }, this.words.zetTerug);
    undo.dataset.doe = "terug";
    this.tell(`${this.words[word]} `, ...(read ? this.remarks : []), isNew ? "" : undo);
    this.#before = before;
    hold(this, true);
  }

  #wiped() {
    this.wipes++;
    this.renew();
    this.say();
  }
}

export const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);
