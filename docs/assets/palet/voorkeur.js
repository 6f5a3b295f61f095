// Runs before the first paint: the chosen palette, if one was chosen, else what the system prefers.
try {
  const choice = localStorage.getItem("leidraad.palet");
  if (choice === "licht" || choice === "donker") document.documentElement.dataset.palet = choice;
} catch {
  // Storage is closed (a sandboxed frame, a strict browser): the system's preference stands.
}
