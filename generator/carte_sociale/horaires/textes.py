"""The words in which a schedule is said back, in the three languages of the site: one table."""

from dataclasses import dataclass
from typing import Literal

LangueDite = Literal["fr", "nl", "en"]
INSECABLE = "\u00a0"


@dataclass(frozen=True, slots=True)
class Mots:
    """The words of one language. ``plage``, ``lendemain``, ``ferme``… are patterns for str.format."""

    jours: tuple[str, ...]
    mois: tuple[str, ...]
    rangs: dict[int, str]
    tous_les_jours: str
    sans_arret: str
    journee: str
    de_a: str
    liste: str
    et: str
    plage: str
    lendemain: str
    unite: str
    du_mois: str
    feries: str
    vacances: str
    dans_feries: str
    dans_vacances: str
    deux_points: str
    ferme: str
    douteux: str
    ferme_feries: str
    ferme_vacances: str
    dates: str
    minuit: str


_FR = Mots(
    jours=("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
    mois=(
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ),
    rangs={1: "1er", 2: "2e", 3: "3e", 4: "4e", 5: "5e", -1: "dernier", -2: "avant-dernier"},
    tous_les_jours="tous les jours",
    sans_arret=f"jour et nuit, 7{INSECABLE}jours sur{INSECABLE}7",
    journee=f"24{INSECABLE}heures sur{INSECABLE}24",
    de_a="{} à {}",
    liste=", ",
    et=" et ",
    plage="{} à {}",
    lendemain="{} à {} le lendemain",
    unite="",
    du_mois="{} {} du mois",
    feries="jours fériés",
    vacances="vacances scolaires",
    dans_feries="{} si c'est un jour férié",
    dans_vacances="{} pendant les vacances scolaires",
    deux_points=f"{INSECABLE}: ",
    ferme=f"fermé{INSECABLE}: {{}}",
    douteux=f"à confirmer{INSECABLE}: {{}}",
    ferme_feries="fermé les jours fériés",
    ferme_vacances="fermé pendant les vacances scolaires",
    dates="{}, {}",
    minuit="minuit",
)
_NL = Mots(
    jours=("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"),
    mois=(
        "januari",
        "februari",
        "maart",
        "april",
        "mei",
        "juni",
        "juli",
        "augustus",
        "september",
        "oktober",
        "november",
        "december",
    ),
    rangs={1: "1e", 2: "2e", 3: "3e", 4: "4e", 5: "5e", -1: "laatste", -2: "voorlaatste"},
    tous_les_jours="elke dag",
    sans_arret=f"dag en nacht, 7{INSECABLE}dagen op{INSECABLE}7",
    journee=f"24{INSECABLE}uur op{INSECABLE}24",
    de_a="{} tot en met {}",
    liste=", ",
    et=" en ",
    plage="{} tot {}",
    lendemain="{} tot {} de volgende dag",
    unite=f"{INSECABLE}uur",
    du_mois="{} {} van de maand",
    feries="feestdagen",
    vacances="schoolvakanties",
    dans_feries="{} als het een feestdag is",
    dans_vacances="{} tijdens de schoolvakanties",
    deux_points=": ",
    ferme="gesloten: {}",
    douteux="te bevestigen: {}",
    ferme_feries="gesloten op feestdagen",
    ferme_vacances="gesloten tijdens de schoolvakanties",
    dates="{}, {}",
    minuit="middernacht",
)
_EN = Mots(
    jours=("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    mois=(
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ),
    rangs={1: "1st", 2: "2nd", 3: "3rd", 4: "4th", 5: "5th", -1: "last", -2: "second to last"},
    tous_les_jours="every day",
    sans_arret=f"day and night, 7{INSECABLE}days a week",
    journee=f"24{INSECABLE}hours a day",
    de_a="{} to {}",
    liste=", ",
    et=" and ",
    plage="{} to {}",
    lendemain="{} to {} the next day",
    unite="",
    du_mois="{} {} of the month",
    feries="public holidays",
    vacances="school holidays",
    dans_feries="{} when it is a public holiday",
    dans_vacances="{} during school holidays",
    deux_points=": ",
    ferme="closed: {}",
    douteux="to be confirmed: {}",
    ferme_feries="closed on public holidays",
    ferme_vacances="closed during school holidays",
    dates="{}, {}",
    minuit="midnight",
)

MOTS_DITS: dict[LangueDite, Mots] = {"fr": _FR, "nl": _NL, "en": _EN}


def dire_heure(minute: int, langue: LangueDite) -> str:
    """A time of the day as the language writes it: ``9 h 30``, ``9.30``, ``9:30``; 0 and 1440 are midnight."""
    heures, minutes = divmod(minute, 60)
    if minute % 1440 == 0:
        return MOTS_DITS[langue].minuit
    if langue == "fr":
        return f"{heures}{INSECABLE}h" + (f"{INSECABLE}{minutes:02d}" if minutes else "")
    if langue == "nl":
        return f"{heures}.{minutes:02d}" if minutes else str(heures)
    return f"{heures}:{minutes:02d}"
