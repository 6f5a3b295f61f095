// Alleen in het voorbeeld: vraagt of er bewaard is, en toont de pagina dan opnieuw. Een pagina die niet te zien is, wacht.
{
  const { stand } = document.currentScript.dataset;
  const follow = async () => {
    while (!document.hidden) {
      try {
        const answer = await fetch(`/ververs?na=${stand}`, { cache: "no-store" });
        if ((await answer.text()) !== stand) return location.reload();
      } catch {
        await new Promise((done) => setTimeout(done, 1000)); // de opdracht is gestopt, of begint opnieuw
      }
    }
  };
  document.addEventListener("visibilitychange", follow);
  follow();
}
