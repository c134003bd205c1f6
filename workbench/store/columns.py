"""What all tables of the store are made with."""

from sqlalchemy import Column, MetaData, String

metadata = MetaData()


def review_columns(*, is_key: bool = True) -> tuple[Column[str], Column[str]]:
    """Name a review: its cycle and its rep."""
    return (
        Column("cycle", String(80), primary_key=is_key, nullable=False),
        Column("rep_id", String(80), primary_key=is_key, nullable=False),
    )
