// Words typed and not known to be saved stay in this window, and are offered again after a reload.
// A box says by its classes whose words of what it holds, and below it what the store holds of them;
// a box of another person has another mark, so nobody is offered what somebody else typed.
(() => {
  const STORE = "words/";
  const RUN = Math.random().toString(36).slice(2); // this load of the page
  const INPUTS = "textarea, input[type=text], .widget-radio-box";
  const BOX = "[class*='words-at-']";
  const FORM = "[class*='words-of-']";
  const SETTLED = 3000; // ms a page stands before a box that is not there counts as gone

  const marked = (element, what) =>
    [...element.classList].find((name) => name.startsWith(what))?.slice(what.length);
  const inputs = (box) => [...box.querySelectorAll(INPUTS)].filter((each) => !each.closest(".kept-words"));
  function held(input) {
    if (!input.matches(".widget-radio-box")) return input.value;
    const chosen = [...input.querySelectorAll("input")].findIndex((each) => each.checked);
    return chosen < 0 ? "" : String(chosen);
  }
  function sum(text) { // as kept.py counts it
    let found = 0x811c9dc5;
    for (let at = 0; at < text.length; at++) found = Math.imul(found ^ text.charCodeAt(at), 0x01000193) >>> 0;
    return found.toString(16);
  }
  const isSaved = (box, values) =>
    [...box.querySelectorAll("[data-holds]")].some((each) => each.dataset.holds === values.map(sum).join(" "));
  const isOff = (input) => input.disabled || input.querySelector("input:disabled");
  const isBlank = (values) => values.every((value) => !value.trim());

  const place = (box) => {
    const form = box.closest(FORM);
    return form && `${marked(form, "words-of-")}/${marked(box, "words-at-")}`;
  };
  const keys = () => Object.keys(sessionStorage).filter((key) => key.startsWith(STORE));
  const read = (key) => JSON.parse(sessionStorage.getItem(key));

  function note({ target }) {
    const box = target.closest?.(BOX);
    const at = box && place(box);
    if (!at || target.closest(".kept-words")) return;
    const key = `${STORE}${at}/${RUN}`;
    const values = inputs(box).map(held);
    if (isBlank(values)) return sessionStorage.removeItem(key);
    const label = box.querySelector("b")?.textContent || target.placeholder || "";
    try { sessionStorage.setItem(key, JSON.stringify({ label, values })); } catch { /* full: nothing more fits */ }
  }

  // What the store holds by now, or what a press has sent on its way, is kept no longer
  const heard = new WeakSet();
  function forget() {
    for (const told of document.querySelectorAll("[data-taken]")) {
      const form = told.closest(FORM);
      if (heard.has(told) || !form) continue;
      heard.add(told);
      sessionStorage.removeItem(`${STORE}${marked(form, "words-of-")}/${told.dataset.taken}/${RUN}`);
    }
    for (const box of document.querySelectorAll(BOX)) {
      const key = `${STORE}${place(box)}/${RUN}`;
      if (!sessionStorage.getItem(key)) continue;
      const values = inputs(box).map(held);
      if (isSaved(box, values) || isBlank(values)) sessionStorage.removeItem(key);
    }
  }

  const said = (key) =>
    document.getElementById("said").content.querySelector(`[data-say="${key}"]`).cloneNode(true);
  function button(key, act) {
    const made = document.createElement("button");
    made.append(said(key));
    made.addEventListener("click", act);
    return made;
  }
  function fill(input, value) {
    if (input.matches(".widget-radio-box")) return input.querySelectorAll("input")[value]?.click();
    input.value = value;
    for (const kind of ["input", "change"]) input.dispatchEvent(new Event(kind, { bubbles: true }));
  }

  function offer(key, form, box) {
    const { label, values } = read(key);
    const told = values.filter((value) => value.trim()).join("\n");
    const isOpen = box && inputs(box).length === values.length && !inputs(box).some(isOff);
    const made = document.createElement("div");
    made.className = "kept-words desk";
    made.dataset.key = key;
    made.setAttribute("role", "status");
    const words = document.createElement("blockquote");
    words.textContent = told;
    const done = () => { sessionStorage.removeItem(key); made.remove(); };
    const copy = () => {
      getSelection().selectAllChildren(words); // without TLS a browser copies by hand only
      navigator.clipboard?.writeText(told).catch(() => null);
    };
    const back = () => { inputs(box).forEach((each, at) => fill(each, values[at])); done(); };
    const act = isOpen ? button("put-back", back) : button("copy", copy);
    const name = document.createElement("b");
    name.textContent = box ? "" : label;
    made.append(name, " ", said(isOpen ? "unsaved" : "unsaved-closed"), words, act, " ", button("discard", done));
    if (box) box.append(made);
    else form.prepend(made);
  }

  const since = new WeakMap(); // by form: when it was first seen
  function look() {
    forget();
    for (const form of document.querySelectorAll(FORM)) {
      if (!since.has(form)) since.set(form, performance.now());
      for (const key of keys()) {
        const [, of, at, run] = key.split("/");
        if (run === RUN || of !== marked(form, "words-of-")) continue;
        if (document.querySelector(`.kept-words[data-key="${key}"]`)) continue;
        const box = form.querySelector(`.words-at-${at}`);
        const isGone = !form.matches(".words-walk") && performance.now() - since.get(form) > SETTLED;
        if (box && isSaved(box, read(key).values)) sessionStorage.removeItem(key);
        else if (box || isGone) offer(key, form, box);
      }
    }
  }
  window.addEventListener("load", () => {
    document.getElementById("page").addEventListener("input", note, true);
    setInterval(look, 500);
  });
})();
