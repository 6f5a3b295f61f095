// In a frame a card tells how high it is, so that a course need not guess, and is light or dark where the course asks for
// that behind the address (#licht, #donker). By itself it is a page like every other, in a tab that may hold notes: the
// chosen palette and «Wis alles» are there too.
if (parent !== window) {
  const asked = location.hash.slice(1);
  if (["licht", "donker"].includes(asked)) document.documentElement.dataset.palet = asked;
  const tell = () => parent.postMessage({ leidraadKaart: document.documentElement.offsetHeight }, "*");
  new ResizeObserver(tell).observe(document.documentElement);
} else {
  document.querySelector("base")?.removeAttribute("target"); // a link stays in this tab, and Back leads here
  const beside = (path) => new URL(path, document.currentScript.src);
  const hoek = Object.assign(document.createElement("link"), { rel: "stylesheet" });
  hoek.href = beside("../schil/in-de-hoek.css");
  const voorkeur = document.createElement("script");
  voorkeur.src = beside("../palet/voorkeur.js");
  voorkeur.onload = () => import("../schil/schil.js");
  document.head.append(hoek, voorkeur);
  // #druk: «Druk af» on the page of the item was the one press; reloading does not print again.
  if (location.hash === "#druk") addEventListener("load", printed);
}

function printed() {
  let began = false;
  addEventListener("beforeprint", () => (began = true), { once: true });
  try {
    history.replaceState(null, "", location.pathname);
    print();
  } catch {
    // no printing here: the sentence that follows says how to do it yourself
  }
  setTimeout(
    () =>
      began ||
      say("Zie je geen afdrukvenster? Gebruik het afdrukken van je browser (Ctrl+P, op een telefoon in het menu)."),
    500,
  );
}

function say(text) {
  const said = document.createElement("p");
  said.className = "kaart__gezegd";
  said.setAttribute("role", "status");
  document.querySelector("main").prepend(said);
  said.textContent = text;
}
