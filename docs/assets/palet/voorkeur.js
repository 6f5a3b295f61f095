// Runs before the first paint: where this publication stands, by which its keys in the storage are told from those of
// another on the same host; and the chosen palette, if one was chosen, else what the system prefers.
{
  const { pathname } = new URL("../../", document.currentScript.src);
  const root = document.documentElement.dataset;
  root.publicatie = pathname.replace(/[^/]+\/(nieuwste|\d{4}\.\d+)\/$/, "");
  try {
    const choice = localStorage.getItem(`leidraad.palet ${root.publicatie}`);
    if (choice === "licht" || choice === "donker") root.palet = choice;
  } catch {
    // Storage is closed (a sandboxed frame, a strict browser): the system's preference stands.
  }
}
