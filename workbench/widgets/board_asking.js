// What a hand asks of the kernel: one question under way, and one place for the newest. Answers say
// which question they are of; what a hand has gone past meanwhile is never asked.

const LOST = 15000; // ms; an answer that a broken line lost must not hold back the next question

function asking(model, board) {
  let last = 0; // the newest question
  let underWay = 0;
  let newestPicks = 0;
  let moving = null; // the newest box of a hand that still draws
  let picks = null; // by chart and selection: what was let go or clicked; a Map while some wait
  let isPaced = false; // whether this frame had its move
  let lost;

  function ask(question) {
    underWay = ++last;
    clearTimeout(lost);
    lost = setTimeout(answered, LOST, underWay);
    model.send({ ...question, ask: last });
  }

  function go() {
    if (!underWay && picks) {
      ask({ picks: [...picks.values()] });
      newestPicks = last;
      picks = moving = null;
    } else if (!underWay && moving && !isPaced) {
      isPaced = true;
      requestAnimationFrame(() => { isPaced = false; go(); });
      ask({ moving });
      moving = null;
    }
    if (underWay || picks || moving) board.dataset.asking = "1";
    else delete board.dataset.asking;
  }

  function answered(which) {
    if (which !== underWay) return;
    clearTimeout(lost);
    underWay = 0;
    go();
  }

  return {
    answered,
    // A box while it is drawn
    move(pick) {
      moving = pick;
      go();
    },
    // A box let go, or a mark clicked; a second click on a mark takes back the first that still waits
    pick(pick, isTurned) {
      const key = `${pick.chart} ${pick.param}`;
      picks ??= new Map();
      const isBack = isTurned && JSON.stringify(picks.get(key)) === JSON.stringify(pick);
      if (isBack) picks.delete(key);
      else picks.set(key, pick);
      if (isBack && !picks.size) picks = null;
      moving = null;
      go();
    },
    // Nothing new was picked: everything is shown again as it stands
    back() {
      picks ??= new Map();
      moving = null;
      go();
    },
    get isQuiet() { return !underWay && !picks && !moving; },
    isOvertaken: (which) => Boolean(picks) || which < newestPicks,
    end: () => clearTimeout(lost),
  };
}
