// The hand over a board: which chart it is in, and which it holds, from the press until it lets go
// in whatever way: outside the window, taken away by the browser, by a key, or unseen.

const BRUSHED = ".slot.brushed .drawing";

function hand(board, told) {
  let inside = null; // the name of the chart that can be brushed under the pointer
  let held = null; // { chart, pointer } while a button or a finger is down
  const listening = new AbortController();
  const { signal } = listening;
  const chartAt = (target) => target?.closest?.(BRUSHED)?.closest(".slot").dataset.chart ?? null;

  function release(isTaken) {
    const { chart, pointer } = held;
    held = null;
    // Vega follows a pointer until it hears that it is up
    if (isTaken) window.dispatchEvent(new PointerEvent("pointerup", { pointerId: pointer }));
    told.released(chart, isTaken);
  }

  board.addEventListener("pointerdown", (event) => {
    const chart = chartAt(event.target);
    if (!chart) return;
    if (held || event.button) return event.stopPropagation(); // another finger, another button
    held = { chart, pointer: event.pointerId };
    told.pressed(chart);
  }, { capture: true, signal });

  board.addEventListener("pointerover", (event) => {
    const chart = chartAt(event.target);
    if (chart && chart !== inside) told.near(chart);
    inside = chart;
  }, { signal });
  board.addEventListener("pointerleave", () => { inside = null; }, { signal });

  function follow(event) {
    if (!held) return;
    if (event.pointerId !== held.pointer) event.stopPropagation();
    else if (event.type === "pointercancel") release(true);
    else if (event.type === "pointerup" || !event.buttons) release(false);
  }
  for (const type of ["pointermove", "pointerup", "pointercancel"])
    window.addEventListener(type, follow, { capture: true, signal });

  window.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    if (held) release(true);
    else if (inside && !event.target.matches?.("input, select, textarea")) told.cleared(inside);
  }, { signal });

  return {
    get inside() { return inside; },
    get held() { return held?.chart ?? null; },
    end: () => listening.abort(),
  };
}

// Keep the chart under the pointer where it is while what stands above it changes its height
function steady(board, inside) {
  let top = null;
  const place = () => {
    const slot = inside() && board.querySelector(`[data-chart="${inside()}"]`);
    return slot ? slot.getBoundingClientRect().top : null;
  };
  const note = () => { top = place(); };
  const watcher = new ResizeObserver(() => {
    const now = place();
    if (top !== null && now !== null && Math.abs(now - top) >= 1) scroller(board).scrollTop += now - top;
    note();
  });
  watcher.observe(board);
  watcher.observe(board.closest(".wb") ?? board);
  board.addEventListener("pointerover", note);
  window.addEventListener("scroll", note, { capture: true, passive: true });
  return () => {
    watcher.disconnect();
    window.removeEventListener("scroll", note, { capture: true });
  };
}

function scroller(element) {
  for (let each = element.parentElement; each; each = each.parentElement) {
    const { overflowY } = getComputedStyle(each);
    if (/auto|scroll/.test(overflowY) && each.scrollHeight > each.clientHeight) return each;
  }
  return document.scrollingElement;
}
