// <sluit-na-keuze>: closes the popover around it when a link in it is chosen. Without it, Esc or a tap beside does.
class SluitNaKeuze extends HTMLElement {
  connectedCallback() {
    this.addEventListener("click", this);
  }

  disconnectedCallback() {
    this.removeEventListener("click", this);
  }

  handleEvent(event) {
    const popover = this.closest("[popover]:popover-open");
    if (popover && event.target.closest("a")) popover.hidePopover();
  }
}

customElements.define("sluit-na-keuze", SluitNaKeuze);
