// <druk-knop>: a button that prints the page. Without a script there is none: the browser has its own.
import { make } from "../lib/make.js";

class DrukKnop extends HTMLElement {
  connectedCallback() {
    const button = make("button", { type: "button", className: "knop" }, "Druk af");
    button.addEventListener("click", () => print());
    this.replaceChildren(button);
  }
}

customElements.define("druk-knop", DrukKnop);
