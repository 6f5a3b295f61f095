// In a SCORM 1.2 package: reports «gelezen», and only when the reader says so and the content was on the screen. A card
// in a frame says its height from within; a lesson that stands in the page itself was seen when the end of each of its
// parts was in view. Nothing else is kept or sent: no score, no time, no answers.
(() => {
  const part = (id) => document.getElementById(id);
  const parts = document.getElementsByClassName("deel"); // of a lesson; a card has none
  const ended = new Set();
  let lms = null;
  let framed = false; // the card told its height
  let shown = false; // and its frame was in view
  let apart = false; // it was opened in a window of its own
  let pressed = false; // and an answer to that stays
  let kept = ""; // what is said where the learning system holds that it was read
  let only = ""; // what is said where it may hold nothing

  const say = (text) => part("stand").textContent !== text && (part("stand").textContent = text);
  const yes = (answer) => /^(true|1)$/i.test(answer);

  // Ask the learning system something; what throws gives nothing.
  function ask(name, ...given) {
    try {
      return lms[name](...given);
    } catch {
      return "";
    }
  }

  function held(window, name) {
    try {
      return window[name];
    } catch {
      // of another host's window nothing can be read, and nothing of none
    }
  }

  // Look in this window and every one around it, then in what opened each of those, and so on; in 500 at most, as the
  // reference wrapper of SCORM does.
  function find() {
    const todo = [window];
    for (let at = 0; at < todo.length && at < 500; at++) {
      const api = held(todo[at], "API");
      if (held(api, "LMSInitialize")) return api;
      const around = held(todo[at], "parent");
      if (around && !todo.includes(around)) todo.splice(at + 1, 0, around);
      const opener = held(todo[at], "opener");
      if (opener && !todo.includes(opener)) todo.push(opener);
    }
  }

  function begin() {
    part("venster")?.addEventListener("click", () => (apart = true));
    // What came into view with the press itself is known two frames later.
    const soon = (then) => requestAnimationFrame(() => requestAnimationFrame(then));
    part("gelezen").addEventListener("click", () => soon(read));
    part("gelezen").hidden = false;
    watch();
    look(Date.now() + 10_000);
  }

  function look(until) {
    const found = find();
    if (found) return start(found);
    if (Date.now() < until) setTimeout(look, 250, until);
    if (!pressed) say("Er is geen verbinding met een leersysteem. Lezen kan wel; er wordt niets vastgelegd.");
  }

  function start(found) {
    lms = found;
    if (!yes(ask("LMSInitialize", ""))) {
      lms = null;
      return say("Het leersysteem begon niet. Lezen kan wel; er wordt niets vastgelegd. Open dit opnieuw.");
    }
    const is = (key, values) => values.test(ask("LMSGetValue", `cmi.core.${key}`));
    if (is("lesson_status", /^(completed|passed)$/)) return say((kept = "Dit stond al vast als gelezen."));
    report("incomplete");
    if (is("lesson_mode", /^(browse|review)$/) || is("credit", /^no/))
      only = "Je leersysteem legt dit misschien niet vast.";
    say(only || (pressed ? "Er is nu verbinding met het leersysteem. Druk nog eens op de knop." : ""));
  }

  const report = (status) => yes(ask("LMSSetValue", "cmi.core.lesson_status", status)) && yes(ask("LMSCommit", ""));

  function read() {
    pressed = true;
    const missing = unseen();
    if (missing) say(missing);
    else if (!lms) say("Er is geen verbinding met een leersysteem. Er is niets vastgelegd.");
    else if (kept) say(kept);
    else if (!report("completed"))
      say(`Niet vastgelegd: het leersysteem nam dit niet aan (code ${ask("LMSGetLastError")}). Probeer het nog eens.`);
    else if (only) say(`Doorgegeven. ${only}`);
    else say((kept = "Vastgelegd: gelezen."));
  }

  // What was not on the screen. Nothing is kept of an earlier day, so all of it is asked for.
  function unseen() {
    if (!parts.length)
      return apart || (framed && shown) ? "" : "De kaart is nog niet getoond. Open hem in een nieuw venster.";
    if (ended.size === parts.length) return "";
    if (parts.length === 1) return "Dit is nog niet helemaal in beeld geweest. Lees eerst verder.";
    const next = [...parts].find((one) => !ended.has(one)).querySelector("h2").textContent;
    return `Van ${ended.size} van de ${parts.length} delen was het eind in beeld. Nog niet: ${next}.`;
  }

  function watch() {
    const seen = (entries) => {
      for (const entry of entries) {
        if (!entry.isIntersecting || document.hidden) continue;
        if (entry.target === part("kaart")) shown = true;
        else ended.add(entry.target);
      }
    };
    const observer = new IntersectionObserver(seen);
    const all = () => {
      observer.disconnect();
      for (const one of parts) observer.observe(one.lastElementChild);
      if (part("kaart")) observer.observe(part("kaart"));
    };
    all();
    document.addEventListener("visibilitychange", all); // what was in view behind another tab is asked again
  }

  addEventListener("message", (event) => {
    const height = event.data?.leidraadKaart;
    if (event.source !== part("kaart")?.contentWindow || !(height > 0)) return;
    framed = true;
    part("kaart").height = Math.ceil(height);
  });
  addEventListener("DOMContentLoaded", begin);
  addEventListener("pagehide", () => lms && ask("LMSFinish", ""));
  addEventListener("pageshow", (event) => event.persisted && location.reload()); // the session ended when it was left
})();
