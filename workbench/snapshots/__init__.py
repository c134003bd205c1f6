"""Freeze a source into dated Parquet with a manifest; open one; never overwrite."""
