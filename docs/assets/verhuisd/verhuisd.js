// A page that moved: lead on, with what stands after #, which a redirect of the page itself would lose.
const link = document.querySelector("#verhuisd");
location.replace(link.href.includes("#") ? link.href : link.href + location.hash);
