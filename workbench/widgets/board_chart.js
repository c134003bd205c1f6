// One chart of a board: its finding, its Vega view, and the boxes a reader draws in it.

const NARROW = 2; // px a box has at least, to be seen and moved

function chart(board, name, { vega, heard }) {
  const slot = made(board, name);
  const [title, sub] = slot.querySelectorAll("h3, .sub");
  const place = slot.querySelector(".drawing");
  let view = null;
  let picks = {}; // by selection: what it is, "box", "turn" or "state"
  let brush = {}; // by selection: where its box stands, as the kernel says
  let known = {}; // by selection: the last value that was told, or set here
  let isQuiet = false; // what follows is no pick of a reader's

  async function embed(told) {
    view?.finalize();
    const vegaEmbed = await vega();
    const drawn = await vegaEmbed(place, fonts(told.spec, board), {
      renderer: "svg", actions: false, ast: true, tooltip: { theme: "custom" },
    });
    ({ view } = drawn);
    ({ picks } = told);
    known = {};
    place.style.minHeight = "";
    slot.classList.toggle("brushed", Object.values(picks).includes("box"));
    for (const param of Object.keys(picks))
      view.addSignalListener(param, (_signal, value) => picked(param, pickedValue(value)));
    // The picture says in words what it shows; its marks have none of their own
    place.querySelector("svg")?.setAttribute("aria-hidden", "true");
  }

  function picked(param, value) {
    const isSame = JSON.stringify(value) === JSON.stringify(known[param] ?? null);
    known[param] = value;
    if (!isQuiet && !(isSame && picks[param] === "box")) heard({ chart: name, param, value }, picks[param]);
  }

  function empty() {
    if (view) place.style.minHeight = `${place.offsetHeight}px`; // nothing jumps under the mouse
    view?.finalize();
    view = null;
    slot.classList.remove("brushed");
    place.replaceChildren();
  }

  function label(told) {
    write(title, told.title);
    write(sub, told.sub);
    fold(slot.querySelector(".figures"), told.figures ?? "");
    slot.classList.toggle("full", told.is_full);
    const picture = place.parentElement; // Vega labels its own element
    if (picture.ariaLabel !== told.description) picture.setAttribute("aria-label", told.description);
    brush = told.brush;
  }

  return {
    // Draw what is told, a whole chart or some of its rows
    async draw(told) {
      if ("title" in told) label(told);
      if (!told.rows) return empty();
      if (told.spec) await embed(told);
      const changed = view ? Object.entries(told.rows) : [];
      for (const [dataset, rows] of changed) put(view, dataset, rows);
      if (changed.length) await view.runAsync();
    },
    // Put every box where the kernel says that it stands
    async settle() {
      if (!view) return;
      const put = Object.entries(brush).filter(([param, box]) => param in picks && boxed(view, param, box));
      if (!put.length) return;
      isQuiet = true;
      await view.runAsync();
      isQuiet = false;
    },
    // The boxes that stand
    get boxes() { return Object.keys(brush).filter((param) => brush[param]); },
    end: () => view?.finalize(),
  };
}

function made(board, name) {
  const slot = document.createElement("section");
  slot.className = "slot";
  slot.dataset.chart = name;
  slot.innerHTML = '<h3 role="heading" aria-level="2"></h3><p class="sub"></p><div class="picture" role="img"><div class="drawing"></div></div><div class="figures"></div>';
  board.append(slot);
  return slot;
}

// Change rows where they stand, as marks then are changed and not made anew: half the time of a move
function put(view, dataset, rows) {
  const held = view.data(dataset);
  const isAlike = held.length === rows.length && held.every((row, at) => {
    const fields = Object.keys(rows[at]);
    return Object.keys(row).length === fields.length && fields.every((field) => field in row);
  });
  if (!isAlike) return view.data(dataset, rows);
  const change = view.changeset();
  for (const [at, row] of held.entries())
    for (const [field, value] of Object.entries(rows[at]))
      if (row[field] !== value) change.modify(row, field, value);
  view.change(dataset, change);
}

// Set the figures drawn beneath the picture, open where they were
function fold(place, html) {
  if (place.dataset.told === html) return;
  const isOpen = place.querySelector("details")?.open ?? false;
  place.dataset.told = html;
  place.style.minHeight = html ? "" : `${place.offsetHeight}px`; // nothing jumps under the mouse
  place.innerHTML = html;
  if (isOpen) place.querySelector("details")?.setAttribute("open", "");
}

function write(element, text) {
  if (element.textContent !== text) element.textContent = text;
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

// Set a box's px; whether it stood elsewhere
function boxed(view, pick, box) {
  const { signals } = view.getState();
  const sizes = { x: view.width(), y: view.height() };
  const wanted = Object.entries(sizes).map(([axis, size], n) => {
    const edge = `${pick}_${axis}`; // Vega-Lite's px; edge_1 where the field itself is called x
    return [`${edge}_1` in signals ? `${edge}_1` : edge, box ? within(box[n], size) : [0, 0]];
  });
  const isThere = wanted.every(([name, ends]) => {
    const [low, high] = [...(signals[name] ?? [])].sort((one, other) => one - other);
    if (!box) return (low ?? 0) === (high ?? 0);
    return Math.abs(low - ends[0]) < 0.01 && Math.abs(high - ends[1]) < 0.01;
  });
  if (!isThere) for (const [name, ends] of wanted) view.signal(name, ends);
  return !isThere;
}

function within([low, high], size) {
  if (high < 0 || low > size) return [0, 0]; // beyond the axes
  const middle = Math.min(Math.max((low + high) / 2, NARROW / 2), size - NARROW / 2);
  const ends = high - low < NARROW ? [middle - NARROW / 2, middle + NARROW / 2] : [low, high];
  return ends.map((end) => Math.min(Math.max(end, 0), size));
}
