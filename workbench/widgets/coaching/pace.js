// The bar of the walk: whose session, the steps, the time left; and the keys of a shared screen.
// The kernel says how much time has passed once; the seconds are counted here.

const TYPED = "input, textarea, select, [contenteditable=true], [role=slider]";

function clock(seconds) {
  const whole = Math.max(0, Math.floor(seconds));
  return `${String(Math.floor(whole / 60)).padStart(2, "0")}:${String(whole % 60).padStart(2, "0")}`;
}

function render({ model, el }) {
  const bar = document.createElement("div");
  bar.className = "pace";
  bar.innerHTML =
    '<span class="who"></span><ol></ol><span class="now" role="status"></span>' +
    '<span class="clock" role="timer"><b></b><small></small></span>';
  el.append(bar);
  const find = (query) => bar.querySelector(query);
  let counted = performance.now();

  function steps() {
    const at = model.get("at");
    find(".who").textContent = model.get("who");
    find("ol").setAttribute("aria-label", model.get("words").steps);
    find("ol").replaceChildren(
      ...model.get("names").map((name, n) => {
        const line = document.createElement("li");
        const button = document.createElement("button");
        button.type = "button";
        button.title = name;
        button.textContent = name;
        button.className = n < at ? "done" : n === at ? "here" : "";
        if (n === at) button.setAttribute("aria-current", "step");
        button.addEventListener("click", () => model.send({ go: n }));
        line.append(button);
        return line;
      }),
    );
    find(".now").textContent = model.get("now");
  }

  function tick() {
    const words = model.get("words");
    const begun = model.get("elapsed");
    if (begun < 0) {
      find(".clock b").textContent = "";
      find(".clock small").textContent = words.ready;
      return;
    }
    const passed = begun + (performance.now() - counted) / 1000;
    const left = model.get("ends")[model.get("at")] - passed;
    find(".clock b").textContent = clock(passed);
    find(".clock small").textContent = (left < 0 ? words.over : words.left).replace("%t", clock(Math.abs(left)));
    find(".clock").classList.toggle("over", left < 0);
  }

  const page = () => el.closest(".wb.live");

  function present() {
    const root = page();
    if (!root) return;
    const on = model.get("is_presenting");
    root.classList.toggle("presenting", on);
    // The top layer: no cell, tab or frame of JupyterLab cuts it
    if (on && !root.hasAttribute("popover")) {
      root.setAttribute("popover", "manual");
      root.showPopover?.();
    } else if (!on && root.hasAttribute("popover")) {
      if (root.matches(":popover-open")) root.hidePopover();
      root.removeAttribute("popover");
    }
  }

  // After a step the reader stands at its question, as after turning a page. A busy browser may
  // draw the question later, so it is looked for again while nothing else has the focus.
  function arrive() {
    for (const wait of [60, 500, 2000]) setTimeout(() => stand(wait > 60), wait);
  }

  function stand(isLate) {
    const head = page()?.querySelector("h1.finding");
    const at = document.activeElement;
    const isElsewhere = at && at !== document.body;
    // Nobody who is already typing is taken away from the field
    if (!head || at?.matches(TYPED) || (isLate && isElsewhere)) return;
    head.tabIndex = -1;
    head.focus({ preventScroll: true });
    if (model.get("is_presenting")) page().scrollTo(0, 0);
    else head.scrollIntoView({ block: "nearest" });
  }

  function pressed(event) {
    if (!model.get("is_presenting") || !el.isConnected) return;
    if (event.altKey || event.ctrlKey || event.metaKey || event.target.closest?.(TYPED)) return;
    const by = { ArrowRight: 1, PageDown: 1, ArrowLeft: -1, PageUp: -1 }[event.key];
    if (by) model.send({ by });
    else if (event.key === "Escape") model.send({ leave: true });
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  model.on("change:elapsed", () => { counted = performance.now(); tick(); });
  model.on("change:at", () => { steps(); tick(); arrive(); });
  model.on("change:who change:names change:now change:words", steps);
  model.on("change:is_presenting", () => { present(); arrive(); });
  document.addEventListener("keydown", pressed, true);
  steps();
  tick();
  setTimeout(present, 0);
  const timer = setInterval(tick, 1000);
  return () => {
    clearInterval(timer);
    document.removeEventListener("keydown", pressed, true);
  };
}

export default { render };
