// <leidt-door>: an address that used to be a place in this list (#als-danplan) leads to the page of that item. What
// stands around the list, such as the article that the skip link leads to, is no place in it.
class LeidtDoor extends HTMLElement {
  connectedCallback() {
    addEventListener("hashchange", this);
    this.handleEvent();
  }

  disconnectedCallback() {
    removeEventListener("hashchange", this);
  }

  handleEvent() {
    const id = location.hash.slice(1);
    if (!id || id.includes("=")) return;
    const link = this.querySelector(`:scope #${CSS.escape(id)} [data-door]`);
    if (link) location.replace(link.href);
  }
}

customElements.define("leidt-door", LeidtDoor);
