"""What stands around a statement, for programs: the run it was issued in, adjustments, disputes."""

from workbench.incentives.statement import Statement
from workbench.review.pay.ledger_words import doubts_in
from workbench.review.pay.own import OwnLedger


def record(made: Statement, ledger: OwnLedger) -> dict[str, object]:
    """Give plain data; nothing where nothing was issued, doubted or adjusted."""
    told: dict[str, object] = {}
    issued, doubts = ledger.issued.get(made.period.name), doubts_in(made, ledger)
    if issued is not None:
        told["issued"] = {
            "run": issued.kept.run, "steps": [
                {"step": each.step, "by": each.person_id, "role": each.role, "at": f"{each.at}Z"}
                for each in issued.kept.steps
            ],
        }  # fmt: skip
    if issued is not None or doubts:
        told["disputes"] = [
            {"dispute": each.dispute, "line": each.line, "text": each.text, "state": each.state,
             "owner": each.owner, "due_on": f"{each.due_on}", "answer": each.answer,
             "amount": None if each.amount is None else f"{each.amount:f}"}
            for each in doubts
        ]  # fmt: skip
    if made.adjustments:
        told["adjustments"] = [
            {"period": each.period, "line": each.line, "row": each.row_id,
             "causes": list(each.causes), "was": f"{each.was:f}", "now": f"{each.now:f}",
             "amount": f"{each.amount:f}", "dispute": each.dispute}
            for each in made.adjustments
        ]  # fmt: skip
    if made.spared:
        told["spared"] = [
            {"deal": each.deal_id, "reason": each.reason, "amount": f"{each.amount:f}"}
            for each in made.spared
        ]
    if made.held:
        told["held"] = dict(made.held)
    return told
