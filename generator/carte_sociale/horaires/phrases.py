"""The grammar of plain hours: tokens → statements ("these days, in this season, these hours", "closed then").

A text is read in one pass. Days come before their hours ("lundi 9h-12h") or after ("9h-12h le lundi"); a comma
goes on with the same season, a full stop or semicolon starts afresh. Nothing is skipped: a token with no place in
the sentence stops the reading there.
"""

from dataclasses import replace

from .enonces import Choix, Enonce
from .groupes import CONGES, Groupes
from .jetons import Jeton
from .regles import JOURNEE, TOUTE_LA_SEMAINE, PlageDates
from .resultats import Code, Langue
from .sortes import Sorte

SEPARATEURS = (Sorte.VIRGULE, Sorte.POINT, Sorte.DEUX_POINTS, Sorte.ET, Sorte.LIAISON)
_INTERDITS = {
    Sorte.ACCES: Code.ACCES,
    Sorte.ALTERNANCE: Code.ALTERNANCE,
    Sorte.ENVIRON: Code.APPROXIMATIF,
}


class Lecture(Groupes):
    """One reading of the tokens of a text."""

    def __init__(self, texte: str, jetons: list[Jeton], langue: Langue) -> None:
        super().__init__(texte, jetons, langue)
        self.enonces: list[Enonce] = []
        self.attente: Choix | None = None
        self.heures_seules: tuple[tuple[tuple[int, int], ...], int, int] | None = None
        self.saison: tuple[PlageDates, ...] = ()
        self.place_saison = (0, 0)
        self.saison_dite = False
        self.en_vacances = False
        self.aussi = False
        self.parenthese = False
        self.inclus: tuple[bool, bool] = (False, False)

    def lire(self) -> list[Enonce]:
        """The statements of the text. Raises `Incompris` at the first part that cannot be understood."""
        for sorte, code in _INTERDITS.items():
            for jeton in self.jetons:
                if jeton.sorte is sorte:
                    raise self.refuser(code, jeton.debut, jeton.fin)
        while self.voir().sorte is not Sorte.FIN:
            self._avancer()
        self._clore()
        return self.enonces

    def _avancer(self) -> None:
        jeton = self.voir()
        if jeton.sorte is Sorte.POINT:
            self._clore()
            self.rang += 1
        elif jeton.sorte in SEPARATEURS:
            self.rang += 1
        elif jeton.sorte is Sorte.OUVRANTE:
            self._ouvrir_parenthese()
        elif jeton.sorte is Sorte.FERMANTE and self.parenthese:
            self.parenthese = False
            self.rang += 1
        elif jeton.sorte is Sorte.TOUJOURS:
            self.rang += 1
            tous = Choix(TOUTE_LA_SEMAINE, place=(jeton.debut, jeton.fin))
            self._enoncer(tous, ((0, JOURNEE),))
        elif jeton.sorte is Sorte.AUSSI:
            self.rang += 1
            self.aussi = True
        elif jeton.sorte is Sorte.SAUF:
            self._sauf()
        elif jeton.sorte is Sorte.FERME:
            self._ferme()
        elif jeton.sorte is Sorte.COMPRIS:
            self._compris()
        elif jeton.sorte is Sorte.MOMENT:
            self._moment()
        elif self.commence_une_date():
            self._saison()
        elif self.commence_un_jour():
            self._jours()
        elif self.commence_une_heure():
            self._heures()
        else:
            raise self.inconnu()

    def _clore(self) -> None:
        """The end of a sentence: nothing may be left waiting."""
        if self.attente is not None:
            raise self.refuser(Code.HEURES_MANQUANTES, *self.attente.place)
        if self.heures_seules is not None:
            heures, debut, fin = self.heures_seules
            if heures == ((0, JOURNEE),) and not self.enonces:
                self.heures_seules = None
                self._enoncer(Choix(TOUTE_LA_SEMAINE, place=(debut, fin)), heures)
            else:
                partie = self.texte[debut:fin]
                devant = (
                    ("lundi-vendredi ", "tous les jours ") if self.langue == "fr" else ("maandag-vrijdag ", "elke dag ")
                )
                raise self.refuser(Code.JOURS_MANQUANTS, debut, fin, *(mot + partie for mot in devant))
        if self.saison and not any(enonce.choix.dates == self.saison for enonce in self.enonces):
            raise self.refuser(Code.HEURES_MANQUANTES, *self.place_saison)
        self.saison_dite = self.saison_dite or bool(self.saison) or self.en_vacances
        self.saison, self.en_vacances, self.aussi = (), False, False

    def _enoncer(self, choix: Choix, heures: tuple[tuple[int, int], ...]) -> None:
        if choix.vacances and not choix.ordinaire and not choix.feries and self.en_vacances:
            raise self.refuser(Code.HEURES_MANQUANTES, *choix.place)
        choix = replace(choix, dates=choix.dates or self.saison)
        doute = self.saison_dite and not self.saison and not self.en_vacances and choix.ordinaire and bool(heures)
        self.enonces.append(
            Enonce(
                choix,
                heures,
                self.en_vacances,
                self.aussi and bool(heures),
                meme_feries=self.inclus[0],
                meme_vacances=self.inclus[1],
                saison_sous_entendue=doute,
            )
        )
        self.aussi, self.inclus = False, (False, False)

    def _jours(self) -> None:
        choix = self.choix()
        if self.heures_seules is not None:
            heures = self.heures_seules[0]
            self.heures_seules = None
            self._enoncer(choix, heures)
        elif self.attente is None:
            self.attente = choix
        elif not choix.ordinaire and self.voir().sorte is Sorte.COMPRIS:
            self.rang += 1
            self._inclure(choix)
        elif self.attente.vacances and not self.attente.ordinaire and not self.attente.feries and choix.ordinaire:
            self.en_vacances, self.attente = True, choix
        else:
            raise self.refuser(Code.HEURES_MANQUANTES, *self.attente.place)

    def _heures(self) -> None:
        debut = self.voir().debut
        heures = self.liste_d_heures()
        fin = self.jetons[self.rang - 1].fin
        if self.attente is not None:
            choix, self.attente = self.attente, None
            self._enoncer(choix, heures)
        elif self.saison and all(plage.debut[1] and plage.debut == plage.fin for plage in self.saison):
            self._enoncer(Choix(place=self.place_saison), heures)
        elif self.heures_seules is not None:
            raise self.refuser(Code.JOURS_MANQUANTS, *self.heures_seules[1:])
        else:
            self.heures_seules = (heures, debut, fin)

    def _saison(self) -> None:
        suit_des_heures = self.rang > 0 and self.avant() in (Sorte.HEURE, Sorte.JOURNEE, Sorte.NOMBRE)
        debut = self.voir().debut
        dates = self.dates()
        place = (debut, self.jetons[self.rang - 1].fin)
        if suit_des_heures and self.enonces and not self.enonces[-1].choix.dates and self.heures_seules is None:
            dernier = self.enonces[-1]
            self.enonces[-1] = replace(dernier, choix=replace(dernier.choix, dates=dates), saison_sous_entendue=False)
            self.saison_dite = True
        elif self.attente is not None or self.heures_seules is not None:
            raise self.refuser(Code.SAISON, *place)
        else:
            self.saison, self.place_saison = dates, place

    def _sauf(self) -> None:
        debut = self.voir().debut
        self.rang += 1
        choix = self.choix_ou_dates(debut)
        place = (debut, self.jetons[self.rang - 1].fin)
        if choix.rangs:
            raise self.refuser(Code.CONTRADICTION, *place)
        if choix.jours:
            self._retirer_jours(choix.jours, place)
            if self.attente is None and self.commence_une_heure():
                raise self.refuser(Code.PERIODE, debut, self.voir().fin)
        self._fermer_conges(replace(choix, jours=frozenset()), place)

    def _retirer_jours(self, jours: frozenset[int], place: tuple[int, int]) -> None:
        if self.attente is not None:
            if not jours < self.attente.jours:
                raise self.refuser(Code.CONTRADICTION, *place)
            self.attente = replace(self.attente, jours=self.attente.jours - jours)
        elif self.enonces and jours < self.enonces[-1].choix.jours:
            dernier = self.enonces[-1]
            self.enonces[-1] = replace(dernier, choix=replace(dernier.choix, jours=dernier.choix.jours - jours))
        else:
            raise self.refuser(Code.CONTRADICTION, *place)

    def _fermer_conges(self, choix: Choix, place: tuple[int, int]) -> None:
        """Adds a closure; one in the middle of a text binds only the days said before it in the sentence."""
        if not (choix.feries or choix.vacances or choix.dates):
            return
        au_milieu = self._suite_utile() and self.attente is None and bool(self.enonces)
        limite = frozenset[int]()
        if au_milieu:
            limite = frozenset(jour for enonce in self.enonces if enonce.heures for jour in enonce.choix.jours)
        self.enonces.append(Enonce(replace(choix, place=place), limite=limite))

    def _suite_utile(self) -> bool:
        pas = 0
        while self.voir(pas).sorte in (*SEPARATEURS, Sorte.FERMANTE):
            pas += 1
        return self.voir(pas).sorte not in (Sorte.FIN, Sorte.SAUF, Sorte.FERME)

    def _ferme(self) -> None:
        debut = self.voir().debut
        self.rang += 1
        if self.attente is not None:
            choix, self.attente = self.attente, None
            self._enoncer(choix, ())
            return
        self.sauter(Sorte.LIAISON, Sorte.DEUX_POINTS)
        if self.commence_une_heure() and not self.commence_une_date():
            self._trou(debut)
            return
        choix = self.choix_ou_dates(debut)
        if self.voir().sorte is Sorte.MOMENT or self.commence_une_heure():
            code = Code.MOMENT if self.voir().sorte is Sorte.MOMENT else Code.PERIODE
            raise self.refuser(code, debut, self.voir().fin)
        self.enonces.append(Enonce(replace(choix, dates=choix.dates or self.saison)))

    def _trou(self, debut: int) -> None:
        """ "closed from 12:30 to 13:30": a hole in the hours said just before."""
        trous = self.liste_d_heures()
        place = (debut, self.jetons[self.rang - 1].fin)
        if not self.enonces or not self.enonces[-1].heures:
            raise self.refuser(Code.PERIODE, *place)
        heures = list(self.enonces[-1].heures)
        for trou, fin in trous:
            dedans = [plage for plage in heures if plage[0] < trou and fin < plage[1]]
            if not dedans:
                raise self.refuser(Code.CONTRADICTION, *place)
            heures.remove(dedans[0])
            heures += [(dedans[0][0], trou), (fin, dedans[0][1])]
        self.enonces[-1] = replace(self.enonces[-1], heures=tuple(sorted(heures)))

    def _compris(self) -> None:
        debut = self.voir().debut
        self.rang += 1
        if self.attente is not None and not self.attente.ordinaire:
            choix, self.attente = self.attente, None
        else:
            self.sauter(Sorte.LIAISON, Sorte.A, Sorte.PARTIR)
            if self.langue == "nl" and self.commence_un_jour() and self.voir().sorte not in CONGES:
                self.aussi = True
                return
            choix = self.choix_ou_dates(debut)
        self._inclure(replace(choix, place=(debut, self.jetons[self.rang - 1].fin)))

    def _inclure(self, choix: Choix) -> None:
        """The same hours on holidays, for the days said just before."""
        if choix.ordinaire or choix.dates:
            raise self.refuser(Code.CONTRADICTION, *choix.place)
        if self.attente is not None or self.heures_seules is not None:
            self.inclus = (self.inclus[0] or choix.feries, self.inclus[1] or choix.vacances)
        elif self.enonces and self.enonces[-1].heures and self.enonces[-1].choix.ordinaire:
            dernier = self.enonces[-1]
            self.enonces[-1] = replace(
                dernier,
                meme_feries=dernier.meme_feries or choix.feries,
                meme_vacances=dernier.meme_vacances or choix.vacances,
            )
        else:
            raise self.refuser(Code.CONTRADICTION, *choix.place)

    def _moment(self) -> None:
        """ "lundi matin 9h-12h": the moment must fit the hours beside it, else nobody knows which hours."""
        jeton = self.voir()
        apres_des_heures = self.rang > 0 and self.avant() is Sorte.HEURE
        self.rang += 1
        self.sauter(Sorte.LIAISON, Sorte.DEUX_POINTS)
        plages: tuple[tuple[int, int], ...] = ()
        if apres_des_heures and self.heures_seules is not None:
            plages = self.heures_seules[0][-1:]
        elif apres_des_heures and self.enonces:
            plages = self.enonces[-1].heures[-1:]
        elif self.commence_une_heure():
            rang = self.rang
            plages = self.liste_d_heures()
            self.rang = rang
        if (
            not plages
            or not jeton.valeur
            or any(debut < jeton.valeur[0] or fin > jeton.valeur[1] for debut, fin in plages)
        ):
            raise self.refuser(Code.MOMENT, jeton.debut, jeton.fin)

    def _ouvrir_parenthese(self) -> None:
        debut = self.voir().debut
        if self.voir(1).sorte in (Sorte.SAUF, Sorte.FERME, Sorte.COMPRIS, Sorte.HEURE, Sorte.JOUR):
            self.parenthese = True
            self.rang += 1
            return
        fin = self.texte.find(")", debut)
        raise self.refuser(Code.REMARQUE, debut, len(self.texte) if fin < 0 else fin + 1)
