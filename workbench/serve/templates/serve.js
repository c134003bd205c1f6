(() => {
  const tags = { zh: "zh-CN", en: "en" };
  const told = tags[new URLSearchParams(location.search).get("lang")];
  if (told) document.documentElement.lang = told; // a page made before it was asked for cannot know
  navigator.sendBeacon = () => true; // so Voilà closes a page, by an address with the kernel's id; see `tell`
  window.voila_heartbeat = window.voila_process = window.voila_finish = () => {};

  const kernel = () => {
    const config = document.getElementById("jupyter-config-data");
    return config && JSON.parse(config.textContent);
  };
  const cookie = (name) => (document.cookie.match(`(?:^|; )${name}=([^;]*)`) || [])[1] || "";
  // Says or asks something of this page's own kernel; which, no address tells
  const tell = (what, found) => fetch(`${found.baseUrl}${what}`, {
    method: "POST", keepalive: true, body: found.kernelId, headers: { "X-XSRFToken": cookie("_xsrf") },
  }).catch(() => null);
  // The next page is asked for before this one is left, and may need its place
  let leaves = 0; // until when it may be on its way out, whatever becomes of its kernel
  window.addEventListener("beforeunload", () => {
    const found = kernel();
    leaves = performance.now() + 10000;
    if (found) tell("leaving", found);
  });
  // A page that is closed gives its kernel back
  window.addEventListener("pagehide", () => {
    const found = kernel();
    if (found) tell("closed", found);
  });
  window.addEventListener("pageshow", (event) => event.persisted && location.reload());
  // A page whose kernel was closed says so, instead of not answering
  const look = async () => {
    const found = kernel();
    if (!found || performance.now() < leaves || document.visibilityState === "hidden") return;
    const answer = await tell("alive", found);
    if (answer && answer.status === 404) document.getElementById("gone").hidden = false;
  };
  // So does a page whose kernel died: its widgets know it first
  const lost = () => {
    if (performance.now() > leaves && document.querySelector(".jupyter-widgets-disconnected")) document.getElementById("gone").hidden = false;
  };
  // Widgets name their fields for the eye and the mouse; people who hear the page need it too
  const FIELDS = ".jupyter-widgets :is(input, textarea, select), .jupyter-widgets [role=slider]";
  const name = () => {
    for (const field of document.querySelectorAll(FIELDS)) {
      field.autocomplete = "off"; // what a field held, a browser would put in silently when one comes back
      const shown = [...(field.labels || [])].some((label) => label.textContent.trim());
      if (shown || field.hasAttribute("aria-label")) continue;
      const label = field.closest(".jupyter-widgets").querySelector(".widget-label");
      const told = field.title || (label && label.textContent) || field.placeholder;
      if (told && told.trim()) field.setAttribute("aria-label", told.trim());
    }
  };
  window.addEventListener("load", () => {
    new MutationObserver(name).observe(document.getElementById("page"), { childList: true, subtree: true });
    setInterval(look, 30000);
    setInterval(lost, 1000);
    document.addEventListener("visibilitychange", look);
  });
})();
