// The 404 page, at any depth below any base path: which municipality, version and page were meant. It offers only
// what it has seen: a base path may bear the name of a municipality too. Its import is put in place when publishing.
import { fits, slugOf } from "../lib/namen.js";

const names = JSON.parse(document.querySelector("#gemeenten").textContent);
const gemeenten = Object.keys(names);
const asked = location.pathname.split("/").filter(Boolean);
const list = document.querySelector("#wegen");

const MOST_FOLDERS = 40;
const decode = (text) => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};
const joined = (text) => slugOf(text).replaceAll("-", "");
const gemeenteOf = (part = "") => gemeenten.find((slug) => joined(slug) === joined(part));
const at = (count) => ({
  base: [location.origin, ...asked.slice(0, count)].join("/"),
  rest: decode(asked.slice(count).join("/")).split("/").filter(Boolean),
});

// What may be the root of the publication, the likeliest first.
const places = () => {
  const counts = [...asked.keys(), asked.length];
  const named = counts.filter((count) => count < asked.length && gemeenteOf(decode(asked[count]))).reverse();
  const own = document.querySelector("#adres")?.href.replace(/\/$/, "");
  const published = own?.startsWith(location.origin)
    ? counts.map(at).filter(({ base }) => decode(base).toLowerCase() === decode(own).toLowerCase())
    : [];
  const found = [...published.map(({ rest }) => ({ base: own, rest })), ...[...named, ...counts].map(at)];
  return found.filter(({ base }, nr) => found.findIndex((one) => one.base === base) === nr).slice(0, MOST_FOLDERS);
};

const versionsIn = async (base, slug) => {
  try {
    const held = await (await fetch(`${base}/${slug}/versions.json`)).json();
    return Array.isArray(held) ? held.map(({ version }) => version) : undefined;
  } catch {
    return undefined; // not there, or something else
  }
};
const isThere = (address) =>
  fetch(address, { method: "HEAD" }).then(
    ({ ok }) => ok,
    () => false,
  );

// factoren/Kennis/index.html, Factoren/kennis.html and factoren/kennis are factoren/kennis/.
const pageOf = (parts) => {
  const path = parts
    .join("/")
    .replace(/(^|\/)index\.html?$/i, "")
    .replace(/\.html?$/i, "")
    .split("/");
  const names = path.map((part) => (part.includes(".") ? part.toLowerCase() : slugOf(part))).filter(Boolean);
  return names.join("/") + (names.length && !names.at(-1).includes(".") ? "/" : "");
};

const add = (address, text, to = list) => {
  const link = document.createElement("a");
  link.href = address;
  link.textContent = text;
  to.appendChild(document.createElement("li")).append(link);
};

const offerPage = async (root, versions, [first = "", ...others]) => {
  const named = first.toLowerCase();
  const isVersion = named === "nieuwste" || versions.includes(named);
  const page = pageOf(isVersion || /^v?\d+(\.\d+)*$/.test(named) ? others : [first, ...others]);
  for (const version of isVersion && named !== "nieuwste" ? [named, "nieuwste"] : ["nieuwste"]) {
    const address = `${root}/${version}/${page}`;
    const text =
      version === "nieuwste"
        ? "Naar deze pagina in de nieuwste versie"
        : `Naar ${page ? "deze pagina in " : ""}versie ${version}`;
    if ((page || version !== "nieuwste") && (await isThere(address)))
      add(address + location.search + location.hash, text);
  }
};

const MOST = 8;
const offerSearch = (base) => {
  const form = document.querySelector("#zoek");
  const found = form.querySelector("ul");
  form.hidden = false;
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", () => {
    const wanted = form.querySelector("input").value.trim();
    const fitting = gemeenten.filter((slug) => wanted && fits(names[slug], wanted));
    found.replaceChildren();
    for (const slug of fitting.slice(0, MOST)) add(`${base}/${slug}/nieuwste/`, names[slug], found);
    form.querySelector("p").textContent =
      wanted && `${fitting.length || "Geen"} ${fitting.length === 1 ? "gemeente" : "gemeenten"} gevonden.`;
  });
};

const offer = async (base, rest, slug, versions) => {
  if (slug) {
    const root = `${base}/${slug}`;
    await offerPage(root, versions, rest.slice(1));
    add(`${root}/nieuwste/`, "Naar het begin van de nieuwste versie");
    add(`${root}/nieuwste/alles/`, "Zoek de pagina op in Alles op een rij");
    add(`${root}/`, "Naar alle versies van deze gemeente");
  }
  add(`${base}/`, "Naar alle gemeenten");
  document.querySelector("#adres")?.parentElement.remove();
  list.hidden = false;
  offerSearch(base);
  letWipe(base, slug ?? gemeenten[0]);
};

// A tab that holds notes can wipe them here too, with what the editions of this publication use.
const letWipe = async (base, slug) => {
  document.documentElement.dataset.publicatie = new URL(`${base}/`).pathname;
  try {
    await import(`${base}/${slug}/nieuwste/assets/schil/schil.js`);
    document.querySelector("main").append(document.createElement("wis-alles"));
  } catch {
    // every page that is there offers it
  }
};

(async () => {
  for (const { base, rest } of places()) {
    const slug = gemeenteOf(rest[0]);
    const versions = await versionsIn(base, slug ?? gemeenten[0]);
    if (versions) return offer(base, rest, slug, versions);
  }
})();
