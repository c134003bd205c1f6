// Several Vega views on one board. The kernel sends a chart's specification once and afterwards
// only its rows; what a reader picks in a chart goes back. The module itself is small, since a widget
// that takes two seconds to load is given up: Vega comes after it.

const STEP = 20; // px; a board a little wider or narrower needs no other drawing
const AGAIN = [0, 1000, 4000]; // ms before each try: a line that broke may come back

// A served page says where its file is; a file that failed is only asked for again by another address
async function fetched(address) {
  for (const [turn, wait] of AGAIN.entries()) {
    await new Promise((go) => setTimeout(go, wait));
    const tried = new URL(address, location.href);
    if (turn) tried.searchParams.set("again", turn);
    await import(tried.href).catch(() => null);
    if (window.workbenchVega) return window.workbenchVega;
  }
  throw new Error(`${address} did not come`);
}

// Elsewhere the kernel hands it over, once for all boards of a window
function handed(model) {
  return new Promise((done, failed) => {
    const hear = (told, buffers) => {
      if (!told.vega) return;
      model.off("msg:custom", hear);
      const place = URL.createObjectURL(new Blob(buffers, { type: "text/javascript" }));
      import(place).then(() => done(window.workbenchVega), failed);
    };
    model.on("msg:custom", hear);
    model.send({ needs: "vega" });
  });
}

function vega(model) {
  const address = document.body.dataset.vega;
  window.workbenchVegaComes ??= (address ? fetched(address).catch(() => handed(model)) : handed(model))
    .catch((reason) => {
      window.workbenchVegaComes = undefined; // the next drawing tries again
      throw reason;
    });
  return window.workbenchVegaComes;
}

function slot(board, name) {
  const made = document.createElement("section");
  made.className = "slot";
  made.dataset.chart = name;
  made.innerHTML = '<h3 role="heading" aria-level="2"></h3><p class="sub"></p><div class="picture" role="img"><div class="drawing"></div></div>';
  board.append(made);
  return made;
}

function fonts(spec, el) {
  const family = getComputedStyle(el).getPropertyValue("--sans").trim();
  return { ...spec, config: { ...spec.config, font: family || spec.config?.font } };
}

function pickedValue(value) {
  if (!value || typeof value !== "object") return null;
  const fields = Object.entries(value).filter(([field]) => field !== "vlPoint");
  return fields.length ? Object.fromEntries(fields) : null;
}

// A box drawn by hand stays at its pixels while the axes change: the rows now show what it kept.
// Vega-Lite names its pixels box_x, and box_x_1 where the field itself is called x
function wipe({ view, picks }) {
  const { signals } = view.getState();
  for (const edge of picks.flatMap((pick) => [`${pick}_x`, `${pick}_y`])) {
    const pixels = `${edge}_1` in signals ? `${edge}_1` : edge;
    if (signals[pixels]?.length) view.signal(pixels, [0, 0]);
  }
}

function debounced(act, wait) {
  let timer;
  return (...given) => {
    clearTimeout(timer);
    timer = setTimeout(() => act(...given), wait);
  };
}

export default {
  async render({ model, el }) {
    const board = document.createElement("div");
    board.className = "board";
    board.dataset.columns = model.get("columns");
    el.append(board);
    const views = {}; // by chart: { view, spec }
    const slots = {};
    let queue = Promise.resolve(); // one message after the other, or an old drawing lands last

    async function embed(name, chart) {
      const place = slots[name].querySelector(".drawing");
      views[name]?.view.finalize();
      const vegaEmbed = await vega(model);
      const drawn = await vegaEmbed(place, fonts(chart.spec, board), {
        renderer: "svg", actions: false, ast: true, tooltip: { theme: "custom" },
      });
      views[name] = { view: drawn.view, picks: chart.picks, isQuiet: false };
      for (const param of chart.picks) {
        const tell = debounced(
          (value) => model.send({ picked: { chart: name, param, value: pickedValue(value) } }), 60);
        drawn.view.addSignalListener(param, (_signal, value) => views[name]?.isQuiet || tell(value));
      }
    }

    async function draw(name, chart) {
      slots[name] ??= slot(board, name);
      const [title, sub] = slots[name].querySelectorAll("h3, .sub");
      title.textContent = chart.title;
      sub.textContent = chart.sub;
      slots[name].classList.toggle("full", chart.is_full);
      const place = slots[name].querySelector(".drawing");
      place.parentElement.setAttribute("aria-label", chart.description); // Vega labels its own element
      if (chart.is_same) return;
      if (!chart.rows) {
        views[name]?.view.finalize();
        delete views[name];
        place.replaceChildren();
        return;
      }
      if (chart.spec) await embed(name, chart);
      const view = views[name]?.view;
      if (!view) return;
      for (const [dataset, rows] of Object.entries(chart.rows)) view.data(dataset, rows);
      views[name].isQuiet = true; // what follows is no pick of a reader's
      wipe(views[name]);
      await view.runAsync();
      views[name].isQuiet = false;
      // The picture says in words what it shows; its marks have none of their own
      place.querySelector("svg")?.setAttribute("aria-hidden", "true");
    }

    async function show({ charts, turn }) {
      await Promise.all(Object.entries(charts).map(([name, chart]) => draw(name, chart)));
      board.dataset.turn = turn;
      board.classList.remove("undrawn");
      model.send({ drawn: turn });
    }

    function measured() {
      const columns = window.getComputedStyle(board).gridTemplateColumns.split(" ").length;
      const full = board.clientWidth;
      const gap = 40;
      const half = columns > 1 ? (full - gap) / 2 : full;
      return { full: Math.floor(full / STEP) * STEP, half: Math.floor(half / STEP) * STEP };
    }

    model.on("msg:custom", (told) => {
      if (told.charts) queue = queue.then(() => show(told)).catch((e) => model.send({ broken: String(e) }));
    });
    let before = "";
    const report = debounced(() => {
      const widths = measured();
      if (!widths.full || JSON.stringify(widths) === before) return;
      before = JSON.stringify(widths);
      model.send({ ready: widths });
    }, 30);
    const watcher = new ResizeObserver(report);
    watcher.observe(board);
    board.classList.add("undrawn");
    vega(model).catch(() => null); // while the kernel still computes
    report();
    return () => {
      watcher.disconnect();
      for (const { view } of Object.values(views)) view.finalize();
    };
  },
};
