"""Dates found and resolved in French, a language that is tables alone: a table of texts a class."""

from __future__ import annotations

from datetime import date

import pytest

from ctnews.dates import Anchor, DateMention, infer_anchor, scan

ANCHOR = date(2023, 6, 14)  # a Wednesday


def dates(text: str) -> list[DateMention]:
    return scan(text, lang="fr", anchor=Anchor.of(ANCHOR))


def values(text: str) -> list[tuple[str, str | None]]:
    return [(mention.text, mention.iso) for mention in dates(text)]


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("18 juin 2025", "2025-06-18"),
        ("1er juin 2025", "2025-06-01"),
        ("1ᵉʳ décembre 2023", "2023-12-01"),
        ("premier mars 2021", "2021-03-01"),
        ("mercredi 7 février 2024", "2024-02-07"),
        ("Mer. 14 juin 2023", "2023-06-14"),
        ("5 sept. 2022", "2022-09-05"),
        ("3 févr. 2023", "2023-02-03"),
        ("12 AOÛT 2019", "2019-08-12"),
        ("12 aout 2019", "2019-08-12"),
        ("3 mars 2022 (jeudi)", "2022-03-03"),
        ("ce 9 juin 2023", "2023-06-09"),
        ("05/06/2023", "2023-06-05"),
        ("jeudi 18/05/2023", "2023-05-18"),
        ("18.05.2023", "2023-05-18"),
        ("18-05-2023", "2023-05-18"),
        ("2023-05-18", "2023-05-18"),
    ],
)
def test_full_dates(text: str, iso: str) -> None:
    assert values(f"Ils se sont rencontrés le {text} à Tunis.") == [(text, iso)]


@pytest.mark.parametrize(
    ("text", "found", "iso"),
    [
        ("Il est arrivé le 1er juin.", "1er juin", "2023-06-01"),
        ("Il est arrivé le premier mars.", "premier mars", "2023-03-01"),
        ("Il viendra ce 20 juin.", "ce 20 juin", "2023-06-20"),
        ("Il viendra le 20 juillet prochain.", "20 juillet prochain", "2023-07-20"),
        ("Il est venu le 20 mai dernier.", "20 mai dernier", "2023-05-20"),
        ("Il est venu le 20 juin de l'an dernier.", "20 juin de l'an dernier", "2022-06-20"),
        ("Il est venu le dimanche 5 mars.", "dimanche 5 mars", "2023-03-05"),
        ("Il l'a dit jeudi (18/05).", "jeudi (18/05)", "2023-05-18"),
        ("La réunion aura lieu le 31 janvier.", "31 janvier", "2024-01-31"),
        ("La réunion a eu lieu le 16 novembre.", "16 novembre", "2022-11-16"),
        ("Il doit répondre d'ici au 31 décembre.", "31 décembre", "2023-12-31"),
        ("Il est parti le 5 du mois dernier.", "5 du mois dernier", "2023-05-05"),
        ("Le bateau a pris la mer. Le 5 juin, il a disparu.", "5 juin", "2023-06-05"),
        ("RABAT, 5 juin (MAP) – Le ministre a reçu son homologue.", "5 juin", "2023-06-05"),
    ],
)
def test_a_day_and_a_month(text: str, found: str, iso: str) -> None:
    assert values(text) == [(found, iso)]


@pytest.mark.parametrize(
    ("text", "found", "iso"),
    [
        ("du 19 au 23 juin 2023", "19 au 23 juin 2023", "2023-06-19/2023-06-23"),
        ("du 1er au 3 mars 2021", "1er au 3 mars 2021", "2021-03-01/2021-03-03"),
        ("les 19 et 20 juin", "19 et 20 juin", "2023-06-19/2023-06-20"),
        ("les 19, 20 et 21 juin", "19, 20 et 21 juin", "2023-06-19/2023-06-21"),
        ("du 28 juin au 2 juillet 2023", "28 juin au 2 juillet 2023", "2023-06-28/2023-07-02"),
        ("du 28 décembre au 2 janvier", "28 décembre au 2 janvier", "2022-12-28/2023-01-02"),
        ("du lundi 19 au vendredi 23 juin", "lundi 19 au vendredi 23 juin", "2023-06-19/2023-06-23"),
        ("entre le 3 et le 5 mai", "3 et le 5 mai", "2023-05-03/2023-05-05"),
        ("dans la nuit de lundi à mardi", "lundi à mardi", "2023-06-12/2023-06-13"),
        ("entre avril et juin", "avril et juin", "2023-04/2023-06"),
        ("de juin 2021 à mai 2022", "juin 2021 à mai 2022", "2021-06/2022-05"),
        ("entre 2009 et 2011", "2009 et 2011", "2009/2011"),
        ("de 2009 à 2011", "2009 à 2011", "2009/2011"),
    ],
)
def test_ranges_share_month_and_year(text: str, found: str, iso: str) -> None:
    assert values(f"Les patrouilles ont duré, {text}, sans incident.") == [(found, iso)]


def test_days_in_a_list_are_days_of_their_own() -> None:
    told = [iso for _, iso in values("Ils se sont vus les 5, 12 et 19 mai 2023.")]
    assert told == ["2023-05-05", "2023-05-12", "2023-05-19"]


@pytest.mark.parametrize(
    ("text", "found", "iso", "flags"),
    [
        ("en décembre 2022", "décembre 2022", "2022-12", ()),
        ("en mars", "mars", "2023-03", ()),
        ("au mois de mai", "mai", "2023-05", ()),
        ("en ce mois d'avril", "ce mois d'avril", "2023-04", ()),
        ("en septembre dernier", "septembre dernier", "2022-09", ()),
        ("début juin", "début juin", "2023-06", ("early",)),
        ("à la mi-mai 2022", "la mi-mai 2022", "2022-05", ("mid",)),
        ("à la fin du mois de mai", "la fin du mois de mai", "2023-05", ("late",)),
        ("en 2019", "2019", "2019", ()),
        ("au cours de l'année 2019", "année 2019", "2019", ()),
        ("fin 2022", "fin 2022", "2022", ("late",)),
        ("dans les années 1990", "années 1990", "199", ()),
        ("dans les années 90", "années 90", "199", ()),
        ("au début des années soixante", "début des années soixante", "196", ("early",)),
        ("au troisième trimestre 2009", "troisième trimestre 2009", "2009-Q3", ()),
        ("au premier trimestre de l'année 2009", "premier trimestre de l'année 2009", "2009-Q1", ()),
        ("au T4 2022", "T4 2022", "2022-Q4", ()),
        ("au deuxième semestre 2021", "deuxième semestre 2021", "2021-H2", ()),
        ("au printemps 2021", "printemps 2021", "2021-SP", ()),
        ("l'été dernier", "été dernier", "2022-SU", ()),
        ("à la fin de l'hiver", "la fin de l'hiver", "2022-WI", ("late",)),
        ("la première semaine de mai 2023", "la première semaine de mai 2023", "2023-W18", ()),
        ("la semaine du 5 juin", "semaine du 5 juin", "2023-W23", ()),
    ],
)
def test_months_years_and_their_parts(text: str, found: str, iso: str, flags: tuple[str, ...]) -> None:
    (mention,) = dates(f"Le réseau a été démantelé {text}.")
    assert (mention.text, mention.iso, mention.flags) == (found, iso, flags)


@pytest.mark.parametrize(
    ("text", "found", "iso"),
    [
        ("Aujourd’hui, il est à Alger.", "Aujourd’hui", "2023-06-14"),
        ("Il a parlé hier soir.", "hier soir", "2023-06-13"),
        ("Il a parlé avant-hier.", "avant-hier", "2023-06-12"),
        ("Il parlera après-demain.", "après-demain", "2023-06-16"),
        ("Il a parlé ce matin.", "ce matin", "2023-06-14"),
        ("Il a parlé mercredi.", "mercredi", "2023-06-14"),
        ("Il a parlé jeudi.", "jeudi", "2023-06-08"),
        ("Il parlera jeudi.", "jeudi", "2023-06-15"),
        ("Les travaux finiront vendredi.", "vendredi", "2023-06-16"),
        ("Il a été reçu ce dimanche.", "ce dimanche", "2023-06-11"),
        ("Il sera reçu ce lundi.", "ce lundi", "2023-06-19"),
        ("Il a parlé mardi soir.", "mardi soir", "2023-06-13"),
        ("Il a parlé lundi dans la soirée.", "lundi dans la soirée", "2023-06-12"),
        ("Il a parlé mercredi dernier.", "mercredi dernier", "2023-06-07"),
        ("Il parlera lundi prochain.", "lundi prochain", "2023-06-19"),
        ("Il a parlé lundi de la semaine dernière.", "lundi de la semaine dernière", "2023-06-05"),
        ("Il doit partir dès que possible, jusqu'à vendredi.", "vendredi", "2023-06-16"),
    ],
)
def test_days_told_by_their_distance(text: str, found: str, iso: str) -> None:
    assert values(text) == [(found, iso)]


@pytest.mark.parametrize(
    ("text", "found", "iso"),
    [
        ("Il a parlé la semaine dernière.", "semaine dernière", "2023-W23"),
        ("Il parlera cette semaine.", "cette semaine", "2023-W24"),
        ("Il parlera en début de semaine prochaine.", "début de semaine prochaine", "2023-W25"),
        ("Il est venu ce week-end.", "ce week-end", "2023-W24-WE"),
        ("Il est venu le week-end dernier.", "le week-end dernier", "2023-W23-WE"),
        ("Il viendra le week-end prochain.", "le week-end prochain", "2023-W24-WE"),
        ("Il est venu pendant le week-end.", "le week-end", "2023-W23-WE"),
        ("Il a parlé ce mois-ci.", "ce mois", "2023-06"),
        ("Il parlera le mois prochain.", "mois prochain", "2023-07"),
        ("Il a parlé le trimestre dernier.", "trimestre dernier", "2023-Q1"),
        ("Il a parlé l’an passé.", "an passé", "2022"),
        ("Il parlera l'année prochaine.", "année prochaine", "2024"),
        ("Depuis le début de l'année, il se tait.", "le début de l'année", "2023"),
        ("Il parlera plus tard dans l'année.", "plus tard dans l'année", "2023"),
        ("Il y a deux jours, il se taisait.", "Il y a deux jours", "2023-06-12"),
        ("Il a parlé il y a trois semaines.", "il y a trois semaines", "2023-W21"),
        ("Il a parlé il y a plus d'un an.", "il y a plus d'un an", "2022"),
        ("Il a parlé voici 5 mois.", "voici 5 mois", "2023-01"),
        ("Il parlera dans deux semaines.", "dans deux semaines", "2023-W26"),
        ("Il parlera dans un mois.", "dans un mois", "2023-07"),
    ],
)
def test_longer_times_told_by_their_distance(text: str, found: str, iso: str) -> None:
    assert values(text) == [(found, iso)]


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("Ils se sont vus le 5 juin. Le lendemain, ils ont signé.", "2023-06-06"),
        ("Ils se sont vus le 5 juin. Il était arrivé la veille.", "2023-06-04"),
        ("Ils se sont vus le 5 juin et sont repartis le même jour.", "2023-06-05"),
        ("Ils se sont vus le 5 juin. Deux jours plus tard, ils ont signé.", "2023-06-07"),
        ("Le sommet s'est ouvert le 5 juin. Il était venu deux jours avant le sommet.", "2023-06-03"),
        ("Deux jours après la réunion du 5 juin, ils ont signé.", "2023-06-07"),
        ("Les travaux ont duré du 5 au 7 juin. Le deuxième jour a été consacré au renseignement.", "2023-06-06"),
        ("Ils se sont vus en mai 2021. Le mois suivant, ils ont signé.", "2021-06"),
        ("Ils se sont vus en 2018. L'année suivante, ils ont signé.", "2019"),
        ("Le lendemain, ils ont signé.", None),
        ("Trois mois plus tôt, il niait tout.", None),
    ],
)
def test_what_hangs_on_another_date_has_its_value_where_that_is_certain(text: str, iso: str | None) -> None:
    (mention,) = (told for told in dates(text) if "narrative" in told.flags)
    assert mention.iso == iso


@pytest.mark.parametrize(
    "text",
    [
        "la loi n° 2016-731",
        "la résolution 2395 (2017) et la résolution 2617 (2021)",
        "75 % des voix",
        "à 10 h 30, à 10h30, à 20 heures",
        "un suspect de 32 ans",
        "depuis deux ans",
        "au cours des trois dernières années",
        "il y a quelques mois",
        "une visite de deux jours",
        "chaque mardi et tous les lundis",
        "2000 soldats et 1900 gendarmes",
        "le vol 1999, page 1984, pour 2000 euros",
        "le règlement (UE) 2021/784 et l'article 19",
        "le 11-Septembre, le 1er-Mai et le 14-Juillet",
        "les attentats du 11 septembre",
        "le Mouvement du 23 mars, rue du 4-Septembre",
        "la prière du vendredi et le Vendredi saint",
        "ils ont été reçus; l'été finit",
        "Mme Avril et M. Mars au Champ-de-Mars",
        "24 heures sur 24 et 7 jours sur 7",
        "sept personnes et dix mille fois la même page",
        "au lendemain de l'attaque, à la veille du sommet",
        "du jour au lendemain, un jour, de nos jours",
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert values(f"On y lit: {text}.") == []


def test_a_name_with_its_year_is_a_date() -> None:
    assert values("depuis les attentats du 11 septembre 2001") == [("11 septembre 2001", "2001-09-11")]


def test_accents_may_be_characters_of_their_own() -> None:
    text = "Ils se sont vus le 3 fe\u0301vrier 2023, puis la semaine dernie\u0300re."
    assert [iso for _, iso in values(text)] == ["2023-02-03", "2023-W23"]


def test_the_anchor_may_be_inferred() -> None:
    anchor = infer_anchor("Le ministre a été reçu mercredi 14 juin 2023 à Rabat, après un accord de 2019.", lang="fr")
    assert anchor == Anchor.of(ANCHOR)
