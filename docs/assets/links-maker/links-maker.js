// <links-maker>: a Common Cartridge 1.1 of the kinds that were chosen, made here: also where the publication did not know
// its address when it was built. It is the same package as leidraad/outputs/zips/cartridge.py makes.
import { save } from "../lib/files.js";
import { zip } from "../lib/zip.js";

const SIGNS = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&#34;", "'": "&#39;" };
const xml = (text) => text.replace(/[&<>"']/g, (sign) => SIGNS[sign]);
const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';
const CC = "http://www.imsglobal.org/xsd/imsccv1p1";

class LinksMaker extends HTMLElement {
  #form = this.querySelector("form");
  #said = this.querySelector("[role=status]");

  connectedCallback() {
    this.#form.hidden = false;
    this.#form.addEventListener("submit", this);
  }

  disconnectedCallback() {
    this.#form.removeEventListener("submit", this);
  }

  async handleEvent(event) {
    event.preventDefault();
    const chosen = new FormData(this.#form);
    const kinds = chosen.getAll("soort");
    if (!kinds.length) return this.#say("geenSoort");
    let data;
    try {
      data = await (await fetch(new URL("../leidraad.json", location.href))).json();
    } catch {
      return this.#say("geenGegevens");
    }
    const which = chosen.get("versie");
    try {
      save(`links-${data.gemeente.id}-${which}.imscc`, zip(this.#files(data, which, kinds)));
    } catch {
      return this.#say("geenBestand", "elders");
    }
    this.#say(...(this.#isHere() ? ["alleenHier"] : []), "gemaakt", "elders");
  }

  // the sentences stand in the page
  #say(...names) {
    this.#said.textContent = names.map((name) => this.#said.dataset[name]).join(" ");
  }

  // A preview on one's own computer has an address that nobody else can reach.
  #isHere() {
    return /^(localhost|127\.[\d.]+|\[::1\]|)$/.test(location.hostname);
  }

  #base(data, which) {
    const known = which === "vast" ? data.adres.vast : data.adres.nieuwste;
    if (known) return known;
    const here = new URL("../", location.href.split(/[?#]/)[0]).href;
    const placed = here.match(/^(.*\/)([^/]+)\/([^/]+)\/$/);
    if (placed?.[2] !== data.gemeente.id || !["nieuwste", data.editie].includes(placed[3])) return here;
    return `${placed[1]}${placed[2]}/${which === "vast" ? data.editie : "nieuwste"}/`;
  }

  #files(data, which, kinds) {
    const base = this.#base(data, which);
    const links = data.onderdelen
      .filter((item) => item.van_kracht && kinds.includes(item.soort))
      .map((item) => ({
        soort: item.soort,
        id: item.cursus.split("/")[1],
        titel: xml(item.status ? `${item.titel} (${item.status})` : item.titel),
        adres: xml(base + item.adres),
      }));
    const said = which === "vast" ? `versie ${data.editie}` : `nieuwste versie, gemaakt bij ${data.editie}`;
    const title = xml(`Leidraad Gewogen Maatwerk, ${data.gemeente.naam} (${said})`);
    const page = ({ titel, adres }) =>
      `<webLink xmlns="${CC}/imswl_v1p1">\n<title>${titel}</title>\n<url href="${adres}" target="_blank"/>\n</webLink>`;
    return [
      ["imsmanifest.xml", this.#manifest(`leidraad-${data.gemeente.id}-links-${which}`, title, links)],
      ...links.map((link) => [`${link.id}.xml`, page(link)]),
    ];
  }

  #manifest(name, title, links) {
    const kinds = [...new Set(links.map((link) => link.soort))];
    const heading = (soort) => xml(this.querySelector(`input[value="${soort}"]`).labels[0].textContent.trim());
    const item = ({ id, titel }) =>
      `<item identifier="${name}-deel-${id}" identifierref="${name}-link-${id}"><title>${titel}</title></item>`;
    const folder = (soort) => [
      `<item identifier="${name}-map-${soort}">`,
      `<title>${heading(soort)}</title>`,
      ...links.filter((link) => link.soort === soort).map(item),
      "</item>",
    ];
    const resource = ({ id }) =>
      `<resource identifier="${name}-link-${id}" type="imswl_xmlv1p1"><file href="${id}.xml"/></resource>`;
    return [
      `${HEAD}<manifest xmlns="${CC}/imscp_v1p1" xmlns:lom="http://ltsc.ieee.org/xsd/imsccv1p1/LOM/manifest" identifier="${name}">`,
      "<metadata>",
      "<schema>IMS Common Cartridge</schema>",
      "<schemaversion>1.1.0</schemaversion>",
      `<lom:lom><lom:general><lom:title><lom:string language="nl">${title}</lom:string></lom:title></lom:general></lom:lom>`,
      "</metadata>",
      "<organizations>",
      `<organization identifier="${name}-inhoud" structure="rooted-hierarchy">`,
      `<item identifier="${name}-alles">`,
      ...kinds.flatMap(folder),
      "</item>",
      "</organization>",
      "</organizations>",
      "<resources>",
      ...links.map(resource),
      "</resources>",
      "</manifest>",
    ].join("\n");
  }
}

customElements.define("links-maker", LinksMaker);
