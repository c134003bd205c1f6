// Vega, which the module comes without: a widget that takes two seconds to load is given up.

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
