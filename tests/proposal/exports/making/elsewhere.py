"""Systems without a profile: a German, a French and a Japanese list."""

from datetime import date
from decimal import Decimal
from pathlib import Path

from made import NAMES, TEAMS, deals, expected, month_targets, write_csv


def write_de(folder: Path) -> None:
    """Windows-1252, semicolons, 1.234,56 €, dd.mm.yyyy, a sum below, targets in twelve months."""
    made, reps = deals(), NAMES["de"]
    ends = {"won": "Gewonnen", "lost": "Verloren"}
    steps = ("Qualifizierung", "Angebot", "Verhandlung")
    rows = [["Vorgangsnummer", "Verkaufschance", "Kunde", "Vertriebsmitarbeiter", "Phase", "Betrag",
             "Wahrscheinlichkeit", "Abschlussdatum", "Erstellt am", "Verlustgrund", "Sparte"]]  # fmt: skip
    for deal in made:
        rows.append([f"VC-{deal.number:05}", f"Lieferung {deal.number} für Kunde {deal.account}",
                     f"Kunde {deal.account} GmbH & Co. KG", reps[deal.rep],
                     ends.get(deal.end, steps[deal.step]), _german(deal.amount),
                     f"{deal.probability} %", f"{deal.close:%d.%m.%Y}", f"{deal.created:%d.%m.%Y}",
                     "Preis" if deal.end == "lost" else "", ("Süd", "Nord")[TEAMS[deal.rep]]])  # fmt: skip
    total = _german(sum(deal.amount for deal in made))
    rows.append(["Summe", "", "", "", "", total, "", "", "", "", ""])
    write_csv(folder / "Verkaufschancen.csv", rows, "cp1252", ";")
    people = [
        ["Personalnummer", "Mitarbeiter", "E-Mail", "Abteilung", "Führungskraft", "Eintrittsdatum"]
    ]
    for n, name in enumerate(reps):
        above = "" if n % 2 == 0 else reps[n - 1]
        people.append([f"0{410 + n}", name, f"rep{n}@example.com", ("Süd", "Nord")[TEAMS[n]], above,
                       f"0{n + 1}.04.2021"])  # fmt: skip
    write_csv(folder / "Mitarbeiter.csv", people, "cp1252", ";")
    months = ["Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September"]
    goals = [["Vertriebsmitarbeiter", "Jahr", *months, "Oktober", "November", "Dezember", "Gesamt"]]
    for n, name in enumerate(reps):
        every = [*month_targets(n), sum(month_targets(n))]
        goals.append([name, "2026", *(_german(Decimal(target)) for target in every)])
    write_csv(folder / "Umsatzziele 2026.csv", goals, "cp1252", ";")
    expected(folder, "", made, "EUR")


def write_fr(folder: Path) -> None:
    """UTF-8 with its mark, semicolons, 1 234,56 € with narrow blanks, dd/mm/yyyy."""
    made, reps = deals(), NAMES["fr"]
    ends = {"won": "Gagnée", "lost": "Perdue"}
    steps = ("Découverte", "Proposition envoyée", "Négociation")
    rows = [["Référence", "Nom de l'affaire", "Société", "Commercial", "Étape", "Montant HT",
             "Probabilité (%)", "Date de clôture", "Date de création", "Motif de perte",
             "Secteur géo"]]  # fmt: skip
    for deal in made:
        rows.append([f"AFF{deal.number:04}", f"Équipement n° {deal.number}", f"Société {deal.account} SARL",
                     reps[deal.rep], ends.get(deal.end, steps[deal.step]), _french(deal.amount),
                     deal.probability, f"{deal.close:%d/%m/%Y}", f"{deal.created:%d/%m/%Y}",
                     "Prix trop élevé" if deal.end == "lost" else "",
                     ("Sud", "Nord")[TEAMS[deal.rep]]])  # fmt: skip
    write_csv(folder / "affaires.csv", rows, "utf-8-sig", ";")
    people = [
        [
            "Matricule",
            "Nom complet",
            "Adresse e-mail",
            "Équipe",
            "Responsable hiérarchique",
            "Poste",
        ]
    ]
    for n, name in enumerate(reps):
        above = "" if n % 2 == 0 else reps[n - 1]
        people.append(
            [f"C{n + 1:02}", name, f"rep{n}@example.com", ("Sud", "Nord")[TEAMS[n]], above, ""]
        )
    write_csv(folder / "commerciaux.csv", people, "utf-8-sig", ";")
    goals = [["Commercial", "Du", "Au", "Objectif"]]
    for n, name in enumerate(reps):
        for quarter in range(4):
            start = date(2026, 3 * quarter + 1, 1)
            end = date(2026, 3 * quarter + 3, (31, 30, 30, 31)[quarter])
            target = sum(month_targets(n)[3 * quarter : 3 * quarter + 3])
            goals.append([name, f"{start:%d/%m/%Y}", f"{end:%d/%m/%Y}", _french(Decimal(target))])
    write_csv(folder / "objectifs.csv", goals, "utf-8-sig", ";")
    expected(folder, "", made, "EUR")


def write_ja(folder: Path) -> None:
    """Shift-JIS, yen without decimals, 2026年3月1日."""
    made, reps = deals(whole=True), NAMES["ja"]
    ends = {"won": "受注", "lost": "失注"}
    steps = ("初回訪問", "提案中", "見積提出")
    rows = [["案件番号", "案件名", "顧客名", "担当者", "フェーズ", "受注金額", "確度", "完了予定日", "作成日",
             "失注理由", "支社区分"]]  # fmt: skip
    for deal in made:
        rows.append([f"A-{deal.number:04}", f"設備更新 第{deal.number}期", f"顧客{deal.account}株式会社",
                     reps[deal.rep], ends.get(deal.end, steps[deal.step]), f"￥{deal.amount:,.0f}",
                     f"{deal.probability}%", _japanese(deal.close), _japanese(deal.created),
                     "価格" if deal.end == "lost" else "", ("東", "西")[TEAMS[deal.rep]]])  # fmt: skip
    write_csv(folder / "案件一覧.csv", rows, "cp932")
    people = [["社員番号", "氏名", "メールアドレス", "部署", "上司", "役職"]]
    for n, name in enumerate(reps):
        above = "" if n % 2 == 0 else reps[n - 1]
        people.append(
            [
                f"{n + 1:05}",
                name,
                f"rep{n}@example.com",
                ("営業一課", "営業二課")[TEAMS[n]],
                above,
                "",
            ]
        )
    write_csv(folder / "社員一覧.csv", people, "cp932")
    expected(folder, "", made, "JPY")


def _german(amount: Decimal) -> str:
    return f"{amount:,.2f}".translate(str.maketrans(",.", ".,")) + " €"


def _french(amount: Decimal) -> str:
    return f"{amount:,.2f}".translate({ord(","): "\u202f", ord("."): ","}) + "\u00a0€"


def _japanese(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"
