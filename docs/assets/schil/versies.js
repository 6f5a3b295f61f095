// The list in <versie-keuze>: a link to each version, to this page there where it exists.
let versions;

/** The items, from the list of versions that stands beside this edition. */
export async function items(here) {
  versions ??= await (await fetch(`${here.wortel}../versions.json`)).json();
  return versions.flatMap((version) => links(version, here));
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
