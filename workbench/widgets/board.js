// Several Vega views on one board. The kernel sends a chart's specification once and afterwards
// only the rows that changed; what a reader picks in a chart goes back.

const STEP = 20; // px; a board a little wider or narrower needs no other drawing

// What is told of a chart over what still waits to be drawn of it; rows by dataset
function over(older, newer) {
  const isWhole = newer.spec || !newer.rows || !older?.rows;
  const rows = isWhole ? newer.rows : { ...older.rows, ...newer.rows };
  return { ...older, ...newer, rows, spec: newer.rows && (newer.spec ?? older?.spec) };
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
    board.dataset.moves = 0;
    el.append(board);
    const charts = {};
    const waiting = {}; // by chart: what is told and not drawn yet
    let queue = Promise.resolve(); // one drawing after the other, or an old one lands last
    let moved = null; // the last box of the hand that holds a chart
    const asks = asking(model, board);
    const reader = hand(board, {
      near: (chart) => model.send({ near: { chart } }),
      pressed() { moved = null; },
      released(_chart, isTaken) {
        if (moved && isTaken) asks.back();
        else if (moved) asks.pick(moved);
        settle();
      },
      cleared(name) {
        for (const param of charts[name].boxes) asks.pick({ chart: name, param, value: null });
      },
    });

    function heard(pick, kind) {
      if (reader.held !== pick.chart) return asks.pick(pick, kind === "turn");
      moved = pick;
      asks.move(pick);
    }

    function wait(told) {
      for (const [name, each] of Object.entries(told)) waiting[name] = over(waiting[name], each);
    }

    // A chart the hand holds is drawn when it lets go
    async function draw() {
      const names = Object.keys(waiting).filter((name) => name !== reader.held);
      await Promise.all(names.map((name) => {
        const told = waiting[name];
        delete waiting[name];
        charts[name] ??= chart(board, name, { vega: () => vega(model), heard });
        return charts[name].draw(told);
      }));
      return names.length;
    }

    function next(act) {
      queue = queue.then(act).catch((e) => model.send({ broken: String(e) }));
    }

    function show(turn) {
      next(async () => {
        await draw();
        board.dataset.turn = turn;
        board.classList.remove("undrawn");
        model.send({ drawn: turn });
        if (reader.inside) model.send({ near: { chart: reader.inside } });
      });
    }

    function move(ask) {
      if (!asks.isOvertaken(ask)) next(async () => { board.dataset.moves = +board.dataset.moves + Boolean(await draw()); });
    }

    // Where a box stands is for the hand to say while it is down, and afterwards for the kernel
    function settle() {
      next(async () => {
        if (reader.held || !asks.isQuiet) return;
        await draw();
        if (!reader.held) await Promise.all(Object.values(charts).map((each) => each.settle()));
      });
    }

    model.on("msg:custom", (told) => {
      if (told.charts) {
        wait(told.charts);
        show(told.turn);
        settle();
      } else if (told.marks) {
        wait(Object.fromEntries(Object.entries(told.marks).map(([name, rows]) => [name, { rows }])));
        move(told.ask);
        asks.answered(told.ask);
      } else if (told.answered) {
        asks.answered(told.answered);
        settle();
      }
    });

    function measured() {
      const columns = window.getComputedStyle(board).gridTemplateColumns.split(" ").length;
      const full = board.clientWidth;
      const gap = 40;
      const half = columns > 1 ? (full - gap) / 2 : full;
      return { full: Math.floor(full / STEP) * STEP, half: Math.floor(half / STEP) * STEP };
    }
    let before = "";
    const report = debounced(() => {
      const widths = measured();
      if (!widths.full || JSON.stringify(widths) === before) return;
      before = JSON.stringify(widths);
      model.send({ ready: widths });
    }, 30);
    const watcher = new ResizeObserver(report);
    watcher.observe(board);
    const unsteady = steady(board, () => reader.inside);
    board.classList.add("undrawn");
    vega(model).catch(() => null); // while the kernel still computes
    report();
    return () => {
      watcher.disconnect();
      unsteady();
      reader.end();
      asks.end();
      for (const each of Object.values(charts)) each.end();
    };
  },
};
