"""Once agreed, a workspace is written, frozen and held against the file; never over another."""

import pytest

from workbench.errors import WorkspaceError
from workbench.proposal.attempt import answered, begun
from workbench.proposal.begin import begin

CRM = """
    Opportunity ID,Opportunity Owner,Stage,Amount,Close Date,Created Date
    D1,Ana,Closed Won,100,2026-02-01,2026-01-01
    D2,Bo,Closed Lost,50,2026-03-01,2026-01-02
    """


@pytest.fixture
def agreed(folder, tmp_path):
    attempt = begun(folder({"deals.csv": CRM}), tmp_path / "space", "en")
    return answered(attempt, ("money", "currency"), "USD")


def test_the_file_and_what_counts_agree(agreed):
    found = begin(agreed.proposal, agreed.to, "en")

    assert found.file == agreed.to / "workbench.toml"
    assert found.workspace.currency == "USD"
    assert found.reconciled.unexplained.is_nothing
    assert found.reconciled.here.deals == {"won": 1, "lost": 1}


def test_a_second_time_writes_over_nothing(agreed):
    file = begin(agreed.proposal, agreed.to, "en").file
    file.write_text(file.read_text(encoding="utf-8") + "# mine\n", encoding="utf-8")

    with pytest.raises(WorkspaceError, match="is there already"):
        begin(agreed.proposal, agreed.to, "en")
    assert file.read_text(encoding="utf-8").endswith("# mine\n")
