// The 404 page, at any depth below any base path: the address itself tells which municipality was meant.
{
  const parts = location.pathname.split("/");
  const known = JSON.parse(document.querySelector("#gemeenten").textContent);
  const at = parts.findIndex((part) => known.includes(part));
  const list = document.querySelector("#wegen");
  const add = (count, path, text) => {
    const link = document.createElement("a");
    link.href = parts.slice(0, count).join("/") + path;
    link.textContent = text;
    list.appendChild(document.createElement("li")).append(link);
  };
  if (at > 0) {
    add(at + 1, "/nieuwste/", "Naar het begin van de nieuwste versie");
    add(at + 1, "/nieuwste/alles/", "Zoek haar op in Alles op een rij");
    add(at + 1, "/", "Naar alle versies van deze gemeente");
    add(at, "/", "Naar alle gemeenten");
    document.querySelector("#adres")?.parentElement.remove();
  } else {
    add(parts.length - (parts.at(-1) ? 1 : 2), "/", "Een stap terug");
  }
  list.hidden = false;
}
