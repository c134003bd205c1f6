"""What people do in the drive, by command and in pages, each act written into the book."""

from openpyxl import load_workbook

from tests.review.cycle.drive.looking import planted
from tests.review.cycle.drive.pages import team_page, write_page
from tests.review.cycle.drive.town import CYCLE, HR, OPS, Town, lead, who
from tests.review.cycle.drive.trail import Book, rows_of
from workbench.store import Actor
from workbench.store.schema import entries
from workbench.store.standing import standings

CASES, UPWARD = "highlights.cases.rep", "feedback.upward.private"
RATING, PLAN = "rating.rating.manager", "plan.actions.shared"


class Drive(Town):
    """The company, and the book of what everybody did in it."""

    def __init__(self, folder):
        super().__init__(folder)
        self.book = Book()

    # Opening

    def opens(self, *words):
        """Open the cycle by command; what is proposed is written down for who opened it."""
        before = self._proposed()
        out = self.types("cycle", "open", *words, "--as", OPS, "--lang", "en")
        for place in self._proposed() - before:
            self.book.did(OPS, "propose", rep=place[1])
        return out, self.said

    def _proposed(self):
        return {
            (each.cycle, each.rep_id, each.section, each.item)
            for each in rows_of(self.desk.store, entries)
            if each.saved_by == Actor.read(OPS).person_id
        }

    def stages(self):
        """Give the stage of each review, by rep."""
        found = standings(self.desk.store, Actor.read(HR), CYCLE)
        return {each.subject.rep_id: each.subject.stage for each in found}

    # By command

    def passes_on(self, actor, *reps):
        """Leave the stage of reviews by command."""
        for rep in reps:
            self.types("cycle", "advance", rep, "--as", actor)
            self.book.did(actor, "advance", rep=rep)

    def signs(self, actor, rep, *options, is_second=False):
        """Sign by command."""
        out = self.types("cycle", "sign", rep, "--as", actor, *options)
        self.book.did(actor, "sign", *(["advance"] if is_second else []), rep=rep)
        return out

    def closes(self, *reps):
        """Close reviews by command."""
        for rep in reps:
            self.types("cycle", "close", rep, "--as", HR)
            self.book.did(HR, "advance", rep=rep)

    def fills_in(self, rep, item, words, file):
        """Carry the form to Excel, write there, and bring it back."""
        self.types("cycle", "form", "--rep", rep, "--as", who(rep), "--to", str(file))
        book = load_workbook(file)
        for row in book["review"].iter_rows(min_row=4):
            if row[1].value == item:
                row[6].value = words
        book.save(file)
        return self.types("cycle", "form", "--rep", rep, "--as", who(rep), "--from", str(file))

    # In the write page

    def writes(self, actor, rep, told, press="", says=""):
        """Type into a review's form, and press a button; gives how the page reads then."""
        sections = {place.partition(".")[0] for place in told} or {"signoff"}
        with write_page(self, actor, rep, sections.pop() if len(sections) == 1 else "") as page:
            for place, value in told.items():
                page.types(place, value)
                self.book.wrote(actor, rep, place, value)
            read = page.presses(press) if press else page.reads()
        assert says in read, read
        return read

    def reads(self, actor, rep):
        """Read the whole page of a review."""
        with write_page(self, actor, rep) as page:
            return page.reads()

    def hands_in(self, actor, rep, told=None):
        """Write and hand in on the page."""
        self.writes(actor, rep, told or {}, "step-hand-in", "Handed in.")
        self.book.did(actor, "advance", rep=rep)

    def signs_there(self, actor, rep, verdict="agreed", comment="", *, is_second=False):
        """Sign on the page."""
        with write_page(self, actor, rep, "signoff") as page:
            page.opened.steps.verdict.value = verdict
            page.opened.steps.comment.value = comment
            assert "Signed." in page.presses("step-sign")
        self.book.did(actor, "sign", *(["advance"] if is_second else []), rep=rep)

    def both_sign(self, *reps):
        """Let the rep sign by command, and the manager on the page."""
        for rep in reps:
            self.signs(who(rep), rep)
            self.signs_there(lead(rep), rep, is_second=True)

    # In the team's page

    def sees(self, manager, *reps):
        """Let a manager write a view on each of the own people."""
        with team_page(self, f"{manager}:manager", "calibration") as page:
            for rep in reps:
                page.box("calibration-growth", name=rep.title()).value = 2
                page.box("calibration-reason", name=rep.title()).value = f"D-{rep}, two visits"
                self.book.did(f"{manager}:manager", "view", rep=rep)
            assert page.reads().count("saved") >= len(reps)


def rated(rep, level):
    """Give a rating with a planted reason."""
    return {RATING: {"level": level, "reason": planted(rep, "manager")}}


def self_review(rep, *, upward=False):
    """Give what a rep writes, with what they say of their manager."""
    told = {CASES: f"{planted(rep, 'rep')} D-{rep}"}
    return told | ({UPWARD: planted(rep, "private")} if upward else {})


def plan(rep):
    """Give the one action both agree on."""
    return {PLAN: [[f"{planted(rep, 'shared')} visits", "win_rate", "40%", "2026-12-31", ""]]}
