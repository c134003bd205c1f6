// What keeps a page from working is said on it: no connection, a kernel gone, charts that do not come
(() => {
  const PATIENCE = 10; // s without any connection until that is said
  const BREATH = 3; // s a broken line is given before fields lock: most come back by then
  const DRAWING = 30; // s a chart may take
  const TEXTS = "textarea, input:not([type]), input[type=text], input[type=number]";
  const CONTROLS = "button, select, input, textarea";

  // anywidget gives a module two seconds and then never again; a busy browser gets two minutes
  const timeout = AbortSignal.timeout.bind(AbortSignal);
  AbortSignal.timeout = (ms) => timeout(ms === 2000 ? 120000 : ms);

  let loaded = 0; // when; 0 before
  let lines = 0; // open connections to the kernel
  let lost = 0; // when the last one went; 0 where there was none yet, or one is open
  let waits = 0; // since when a chart has been missing
  let isFailed = false; // whether a widget was given up
  let turn = 0;
  const seconds = (since) => (performance.now() - since) / 1000;

  const Plain = window.WebSocket;
  window.WebSocket = class extends Plain {
    constructor(...given) {
      super(...given);
      if (!String(given[0]).includes("/channels")) return;
      let isOpen = false;
      this.addEventListener("open", () => { isOpen = true; lines += 1; lost = 0; tick(); });
      this.addEventListener("close", () => {
        if (!isOpen) return;
        isOpen = false;
        lines -= 1;
        if (!lines) lost = performance.now();
      });
    }
  };

  const notice = () => document.getElementById("notice");
  const gone = () => document.getElementById("gone");
  const said = (key) =>
    document.getElementById("said").content.querySelector(`[data-say="${key}"]`).cloneNode(true);

  // One sentence at a time, with what a person can do about it; null takes it away
  function say(key) {
    const place = notice();
    if ((place.dataset.is || null) === key) return;
    place.dataset.is = key || "";
    place.hidden = !key;
    if (!key) return place.replaceChildren();
    const again = document.createElement("button");
    again.append(said("try-again"));
    again.addEventListener("click", () => location.reload());
    place.replaceChildren(said(key), " ", again);
  }

  // Text stays readable and can be copied; everything else is off. What was off before stays so
  function lock(isLocked) {
    const page = document.getElementById("page");
    page.classList.toggle("locked", isLocked);
    for (const each of page.querySelectorAll(isLocked ? CONTROLS : "[data-locked]")) {
      if (each.closest(".kept-words")) continue;
      const trait = each.matches(TEXTS) ? "readOnly" : "disabled";
      if (isLocked && each[trait]) continue;
      each[trait] = isLocked;
      each.toggleAttribute("data-locked", isLocked);
    }
  }

  function tick() {
    if (!loaded) return;
    turn += 1;
    const isNever = !lines && !lost;
    if (isNever && seconds(loaded) > PATIENCE) {
      gone().hidden = true; // it never had one: the way there is what is missing
      return say("no-socket");
    }
    if (!gone().hidden) { say(null); return lock(true); }
    if (lost) {
      if (turn % 3 === 0) document.dispatchEvent(new Event("visibilitychange")); // is its kernel there still?
      if (seconds(lost) > BREATH) { say("lost"); lock(true); }
      return;
    }
    if (document.getElementById("page").classList.contains("locked")) lock(false);
    const isMissing = [...document.querySelectorAll(".board.undrawn")].some((each) => each.clientWidth);
    waits = isMissing ? waits || performance.now() : 0;
    say(isFailed || (waits && seconds(waits) > DRAWING) ? "no-charts" : null);
  }
  window.addEventListener("unhandledrejection", ({ reason }) => {
    if (String(reason).includes("[anywidget]")) isFailed = true;
  });
  window.addEventListener("load", () => {
    loaded = performance.now();
    setInterval(tick, 1000);
  });
})();
