// A painted page stands where its widgets will; it goes in the frame in which they have drawn all of it
(() => {
  const isLive = (painted) => {
    const live = painted.nextElementSibling;
    const are = (css, as) => live.querySelectorAll(css).length >= painted.querySelectorAll(as).length;
    return live?.matches(".lm-Widget") && are(".jupyter-widgets", ".jupyter-widgets")
      && are(".board[data-turn]:not(.undrawn)", ".board");
  };
  const look = () => {
    const isGivenUp = document.getElementById("notice").dataset.is === "no-charts";
    for (const painted of document.querySelectorAll(".painted"))
      if (isGivenUp || isLive(painted)) painted.remove();
    if (document.querySelector(".painted")) requestAnimationFrame(look);
  };
  document.addEventListener("DOMContentLoaded", () => { requestAnimationFrame(look); });
})();
