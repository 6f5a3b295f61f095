// <casus-formulier>: where the one case of this tab leaves it, as far as somebody chose: a text to read together and change,
// a sheet for the next conversation, and a file that can be opened again.
import "../lib/dekking.js";
import { begin, casus, isLeeg, isZeker, LEEG, wijzig } from "../lib/casus.js";
import { AFSPRAAK, afgesproken, GROEPEN, regelsVan } from "../lib/casus-tekst.js";
import { same } from "../lib/formulier.js";
import { make, vakje } from "../lib/make.js";
import { UitFormulier } from "../lib/uit-formulier.js";

class CasusFormulier extends UitFormulier {
  naam = "casus";
  leeg = LEEG;
  #lines = [];
  #fit; // see lib/een-a4.js
  #unfit = () => {};
  #namen = new Map(
    this.$$(".namen > li").map((element, plek) => {
      const { naam, groep, open, biedt } = element.dataset;
      return [naam, { element, plek, groep, tekst: element.textContent, open: open?.split("\n"), biedt }];
    }),
  );

  #zeg = (naam) => this.#namen.get(naam);

  connectedCallback() {
    addEventListener("beforeprint", this); // as long as its page
    addEventListener("afterprint", this);
    super.connectedCallback();
    // a newer edition may be opened in the tab where the case began
    if (this.isFilled) this.take().then((now) => now && !same(now, casus()) && this.renew(wijzig(now)));
  }

  handleEvent(event) {
    if (event.type === "beforeprint")
      this.#unfit = this.#fit?.(this.$(".gesprekspapier"), this.#canWait).undo ?? this.#unfit;
    else if (event.type === "afterprint") this.#unfit();
    else super.handleEvent(event);
  }

  get state() {
    return casus();
  }

  set state(state) {
    if (state === LEEG) begin();
    else wijzig({ ...LEEG, ...state });
  }

  get isFilled() {
    return !isLeeg();
  }

  // ---- what goes along ----

  fill(state) {
    this.#fillNext(state);
    this.#fillLines(state);
  }

  #fillLines(state) {
    this.#lines = regelsVan(state, this.#zeg);
    for (const field of this.$$("fieldset[data-groep]")) {
      const own = this.#lines.filter(({ groep, vermoed }) => field.dataset.groep === (vermoed ? "vermoed" : groep));
      field.hidden = !own[0];
      const boxes = own.flatMap(({ sleutel, tekst, aan }, at) => [
        vakje(
          { type: "checkbox", name: "mee", id: `mee-${field.dataset.groep}-${at}`, value: sleutel, checked: aan },
          tekst,
        ),
        ...this.#from(sleutel),
      ]);
      field.querySelector(".vakjes").replaceChildren(...boxes);
    }
  }

  // where it was filled in, and can be changed
  #from(sleutel) {
    const { uit, uitspraken } = casus();
    const [key, index] = sleutel.split(".");
    const [route, vraag] = (
      (key === "uitspraken" ? uitspraken[index].uit : uit[key]) ?? sleutel.replace("antwoorden.", "")
    ).split(".");
    const link = this.#zeg(`route:${route}`)?.element.firstElementChild?.cloneNode(true);
    if (!link) return [];
    const factor = route === "verkennen" && uitspraken[index]?.factor; // there each has a place of its own
    link.hash = factor ? `factor=${factor}` : vraag ? `vraag=${vraag}` : "";
    return [make("p", { className: "hulp" }, "Uit: ", link)];
  }

  update({ name, value, checked, id }) {
    if (name === "mee") this.#choose(value, checked);
    else if (id === "casus-tekst") this.#change(value);
    else if (name) this.#tell(name, value);
  }

  #choose(sleutel, aan) {
    const { mee, uitspraken } = casus();
    const [key, index] = sleutel.split(".");
    if (key === "uitspraken") wijzig({ uitspraken: uitspraken.with(index, { ...uitspraken[index], mee: aan }) });
    else wijzig({ mee: { ...mee, [sleutel]: aan } });
    this.#lines = regelsVan(casus(), this.#zeg);
    this.show();
  }

  // ---- the next conversation ----

  #next = false;

  #fillNext({ vorige, ervan, anders, opnieuw, uitspraken, factoren }) {
    this.#next = this.isFilled && (this.#next || vorige[0] || ervan || anders || opnieuw);
    this.$(".volgend").hidden = !this.#next;
    this.#list("[data-vorige]", vorige);
    for (const field of this.$$("vrij-veld [name]")) field.value = casus()[field.name];
    const ids = new Set([...factoren, ...uitspraken.filter(isZeker).map(({ factor }) => factor), opnieuw]);
    const known = [...ids].filter((id) => this.#zeg(`factor:${id}`));
    this.$(".nog-eens").hidden = !known[0];
    const boxes = known.map((value) =>
      vakje(
        { type: "radio", name: "opnieuw", id: `opnieuw--${value}`, value, checked: value === opnieuw },
        this.#zeg(`factor:${value}`).tekst,
      ),
    );
    this.$(".nog-eens .vakjes").replaceChildren(...boxes);
    this.#linkCard(opnieuw);
  }

  #linkCard(factor) {
    this.$("[data-kaart]").hash = `moment=voorbereiden${factor && `&factor=${factor}`}`;
  }

  #tell(name, value) {
    wijzig({ [name]: value });
    if (name === "opnieuw") this.#linkCard(value);
    this.#fillLines(casus());
    this.show();
  }

  async _volgend() {
    const next = await this.take(casus(), "volgende");
    if (!next) return;
    this.#next = true;
    this.replace(next, casus().tekst.van ? "aangepast" : "volgende");
    this.$(".volgend h3").focus();
  }

  // ---- the text and the sheet ----

  get #koppen() {
    return GROEPEN.map((groep) => this.$(`fieldset[data-groep=${groep}] > legend`).textContent);
  }

  // whose it is, and what it is not
  get #end() {
    const { editie, uitgave, slot } = this.dataset;
    return `Gemaakt met de Leidraad Gewogen Maatwerk, ${editie}. ${uitgave}\n${slot}\n`;
  }

  get #made() {
    const said = (groep) => this.#lines.filter((line) => line.aan && line.groep === groep).map(({ tekst }) => tekst);
    const parts = this.#koppen.map((kop, at) => [kop, ...said(GROEPEN[at])]).filter((lines) => lines[1]);
    return [...parts.map((lines) => lines.join("\n")), this.#end].join("\n\n");
  }

  get text() {
    return casus().tekst.is ?? this.#made;
  }

  #change(value) {
    const van = this.#made;
    wijzig({ tekst: value === van ? {} : { van, is: value } });
    this.#showSheet();
  }

  // What came above since, below what was changed by hand.
  _erbij() {
    const { van, is } = casus().tekst;
    const fresh = this.#made
      .replace(this.#end, "")
      .split("\n")
      .filter((line) => !van.split("\n").includes(line));
    const text = [is.replace(this.#end, ""), ...fresh, "", this.#end].join("\n");
    this.replace({ ...casus(), tekst: { van: this.#made, is: text } }, "erbij");
  }

  _opnieuw() {
    this.replace({ ...casus(), tekst: {} }, "opnieuw");
    this.$("#casus-tekst").focus({ preventScroll: true }); // what was said, with the way back, stands above it
  }

  show() {
    this.$(".niets").hidden = this.isFilled;
    this.$(".gevuld").hidden = !this.isFilled;
    if (this.isFilled) this.#prepare();
    const { tekst, leerpunt } = casus();
    this.$("[data-anders]").hidden = tekst.is === undefined || tekst.van === this.#made;
    this.$("#casus-tekst").value = this.text;
    this.$("[data-weg]").textContent = this.#gone;
    this.$(".leerpunt").hidden = !leerpunt;
    this.$(".leerpunt p").textContent = leerpunt;
    this.#showSheet();
  }

  // what only a case needs: the hints at a field, and a sheet that is one A4
  async #prepare() {
    this.load(() => import("../lib/vrij-veld.js"));
    this.#fit ??= (await this.load(() => import("../lib/een-a4.js")))?.pasOpEenA4;
  }

  #showSheet() {
    const { bespreken, factoren, opnieuw, "vragen-naar": ask } = casus();
    const isAsked = this.#lines.some(({ sleutel }) => sleutel === "vragen-naar");
    // in the order of the guide
    const points = [...this.#namen].filter(([naam]) => bespreken.includes(naam.replace("punt:", "")));
    const asked = this.#lines.filter(({ vermoed, aan }) => vermoed && aan).map(({ tekst }) => tekst);
    const open = [...new Set([opnieuw, ...(isAsked ? ask : []), ...factoren])].flatMap(
      (id) => this.#zeg(`factor:${id}`)?.open ?? [],
    );
    this.#list(
      "[data-papier=bespreken]",
      points.map(([, { tekst }]) => tekst),
    );
    this.#list("[data-papier=vragen]", [...open, ...asked]);
    // the sheet has an end of its own, and its open questions stand there already
    const all = this.text.replace(this.#end, "").trim();
    const lines = all.split("\n").filter((line) => !asked.includes(line));
    const isHead = (line) => this.#koppen.includes(line);
    const said = lines.filter((line, at) => !isHead(line) || (lines[at + 1] && !isHead(lines[at + 1])));
    const shown = (line) => make(isHead(line) ? "h4" : "p", { className: /\S{200}/.test(line) ? "lang" : "" }, line);
    this.$("[data-papier=tekst]").replaceChildren(...said.map(shown));
  }

  // a part that is there where it has lines
  #list(part, lines) {
    this.$(part).hidden = !lines[0];
    this.$(`${part} ul`).replaceChildren(...lines.map((line) => make("li", {}, line)));
  }

  // What we weighed and saw, the last first; then what was said, or changed by hand. The agreements and how it began
  // stay longest.
  get #canWait() {
    const { uitspraken } = casus();
    const stays = (key) =>
      ["gedrag", "doel"].includes(key)
        ? 2
        : AFSPRAAK.includes(key)
          ? 1
          : uitspraken[key.split(".")[1]]?.bron === "gezegd"
            ? 0
            : -1;
    const ranks = new Map(
      this.#lines.flatMap(({ tekst, sleutel }) => tekst.split("\n").map((line) => [line, stays(sleutel)])),
    );
    const rank = (line) => ranks.get(line.textContent) ?? 0;
    const lines = this.$$("[data-papier=tekst] > p").filter((line) => line.textContent);
    return lines.reverse().sort((one, other) => rank(one) - rank(other));
  }

  get #gone() {
    const gone = Object.keys(LEEG).filter((key) => !same(casus()[key], LEEG[key]));
    const parts = gone.map((key) => this.#zeg(`deel:${key}`)?.tekst).filter(Boolean);
    return `${parts.join(", ") || "wat je noteerde"}.`;
  }

  // ---- the file ----

  get merk() {
    return ["casus", "casus", "1"];
  }

  /** The case without what somebody learned for themselves and without suspicions; of one whose question was chosen the factor stays, and not what was suspected. */
  get content() {
    const { op, leerpunt, ...state } = casus();
    const uitspraken = state.uitspraken
      .filter((one) => isZeker(one) || one.mee)
      .map((one) => (isZeker(one) ? one : { ...one, woorden: "", richting: "" }));
    return { ...state, uitspraken };
  }

  isSound(content) {
    return content.versie >= 1;
  }

  async take(content = casus(), how = "casusVan") {
    return (await this.load(() => import("../lib/casus-bestand.js")))?.[how](content, this.#zeg, this.strange);
  }

  // A file is opened again for the next conversation, more often than not: then that is one press away.
  get remarks() {
    const { nuVolgend, beginVolgend, onbekend } = this.words;
    const unknown = [...new Set(this.strange)].join(", ");
    const next = make("button", { type: "button", className: "knop" }, beginVolgend);
    next.dataset.doe = "volgend";
    return [
      unknown && `${onbekend.replace("…", () => unknown)} `,
      ...(afgesproken(casus())[0] ? [`${nuVolgend} `, next, " "] : []),
    ].filter(Boolean);
  }

  _begin() {
    begin();
    this.#next = false;
    this.renew();
    this.tell(this.words.begonnen);
  }
}

customElements.define("casus-formulier", CasusFormulier);
