// What a page does under a hand. Times are the page's own clock, in ms; those of the mouse are when
// its event was made.
({brushed, others}) => {
    const hand = window.hand = {
        begin() {
            Object.assign(hand, { redraws: others.map(() => 0), moves: 0, painted: 0, moved: 0,
                                  entered: 0, released: 0, settled: 0 });
            hand.changed = performance.now();
        },
        // While a question is under way it is not quiet, though nothing changes
        quiet: () => document.querySelector(".board[data-asking], .live .busy")
            ? 0 : performance.now() - hand.changed,
        look() { hand.seen = others.map((css) => document.querySelector(css).innerHTML); },
        followed: () => others.filter(
            (css, place) => document.querySelector(css).innerHTML !== hand.seen[place]).length,
        plot() {
            const at = document.querySelector(brushed).getBoundingClientRect();
            return [at.left, at.top, at.width, at.height];
        },
    };
    hand.begin();
    const second = (act) => requestAnimationFrame(() => requestAnimationFrame(act));
    let turn = 0, any = 0;
    others.forEach((css, place) => {
        let isCounted = false; // this frame has been
        new MutationObserver(() => {
            const own = ++turn;
            second(() => { if (own === turn) hand.painted = performance.now(); });
            if (isCounted) return;
            isCounted = true;
            hand.redraws[place] += 1;
            requestAnimationFrame(() => { isCounted = false; });
        }).observe(document.querySelector(css),
                   { subtree: true, childList: true, attributes: true, characterData: true });
    });
    const settle = () => {
        hand.changed = performance.now();
        const own = ++any;
        second(() => { if (own === any) hand.settled = performance.now(); });
    };
    new MutationObserver(settle).observe(document.body,
        { subtree: true, childList: true, attributes: true, characterData: true });
    const hear = (kind, act) => addEventListener(kind, act, { capture: true, passive: true });
    hear("pointermove", (event) => { hand.moves += 1; hand.moved ||= event.timeStamp; });
    hear("pointerup", (event) => { hand.released = event.timeStamp; settle(); });
    hear("pointerover", (event) => {
        if (event.target.closest?.(brushed)) hand.entered ||= event.timeStamp;
    });
}
