// The list in <versie-keuze>: a link to each version, to this page there where it exists.
let versions;

/** Fill the list from what stands beside this edition; where that cannot be had, it is empty. */
export async function show(keuze) {
  const list = keuze.querySelector("ul");
  list.textContent = "";
  versions ??= await (await fetch(`${keuze.dataset.wortel}../versions.json`)).json();
  list.replaceChildren(...versions.flatMap((version) => links(version, keuze.dataset)));
}

function links({ version, aliases, properties }, { wortel, pagina }) {
  const there = !properties?.zonder?.includes(pagina);
  return [...aliases, version].map((name) => {
    const item = document.createElement("li");
    const link = item.appendChild(document.createElement("a"));
    link.href = `${wortel}../${name}/` + (there ? pagina : "");
    link.toggleAttribute("data-plek", there);
    link.textContent = name === version ? `${version}, vaste versie` : `Nieuwste (${version})`;
    if (link.pathname === location.pathname) link.ariaCurrent = "page";
    if (!there) item.append("Niet in deze versie: je komt bij het begin.");
    return item;
  });
}
