"""A cursor over tokens, and the groups read with it: days, dates, hours."""

from calendar import monthrange
from difflib import get_close_matches
from functools import lru_cache
from itertools import pairwise

from .enonces import Choix
from .jetons import Jeton, plier
from .lecture_osm import plage_heures
from .mots import MOTS
from .regles import JOURNEE, PlageDates
from .resultats import Code, Incompris, Langue
from .sortes import Sorte

CONGES = (Sorte.FERIE, Sorte.VACANCES)
_OU = frozenset({"ou", "of"})
"""Either hours or both? Nobody can tell, so they are not understood."""
_PROPOSES = (*CONGES, Sorte.JOUR, Sorte.MOIS, Sorte.SAUF, Sorte.FERME)


class Groupes:
    """The tokens of a text with a place among them, and what is read there."""

    def __init__(self, texte: str, jetons: list[Jeton], langue: Langue) -> None:
        self.texte, self.jetons, self.langue = texte, jetons, langue
        self.rang = 0
        self.virgule: tuple[int, Choix] | None = None

    def voir(self, pas: int = 0) -> Jeton:
        """A coming token; one of kind FIN past the end."""
        rang = self.rang + pas
        fin = len(self.texte)
        return self.jetons[rang] if rang < len(self.jetons) else Jeton(Sorte.FIN, (), fin, fin)

    def sauter(self, *sortes: Sorte) -> None:
        """Skips coming tokens of these kinds."""
        while self.voir().sorte in sortes:
            self.rang += 1

    def refuser(self, code: Code, debut: int, fin: int, *suggestions: str) -> Incompris:
        """The failure on a part of the text."""
        return Incompris(code, debut, fin, *suggestions)

    def inconnu(self) -> Incompris:
        """The failure at the coming token: the whole run of unknown words, with the nearest known word."""
        debut = self.voir()
        if debut.sorte is Sorte.FIN and self.jetons:
            return self.refuser(Code.INCONNU, self.jetons[-1].debut, self.jetons[-1].fin)
        if debut.sorte is not Sorte.INCONNU:
            return self.refuser(Code.INCONNU, debut.debut, debut.fin)
        pas = 0
        while self.voir(pas + 1).sorte is Sorte.INCONNU:
            pas += 1
        mot = plier(self.texte[debut.debut : debut.fin])
        if mot in _OU:
            return self.refuser(Code.PERIODE, debut.debut, debut.fin)
        return self.refuser(Code.INCONNU, debut.debut, self.voir(pas).fin, *_proches(mot, self.langue))

    def avant(self) -> Sorte:
        """The kind of the last token read, joining words apart."""
        rang = self.rang - 1
        while rang > 0 and self.jetons[rang].sorte is Sorte.LIAISON:
            rang -= 1
        return self.jetons[rang].sorte

    def commence_un_jour(self) -> bool:
        """Whether the coming token names a day."""
        return self.voir().sorte in (Sorte.JOUR, Sorte.RANG, *CONGES)

    def commence_une_date(self) -> bool:
        """Whether the coming tokens name a month or a date."""
        return (
            self.voir().sorte in (Sorte.MOIS, Sorte.DATE)
            or (self.voir().sorte in (Sorte.NOMBRE, Sorte.RANG) and self.voir(1).sorte is Sorte.MOIS)
            or (
                # "du 1er au 15 juillet": the month comes after the second day only.
                self.voir().sorte in (Sorte.NOMBRE, Sorte.RANG)
                and self.voir(1).sorte is Sorte.A
                and self.voir(2).sorte in (Sorte.NOMBRE, Sorte.RANG)
                and self.voir(3).sorte is Sorte.MOIS
            )
        )

    def choix_ou_dates(self, debut: int) -> Choix:
        """Reads what comes after "sauf" or "fermé": days or dates. ``debut`` is where that word stands."""
        self.sauter(Sorte.LIAISON, Sorte.A, Sorte.PARTIR)
        if self.commence_une_date():
            return Choix(dates=self.dates(), place=(debut, self.jetons[self.rang - 1].fin))
        if not self.commence_un_jour():
            raise self.inconnu()
        choix = self.choix()
        self.sauter(Sorte.DEUX_POINTS, Sorte.LIAISON)
        if self.virgule is not None and self.commence_une_heure():
            # "sauf jours fériés, mardi 14h-16h": after the comma a new statement starts.
            self.rang, choix = self.virgule
        return choix

    def choix(self) -> Choix:
        """Reads a list of days: "lundi, mardi et jeudi", "1er et 3e mardi du mois", "week-ends et jours fériés"."""
        debut = self.voir().debut
        jours: set[int] = set()
        rangs: dict[int, set[int]] = {}
        conges: set[Sorte] = set()
        self.virgule = None
        while True:
            jeton = self.voir()
            if jeton.sorte in CONGES:
                conges.add(jeton.sorte)
                self.rang += 1
            elif jeton.sorte is Sorte.RANG:
                self.rangs(rangs)
            else:
                jours |= self.suite_de_jours()
            fin = self.jetons[self.rang - 1].fin
            numeros = tuple((jour, tuple(sorted(n, key=lambda r: (r < 0, r)))) for jour, n in sorted(rangs.items()))
            choix = Choix(
                frozenset(jours), numeros, Sorte.FERIE in conges, Sorte.VACANCES in conges, place=(debut, fin)
            )
            if self.voir().sorte is Sorte.VIRGULE:
                self.virgule = (self.rang, choix)
            if not self.encore_un_jour():
                return choix

    def encore_un_jour(self) -> bool:
        """After a day: whether a list goes on, and if so moves to its next day."""
        pas = 0
        while self.voir(pas).sorte in (Sorte.VIRGULE, Sorte.ET, Sorte.LIAISON):
            pas += 1
        suite = self.voir(pas).sorte
        if suite in CONGES and self.voir(pas + 1).sorte is Sorte.COMPRIS:
            return False
        if suite is Sorte.JOUR or (pas and suite in (Sorte.RANG, *CONGES)):
            self.rang += pas
            return not self.commence_une_date()
        return False

    def suite_de_jours(self) -> set[int]:
        """Reads a day or a range of days."""
        jeton = self.voir()
        self.rang += 1
        pas = 0
        while self.voir(pas).sorte in (Sorte.A, Sorte.JUSQUE):
            pas += 1
        if pas and self.voir(pas).sorte is Sorte.LIAISON:
            pas += 1
        if not pas or self.voir(pas).sorte is not Sorte.JOUR:
            return set(jeton.valeur)
        fin = self.voir(pas)
        if len(jeton.valeur) > 1 or len(fin.valeur) > 1:
            raise self.refuser(Code.CONTRADICTION, jeton.debut, fin.fin)
        self.rang += pas + 1
        return {(jeton.valeur[0] + n) % 7 for n in range((fin.valeur[0] - jeton.valeur[0]) % 7 + 1)}

    def rangs(self, rangs: dict[int, set[int]]) -> None:
        """Reads "1er et 3e mardi du mois" into ``rangs``, by weekday."""
        debut = self.voir().debut
        numeros = set(self.voir().valeur)
        self.rang += 1
        while self.voir().sorte in (Sorte.ET, Sorte.VIRGULE, Sorte.LIAISON):
            pas = 1
            while self.voir(pas).sorte is Sorte.LIAISON:
                pas += 1
            if self.voir(pas).sorte is not Sorte.RANG:
                break
            numeros |= set(self.voir(pas).valeur)
            self.rang += pas + 1
        jour = self.voir()
        if jour.sorte is not Sorte.JOUR or len(jour.valeur) != 1:
            raise self.inconnu() if jour.sorte is Sorte.INCONNU else self.refuser(Code.INCONNU, debut, jour.fin)
        self.rang += 1
        if self.voir().sorte is Sorte.DU_MOIS:
            self.rang += 1
        rangs.setdefault(jour.valeur[0], set()).update(numeros)

    def dates(self) -> tuple[PlageDates, ...]:
        """Reads a list of months and dates."""
        plages: list[PlageDates] = []
        while True:
            place = self.voir().debut
            debut = self.date()
            fin = debut
            if self.voir().sorte in (Sorte.A, Sorte.JUSQUE):
                self.sauter(Sorte.A, Sorte.JUSQUE, Sorte.LIAISON)
                fin = self.date()
            if debut[0] == 0:
                debut = (fin[0], debut[1])
            for mois, jour in (debut, fin):
                if not 1 <= mois <= 12 or (jour and not 1 <= jour <= monthrange(2028, mois)[1]):
                    raise self.refuser(Code.DATE_IMPOSSIBLE, place, self.jetons[self.rang - 1].fin)
            if bool(debut[1]) != bool(fin[1]):
                raise self.refuser(Code.DATE_IMPOSSIBLE, place, self.jetons[self.rang - 1].fin)
            plages.append(PlageDates(debut, fin))
            rang = self.rang
            self.sauter(Sorte.ET, Sorte.VIRGULE, Sorte.LIAISON)
            if self.rang == rang or not self.commence_une_date():
                self.rang = rang
                return tuple(plages)

    def date(self) -> tuple[int, int]:
        """(month, day), day 0 for a month, month 0 for a day whose month comes later."""
        jeton = self.voir()
        self.rang += 1
        if jeton.sorte is Sorte.MOIS:
            return jeton.valeur[0], 0
        if jeton.sorte is Sorte.DATE:
            return jeton.valeur[0], jeton.valeur[1]
        if jeton.sorte in (Sorte.NOMBRE, Sorte.RANG):
            if self.voir().sorte is Sorte.MOIS:
                self.rang += 1
                return self.jetons[self.rang - 1].valeur[0], jeton.valeur[0]
            if self.voir().sorte is Sorte.A:
                return 0, jeton.valeur[0]
        self.rang -= 1
        raise self.inconnu()

    def commence_une_heure(self) -> bool:
        """Whether the coming tokens give hours."""
        sorte = self.voir().sorte
        return sorte in (Sorte.HEURE, Sorte.JOURNEE, Sorte.NOMBRE, Sorte.ENTRE, Sorte.PARTIR, Sorte.JUSQUE, Sorte.A)

    def liste_d_heures(self) -> tuple[tuple[int, int], ...]:
        """Reads a list of spans, sorted. Raises `Incompris` where they overlap."""
        plages = [self.plage()]
        debut = self.jetons[self.rang - 1].debut
        while True:
            pas = 0
            while self.voir(pas).sorte in (Sorte.VIRGULE, Sorte.ET, Sorte.LIAISON):
                pas += 1
            suite = self.voir(pas).sorte
            if not pas or suite not in (Sorte.HEURE, Sorte.NOMBRE, Sorte.ENTRE):
                break
            if suite is Sorte.NOMBRE and self.voir(pas + 1).sorte is Sorte.MOIS:
                break
            self.rang += pas
            plages.append(self.plage())
        plages.sort()
        if any(b[0] < a[1] for a, b in pairwise(plages)):
            raise self.refuser(Code.CHEVAUCHEMENT, debut, self.jetons[self.rang - 1].fin)
        return tuple(plages)

    def plage(self) -> tuple[int, int]:
        """Reads one span."""
        jeton = self.voir()
        if jeton.sorte is Sorte.JOURNEE:
            self.rang += 1
            return 0, JOURNEE
        if jeton.sorte is Sorte.A and self.voir(1).sorte in (Sorte.HEURE, Sorte.NOMBRE):
            raise self.refuser(Code.FIN_MANQUANTE, jeton.debut, self.voir(1).fin)
        if jeton.sorte in (Sorte.PARTIR, Sorte.JUSQUE, Sorte.A):
            suite = self.voir(1)
            if suite.sorte not in (Sorte.HEURE, Sorte.NOMBRE):
                raise self.refuser(Code.INCONNU, jeton.debut, jeton.fin)
            raise self.refuser(Code.FIN_MANQUANTE, jeton.debut, suite.fin)
        if jeton.sorte is Sorte.ENTRE:
            self.rang += 1
        debut = self.voir()
        if debut.sorte not in (Sorte.HEURE, Sorte.NOMBRE):
            raise self.inconnu()
        liens = (Sorte.A, Sorte.JUSQUE, Sorte.ET) if jeton.sorte is Sorte.ENTRE else (Sorte.A, Sorte.JUSQUE)
        if self.voir(1).sorte not in liens:
            code = Code.SANS_UNITE if debut.sorte is Sorte.NOMBRE else Code.FIN_MANQUANTE
            raise self.refuser(code if debut.sorte is Sorte.HEURE else Code.INCONNU, debut.debut, debut.fin)
        pas = 2 if self.voir(2).sorte is not Sorte.LIAISON else 3
        fin = self.voir(pas)
        if fin.sorte not in (Sorte.HEURE, Sorte.NOMBRE):
            self.rang += pas
            raise self.inconnu()
        if debut.sorte is Sorte.NOMBRE and fin.sorte is Sorte.NOMBRE:
            unite = "h" if self.langue == "fr" else "u"
            proposition = f"{debut.valeur[0]}{unite}-{fin.valeur[0]}{unite}"
            raise self.refuser(Code.SANS_UNITE, debut.debut, fin.fin, proposition)
        self.rang += pas + 1
        return plage_heures(self.minutes(debut), self.minutes(fin), debut.debut, fin.fin)

    def minutes(self, jeton: Jeton) -> int:
        """The minutes of a time; a bare number counts hours."""
        if jeton.sorte is Sorte.HEURE:
            return jeton.valeur[0]
        if jeton.valeur[0] > 24:
            raise self.refuser(Code.IMPOSSIBLE, jeton.debut, jeton.fin)
        return jeton.valeur[0] * 60


@lru_cache(maxsize=4096)
def _proches(mot: str, langue: Langue) -> tuple[str, ...]:
    """The known words nearest to another one: every French text is tried as Dutch too, with the same few words."""
    connus = [nom for nom, (sorte, _) in MOTS[langue].items() if sorte in _PROPOSES and len(nom) > 3]
    return tuple(get_close_matches(mot, connus, n=2, cutoff=0.76))  # 0.75 would read “weekdays” as “weekends”
