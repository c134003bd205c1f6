"""How sure a rep is of a deal: the words of a forecast category, however a system spells them."""

# In small letters; a workspace that maps its own words maps them to the first of each
COMMIT = ("commit", "committed", "承诺", "已承诺")
BEST_CASE = (
    "best_case", "best case", "bestcase", "upside", "最佳情况", "最好情况", "最佳案例", "最佳",
)  # fmt: skip
