"""The table contracts of people: who there is, where they worked, when they were away."""

from workbench.model.table_contract import Column, TableContract, rep, required

REPS = TableContract(
    "reps",
    ("rep_id",),
    (
        required("rep_id", meaning="the key others name the rep by"),
        required("name", meaning="as documents print it"),
        Column("email", meaning="where invitations go; who a proxy says is there"),
        Column(
            "manager_id",
            meaning="the rep they report to; of somebody who is no rep, the name",
        ),
        Column("team", meaning="for team pages and filters"),
        Column("region", meaning="for filters"),
        Column("segment", meaning="for filters"),
        Column("role", meaning="for filters and pay plans"),
        Column("level", meaning="the career level growth.toml knows"),
        Column("hired_on", "date", meaning="first day at work; pace counts from it"),
        Column("left_on", "date", meaning="the last day at work; quotas hold to it"),
        Column("is_active", "boolean", meaning="false: left, or not selling"),
        Column("language", choices=("zh", "en"), meaning="of messages to them"),
    ),
    is_required=True,
    meaning="everybody who is reviewed, or manages who is",
)

ASSIGNMENTS = TableContract(
    "assignments",
    ("rep_id", "start_on"),
    (
        rep(),
        required("start_on", "date", meaning="the first day"),
        Column("end_on", "date", meaning="the day after the last; missing while it lasts"),
        Column("manager_id", meaning="who led them then"),
        Column("team", meaning="their team then"),
        Column("role", meaning="their role then"),
        Column("region", meaning="their region then"),
        Column("segment", meaning="their segment then"),
        Column("level", meaning="their level then"),
    ),
    meaning="who worked where and for whom, and when: moves between teams",
)

TRAININGS = TableContract(
    "trainings",
    (),
    (
        rep(),
        required("course", meaning="the course, as growth.toml names it"),
        required("status", meaning="as in enrolled or completed"),
        Column("completed_on", "date", meaning="the day it was finished"),
        Column("score", "number", meaning="the mark"),
    ),
    meaning="courses reps take or took",
)

ABSENCES = TableContract(
    "absences",
    (),
    (
        rep(),
        required("start_on", "date", meaning="the first day"),
        required("end_on", "date", meaning="the day after the last"),
        Column("kind", choices=("leave", "ramp"), meaning="away, or new and not yet at full speed"),
        Column("factor", "share", meaning="the share of a quota that still holds; missing is 0"),
    ),
    meaning="leave and ramp, which lower a quota",
)

GROUP_ATTRIBUTES = TableContract(
    "group_attributes",
    ("rep_id", "attribute"),
    (
        rep(),
        required("attribute", meaning="the trait, as in gender"),
        required("value", meaning="what it is for them"),
    ),
    meaning="traits of people, for the fairness pack alone",
)
