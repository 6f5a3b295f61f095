// Runs before the first paint: where this publication stands, by which its keys in the storage are told from those of
// another on the same host; and the chosen palette, if one was chosen, else what the system prefers. Where something is
// filled in the bar is that of filling in at once, and an address of a question in a route has the frame of a question,
// so that nothing moves when the scripts come.
{
  const { pathname } = new URL("../../", document.currentScript.src);
  const root = document.documentElement.dataset;
  root.publicatie = pathname.replace(/[^/]+\/(nieuwste|\d{4}\.\d+)\/$/, "");
  if (location.hash.startsWith("#scherm=")) root.gids = "";
  try {
    const choice = localStorage.getItem(`leidraad.palet ${root.publicatie}`);
    if (choice === "licht" || choice === "donker") root.palet = choice;
    const here = ` ${root.publicatie}`;
    const filled = (key) => key.startsWith("leidraad.") && key.endsWith(here) && key !== `leidraad.beurt${here}`;
    if (Object.keys(sessionStorage).some(filled)) root.invullen = ""; // as lib/storage.js says it
    if (sessionStorage[`leidraad.casus${here}`]) root.houdtCasus = ""; // something stands at Jullie casus
  } catch {
    // Storage is closed (a sandboxed frame, a strict browser): the system's preference stands.
  }
}
