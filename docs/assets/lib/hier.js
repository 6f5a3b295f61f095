// Where the browser keeps nothing, the case is gone on the next page. So what the page of the case makes comes to this
// page: a link to it shows the text, the sheet and the file below the form, from what this page still holds. Who leaves
// the page in another way is asked first.
import { make } from "./make.js";
import { isFilled, isRefused } from "./storage.js";

const PLACE = "/afwegen/jullie-casus/";
let shown;

addEventListener("click", (event) => {
  const link = event.target.closest?.("a[href]");
  if (!isRefused() || !link?.pathname.endsWith(PLACE) || location.pathname.endsWith(PLACE)) return;
  event.preventDefault();
  show(link);
});
addEventListener("beforeunload", (event) => {
  if (isRefused() && isFilled()) event.preventDefault();
});

async function show(link) {
  try {
    shown ??= await fetched(link);
  } catch {
    return link.after(
      make("strong", { role: "status" }, " Dat lukt nu niet: er is geen verbinding. Druk deze pagina af."),
    );
  }
  const form = document.querySelector(".gids, .formulier:has(form)");
  if (!shown.isConnected) form.after(shown);
  shown.querySelector("casus-formulier").renew();
  shown.querySelector("h2").focus();
}

// The part of that page with the case, its styles and its script, with addresses that lead from here.
async function fetched({ href }) {
  const address = href.split("#")[0];
  const found = new DOMParser().parseFromString(await (await fetch(address)).text(), "text/html");
  const from = (name) => (element) => new URL(element.getAttribute(name), address).href;
  const part = document.adoptNode(found.querySelector(".casusformulier"));
  for (const link of part.querySelectorAll("a[href]")) link.href = from("href")(link);
  const there = new Set([...document.querySelectorAll("link[rel=stylesheet]")].map((one) => one.href));
  for (const one of [...found.querySelectorAll("link[rel=stylesheet]")].map(from("href")))
    if (!there.has(one)) document.head.append(make("link", { rel: "stylesheet", href: one }));
  await import(
    [...found.querySelectorAll("script[src]")].map(from("src")).find((one) => one.includes("/casus-formulier/"))
  );
  return make("section", { className: "formulier" }, make("h2", { tabIndex: -1 }, "Jullie casus"), part);
}
