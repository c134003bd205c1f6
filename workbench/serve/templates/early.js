// Voilà's script begins at `load`, when the page is whole. Here it begins while the kernel is at work, and
// what it then could not find yet is brought to life once the page is whole
(() => {
  const listen = window.addEventListener;
  window.addEventListener = function (type, act, ...more) {
    if (type !== "load" || document.readyState === "complete") return listen.call(this, type, act, ...more);
    act.call(window, new Event("load"));
  };
  document.addEventListener("DOMContentLoaded", () => {
    window.addEventListener = listen;
    const rendermime = window.jupyterapp?.widgetManager?.rendermime;
    if (!rendermime) return; // it has not looked yet
    for (const told of document.querySelectorAll('script[type="application/vnd.voila.cell-output+json"]')) {
      const output = JSON.parse(told.textContent);
      const view = rendermime.createRenderer(rendermime.preferredMimeType(output.data, "any"));
      view.renderModel(output);
      view.addClass("jp-OutputArea-output");
      const place = told.parentElement;
      told.remove();
      view.constructor.attach(view, place);
    }
  });
})();
