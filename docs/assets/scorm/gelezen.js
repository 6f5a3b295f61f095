// In a SCORM 1.2 package: frames a card and reports «gelezen». Only when the reader presses the button, and only when
// the card was there to be read: it said its height from within the frame, or was opened in a window of its own.
// Nothing else is kept or sent: no score, no time, no answers.
(() => {
  const part = (id) => document.getElementById(id);
  const say = (text) => (part("stand").textContent = text);
  let lms = null;
  let seen = false;

  function find(start) {
    for (let at = start, steps = 0; at && steps < 20; at = at.parent, steps++) {
      try {
        if (at.API) return at.API;
      } catch {
        // another host's window: look further up
      }
      if (at === at.parent) break;
    }
    return null;
  }

  function begin() {
    lms = find(window) ?? find(window.opener);
    if (lms && lms.LMSInitialize("") !== "true") lms = null;
    part("venster").addEventListener("click", () => (seen = true));
    part("gelezen").addEventListener("click", read);
    part("gelezen").hidden = false;
    const status = lms?.LMSGetValue("cmi.core.lesson_status");
    if (!lms) say("Er is geen verbinding met een leersysteem. Lezen kan wel; er wordt niets vastgelegd.");
    else if (status === "completed" || status === "passed") say("Dit stond al vast als gelezen.");
    else report("incomplete");
  }

  const report = (status) =>
    lms.LMSSetValue("cmi.core.lesson_status", status) === "true" && lms.LMSCommit("") === "true";

  function read() {
    if (!seen) say("De kaart is hier nog niet getoond. Open hem eerst in een nieuw venster.");
    else if (!lms) say("Er is geen verbinding met een leersysteem. Er is niets vastgelegd.");
    else if (report("completed")) say("Vastgelegd: gelezen.");
    else say(`Het leersysteem nam dit niet aan (code ${lms.LMSGetLastError()}). Probeer het nog eens.`);
  }

  addEventListener("message", (event) => {
    const height = event.data?.leidraadKaart;
    if (event.source !== part("kaart")?.contentWindow || !(height > 0)) return;
    seen = true;
    part("kaart").height = Math.ceil(height);
  });
  addEventListener("DOMContentLoaded", begin);
  addEventListener("pagehide", () => lms?.LMSFinish(""));
  addEventListener("pageshow", (event) => event.persisted && location.reload()); // the session ended when it was left
})();
