"""Click's own words, in French.

Click asks gettext for them, under a domain and a language that belong to the whole process; its modules all call it
through the name `_`, so these few lines stand in its place and leave the environment alone. A sentence that a later
click adds shows in English, and a test then fails.
"""

from click import core, decorators, exceptions, formatting, parser, termui, types

_PHRASES = {
    "Usage:": "Utilisation :",
    "Options": "Options",
    "Positional arguments": "Arguments",
    "Commands": "Commandes",
    "Show this message and exit.": "Montre cette aide.",
    "default: {default}": "sinon : {default}",
    "required": "obligatoire",
    "Aborted!": "Abandonné.",
    "Error: {message}": "Erreur : {message}",
    "Try '{command} {option}' for help.": "Pour l'aide : {command} {option}",
    "Invalid value: {message}": "Valeur refusée : {message}",
    "Invalid value for {param_hint}: {message}": "Valeur refusée pour {param_hint} : {message}",
    "Missing command.": "Il manque une commande.",
    "Missing argument": "Il manque l'argument",
    "Missing option": "Il manque l'option",
    "Missing parameter": "Il manque le paramètre",
    "Choose from:\n\t{choices}": "Choix possibles :\n\t{choices}",
    "No such option {name!r}.": "L'option {name!r} n'existe pas.",
    "No such command {name!r}.": "La commande {name!r} n'existe pas.",
    "Did you mean {possibility}?": "Vouliez-vous dire {possibility} ?",
    "(Did you mean one of: {possibilities}?)": "(Vouliez-vous dire {possibilities} ?)",
    "Option {name!r} does not take a value.": "L'option {name!r} ne prend pas de valeur.",
    "Option {name!r} requires an argument.": "Il manque la valeur de l'option {name!r}.",
    "Option {name!r} requires {nargs} arguments.": "L'option {name!r} demande {nargs} valeurs.",
    "Got unexpected extra argument ({args})": "Argument de trop ({args})",
    "Got unexpected extra arguments ({args})": "Arguments de trop ({args})",
    "{value!r} is not {choice}.": "{value!r} n'est pas {choice}.",
    "{value!r} is not one of {choices}.": "{value!r} ne fait pas partie de {choices}.",
    "{value!r} is not a valid {number_type}.": "{value!r} n'est pas un nombre entier.",
    "{value} is not in the range {range}.": "{value} n'est pas dans {range}.",
    "file": "fichier",
    "directory": "dossier",
    "path": "chemin",
    "{name} {filename!r} does not exist.": "{name} {filename!r} n'existe pas.",
    "{name} {filename!r} is a file.": "{name} {filename!r} est un fichier.",
    "{name} {filename!r} is a directory.": "{name} {filename!r} est un dossier.",
    "{name} {filename!r} is not readable.": "{name} {filename!r} ne peut pas être lu.",
    "{name} {filename!r} is not writable.": "{name} {filename!r} ne peut pas être écrit.",
    "Error: invalid input": "Réponse refusée.",
}


def _said(message: str) -> str:
    return _PHRASES.get(message, message)


def _counted(one: str, several: str, count: int) -> str:
    return _said(one if count == 1 else several)


def speak_french() -> None:
    """Put French in the place of click's English."""
    for module in (core, decorators, exceptions, formatting, parser, termui, types):
        vars(module)["_"] = _said
    for module in (core, exceptions, parser, types):
        vars(module)["ngettext"] = _counted
