// Voilà's script begins at `load`, when the page is whole. Here it begins while the kernel is at work; what a
// page shows is brought to life at `load` all the same, when what looks after its fields is there
(() => {
  const listen = window.addEventListener;
  window.addEventListener = function (type, act, ...more) {
    if (type !== "load" || document.readyState === "complete") return listen.call(this, type, act, ...more);
    act.call(window, new Event("load"));
  };
  const live = () => {
    const rendermime = window.jupyterapp?.widgetManager?.rendermime;
    if (!rendermime) return setTimeout(live, 20);
    for (const told of document.querySelectorAll('script[type="application/vnd.workbench.output+json"]')) {
      const output = JSON.parse(told.textContent);
      const view = rendermime.createRenderer(rendermime.preferredMimeType(output.data, "any"));
      view.renderModel(output);
      view.addClass("jp-OutputArea-output");
      const place = told.parentElement;
      told.remove();
      view.constructor.attach(view, place);
    }
  };
  listen.call(window, "load", live);
})();
