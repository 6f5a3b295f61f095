// <casus-bespreking>: one round large on a screen, and a quiet clock that can be put away. Nothing is kept; the round
// stands after #. When the time of a round is over the clock says so and waits: people decide when to go on.
import { asked } from "../lib/place.js";

class CasusBespreking extends HTMLElement {
  #form = this.querySelector("form");
  #rounds = [...this.querySelectorAll(".ronde")];
  #left = 0;
  #end = 0;
  #timer;

  connectedCallback() {
    this.#form.hidden = false;
    this.#form.addEventListener("click", this);
    addEventListener("hashchange", this);
    addEventListener("keydown", this);
    this.#show(false);
  }

  disconnectedCallback() {
    clearInterval(this.#timer);
    removeEventListener("hashchange", this);
    removeEventListener("keydown", this);
  }

  handleEvent(event) {
    if (event.type === "hashchange") asked() ?? this.#show(true);
    else if (event.type === "keydown") this.#key(event.key);
    else this.#do(event.target.closest("button")?.dataset.doe);
  }

  get #now() {
    return Math.max(
      this.#rounds.findIndex((round) => `#${round.id}` === location.hash),
      0,
    );
  }

  #key(key) {
    const does = { Escape: "groot", ArrowLeft: "vorige", ArrowRight: "volgende" }[key];
    if (does && this.hasAttribute("groot") && !document.querySelector(":popover-open")) this.#do(does);
  }

  #do(what) {
    if (what === "loop") this.#run(!this.#timer);
    else if (what === "groot" || what === "klok") this.#toggle(what);
    else if (what) location.hash = this.#rounds[this.#now + (what === "volgende" ? 1 : -1)]?.id ?? location.hash;
  }

  #toggle(what) {
    const on = this.toggleAttribute(what === "groot" ? "groot" : "zonder-klok");
    this.#button(what).setAttribute("aria-pressed", on);
    if (what === "groot") this.scrollIntoView();
    if (what === "klok" && on) this.#run(false);
    this.#button("loop").hidden = this.hasAttribute("zonder-klok");
    this.#tell();
  }

  #button(name) {
    return this.#form.querySelector(`[data-doe=${name}]`);
  }

  #show(moved) {
    const now = this.#now;
    this.#rounds.forEach((round, number) => round.toggleAttribute("data-nu", number === now));
    this.#button("vorige").disabled = now === 0;
    this.#button("volgende").disabled = now === this.#rounds.length - 1;
    this.#left = this.#rounds[now].dataset.minuten * 60;
    if (this.#timer) this.#run(true);
    this.#tell();
    if (moved && location.hash.startsWith("#ronde-")) this.#rounds[now].querySelector("h2").focus();
  }

  #run(on) {
    clearInterval(this.#timer);
    this.#timer = on ? setInterval(() => this.#tick(), 1000) : undefined;
    this.#end = Date.now() + this.#left * 1000;
    this.#button("loop").textContent = on ? "Pauze" : "Start de klok";
    this.#say(on ? `Ronde ${this.#now + 1}: ${this.#time()}.` : "");
  }

  #tick() {
    const before = this.#left;
    this.#left = Math.max(Math.round((this.#end - Date.now()) / 1000), 0);
    if (before > 120 && this.#left <= 120) this.#say("Nog twee minuten.");
    if (before && !this.#left) this.#say("De tijd van deze ronde is om.");
    this.#tell();
  }

  #time() {
    const minutes = Math.ceil(this.#left / 60);
    if (!minutes) return "de tijd is om";
    return minutes === 1 ? "nog één minuut" : `nog ${minutes} minuten`;
  }

  #tell() {
    this.#form.querySelector("[data-ronde]").textContent = `Ronde ${this.#now + 1} van ${this.#rounds.length}`;
    this.#form.querySelector("[data-tijd]").textContent = this.hasAttribute("zonder-klok") ? "" : this.#time();
  }

  #say(text) {
    this.#form.querySelector("[role=status]").textContent = text;
  }
}

customElements.define("casus-bespreking", CasusBespreking);
