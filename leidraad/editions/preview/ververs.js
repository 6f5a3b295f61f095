// Alleen in het voorbeeld: vraagt of er bewaard is, en toont de pagina dan opnieuw. Een browser heeft maar zes verbindingen
// voor een site. Daarom vraagt één tabblad het voor alle, om de beurt, en een kader op een pagina van ons vraagt niets.
if (!frameElement && self.origin !== "null") {
  const { stand } = document.currentScript.dataset;
  const others = new BroadcastChannel("ververs");
  let now = stand;
  const show = () => document.hidden || now === stand || location.reload();
  const take = (told) => show((now = told));
  const ask = async () => {
    const answer = await fetch(`/ververs?na=${now}`, { cache: "no-store" });
    const told = await answer.text();
    if (told !== now) others.postMessage(told);
    take(told);
  };
  const follow = async () => {
    while (true) {
      try {
        await navigator.locks.request("ververs", ask);
      } catch {
        await new Promise((done) => setTimeout(done, 1000)); // de opdracht is gestopt, of begint opnieuw
      }
    }
  };
  others.onmessage = ({ data }) => take(data);
  document.addEventListener("visibilitychange", show);
  follow();
}
