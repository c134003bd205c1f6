"""The parts of a deal: together one, or unknown; never the owner's whole."""

from workbench.sources.scratch import Scratch

_LAST = 900  # such a fault names the reason only where no other does


def settle_splits(scratch: Scratch, typed: str, faults: str) -> None:
    """Make the parts of each deal one where rounding is all that is missing, else unknown.

    33.33 % three times is one deal in three: each part is as exact as the digits it is given with,
    two of them at least.
    Where parts do not make one, or a part was set aside, whose the deal is cannot be told: every
    part that is left is a cell to be blanked.

    Parameters
    ----------
    typed
        The typed table of `deal_splits`.
    faults
        Its faults; gets `split_sum` for each part without share.
    """
    run = scratch.connection.execute
    run(_SUMS.format(typed=typed, faults=faults))
    run(_SCALED.format(typed=typed, faults=faults))
    run(
        f"INSERT INTO {faults} SELECT t.row, {_LAST}, 'split_sum', 'share',"
        f" CAST(t.share AS VARCHAR), 'cell' FROM {typed} t JOIN split_sums s USING (deal_id)"
        f" WHERE s.is_unknown AND t.row NOT IN (SELECT row FROM {faults} WHERE spoils = 'row')"
    )


def add_orphans(scratch: Scratch, kept: str) -> None:
    """Add a part of the owner, without share, for each deal whose every part was set aside.

    Without it the deal would look as if it had no parts, and be the owner's whole.
    """
    scratch.connection.execute(
        f"INSERT INTO {kept} (deal_id, rep_id) SELECT d.key, d.rep_id FROM keys_deals d"
        " JOIN split_sums s ON s.deal_id = d.key WHERE s.is_unknown"
        f" AND d.key NOT IN (SELECT deal_id FROM {kept})"
    )


# In hundred-millionths, which are whole. Rounding takes less than half of the last digit from each
# part; who writes 50 % and 60 %, or 1 and 1, has rounded nothing: from the hundredths on
_SUMS = """
CREATE OR REPLACE TABLE split_sums AS
WITH aside AS (SELECT row, reason FROM {faults} WHERE spoils = 'row'),
parts AS (
  SELECT t.deal_id, t.share, a.row IS NOT NULL AND a.reason <> 'duplicate_row' AS is_lost,
         length(rtrim(split_part(CAST(t.share AS VARCHAR), '.', 2), '0')) AS digits
  FROM {typed} t LEFT JOIN aside a USING (row)
  WHERE t.deal_id IS NOT NULL AND coalesce(a.reason, '') <> 'duplicate_row'
)
SELECT deal_id, sum(share) AS total,
       bool_or(is_lost) OR coalesce(2 * round(CAST(abs(sum(share) - 1) AS DOUBLE) * 1e8)
         >= greatest(count(*) * 10.0 ** (8 - greatest(max(digits), 2)), 200), true) AS is_unknown
FROM parts GROUP BY deal_id
"""
# Scaled to one; what rounding leaves goes to the largest part
_SCALED = """
UPDATE {typed} SET share = settled.share FROM (
  SELECT row, CAST(part + CASE WHEN nth = 1 THEN 1 - total ELSE 0 END AS decimal(9,8)) AS share
  FROM (
    SELECT t.row, CAST(round(CAST(t.share AS decimal(28,18)) / s.total, 8) AS decimal(9,8)) AS part,
           sum(CAST(round(CAST(t.share AS decimal(28,18)) / s.total, 8) AS decimal(9,8)))
             OVER (PARTITION BY t.deal_id) AS total,
           row_number() OVER (PARTITION BY t.deal_id ORDER BY t.share DESC, t.rep_id) AS nth
    FROM {typed} t JOIN split_sums s USING (deal_id)
    WHERE NOT s.is_unknown AND s.total <> 1
      AND t.row NOT IN (SELECT row FROM {faults} WHERE spoils = 'row')
  )
) settled WHERE {typed}.row = settled.row
"""
