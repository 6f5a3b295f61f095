// What comes when something around the page opens.
const root = new URL("../../", import.meta.url);
const ITEMS = ".menu__alles > li";
let versions, isAsked;

/** Fill the list in <versie-keuze> from what stands beside this edition; where that cannot be had, it is empty. */
export async function versies({ dataset, lastChild }) {
  versions ??= await (await fetch(new URL("../versions.json", root))).json();
  lastChild.querySelector("ul").replaceChildren(...versions.flatMap((version) => links(version, dataset.pagina)));
}

// A link to each version, to this page there where it exists.
function links({ version, aliases, properties }, pagina) {
  const there = !properties?.zonder?.includes(pagina);
  return [...aliases, version].map((name) => {
    const item = document.createElement("li");
    const link = item.appendChild(document.createElement("a"));
    link.href = new URL(`../${name}/${there ? pagina : ""}`, root);
    link.toggleAttribute("data-plek", there);
    link.textContent = name === version ? `${version}, vaste versie` : `Nieuwste (${version})`;
    if (link.pathname === location.pathname) link.ariaCurrent = "page";
    if (!there) item.append("Niet in deze versie: je komt bij het begin.");
    return item;
  });
}

/**
 * The menu opens at the page where one is; what one needs every day is unfolded where there is room. A group that this
 * page only links to comes from the home page, where all stand; if it does not come, a link it stays.
 */
export async function menu() {
  if (isAsked) return;
  isAsked = true;
  const menu = document.querySelector(".menu");
  const here = menu.querySelector("[aria-current]");
  if (here) here.autofocus = true; // in the HTML, a browser would say that it may not do so in a frame
  if (menu.matches(":popover-open")) here?.focus();
  const text = root.pathname === location.pathname ? menu.outerHTML : await (await fetch(root)).text();
  const groups = new DOMParser().parseFromString(text, "text/html").querySelectorAll(ITEMS);
  document.querySelectorAll(ITEMS).forEach((item, nr) => {
    const group = groups[nr].querySelector("details");
    if (group && !item.querySelector("details, :focus")) {
      for (const link of group.querySelectorAll("a")) link.href = new URL(link.getAttribute("href"), root);
      item.replaceChildren(group);
    }
    if (group && nr < 7 && innerWidth > 960) item.firstChild.open = true;
  });
}
