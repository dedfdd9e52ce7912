"""Words that tell a mailbox of somebody from a mailbox of a service."""

PRENOMS = frozenset(
    {
        "adam", "adele", "adil", "adrien", "ahmed", "aicha", "alain", "albert", "alex", "alexandra", "alexandre",
        "alexis", "ali", "alice", "aline", "amandine", "amina", "anais", "andre", "andrea", "angelique", "anissa",
        "ann", "anna", "anne", "annelies", "annick", "annie", "anthony", "antoine", "arnaud", "arthur", "astrid",
        "aurelie", "aurore", "ayse", "baptiste", "bart", "bas", "beatrice", "benjamin", "benoit", "bernard", "bert",
        "bilal", "bram", "brigitte", "bruno", "camille", "carine", "carla", "carole", "caroline", "catherine", "cecile",
        "cedric", "celine", "chantal", "charles", "charlotte", "chloe", "christel", "christelle", "christian",
        "christiane", "christine", "christophe", "claire", "claude", "claudine", "clement", "colette", "corinne",
        "daan", "damien", "daniel", "daniele", "david", "debora", "delphine", "denis", "diane", "didier", "dirk",
        "dominique", "dylan", "eddy", "elena", "eline", "elisabeth", "elise", "ellen", "els", "emilie", "emma",
        "emmanuel", "eric", "erika", "eva", "evelyne", "fabian", "fabienne", "fabrice", "fanny", "fatiha", "fatima",
        "fatma", "fernand", "filip", "florence", "florian", "francine", "francis", "franck", "francois", "francoise",
        "frank", "frederic", "frederique", "gabriel", "geert", "genevieve", "geoffrey", "georges", "gerard", "gilles",
        "ginette", "greet", "gregory", "griet", "guillaume", "guy", "hafida", "hakim", "hamid", "hanne", "hans",
        "hassan", "hatice", "helena", "helene", "henri", "hilde", "hugo", "ibrahim", "ilse", "imane", "ines", "inge",
        "ingrid", "isabelle", "ismail", "jacqueline", "jacques", "jamal", "jan", "jean", "jean-marie", "jelle",
        "jennifer", "jeroen", "jerome", "jessica", "jo", "joachim", "joelle", "johan", "johanna", "john", "jonas",
        "jonathan", "joris", "jose", "josiane", "judith", "julie", "julien", "juliette", "karel", "karim", "karin",
        "karine", "kathleen", "katrien", "khadija", "koen", "kristel", "kristof", "laetitia", "laila", "lars", "laura",
        "laurence", "laurent", "lea", "leen", "leila", "lena", "lien", "liesbeth", "lieve", "lina", "linda", "lisa",
        "lise", "lode", "loic", "lotte", "louis", "louise", "luc", "luca", "lucas", "lucie", "ludovic", "lut", "lydia",
        "maarten", "madeleine", "magali", "malika", "manon", "marc", "marcel", "margaux", "maria", "mariam", "marianne",
        "marie", "marijke", "marina", "marion", "mark", "marleen", "martin", "martine", "mathieu", "mathilde",
        "matthias", "maud", "maurice", "max", "maxime", "mehdi", "mehmet", "melanie", "melissa", "michael", "michel",
        "michele", "mieke", "mireille", "mohamed", "mohammed", "monique", "muriel", "mustapha", "myriam", "nadia",
        "nadine", "najat", "natacha", "nathalie", "nele", "nicolas", "nicole", "noemie", "nora", "noura", "olivia",
        "olivier", "omar", "pascal", "pascale", "patricia", "patrick", "paul", "pauline", "peter", "philippe", "pierre",
        "piet", "pieter", "quentin", "rachid", "rachida", "raphael", "raymond", "rebecca", "regine", "renaud", "rita",
        "robert", "roger", "roland", "romain", "rosa", "said", "salim", "salma", "samira", "samuel", "sandra",
        "sandrine", "sara", "sarah", "sebastien", "serge", "simon", "sofia", "sofie", "solange", "sonia", "sophie",
        "stefaan", "stefan", "stephane", "stephanie", "steven", "stijn", "sven", "sylvain", "sylvie", "tamara", "tania",
        "thierry", "thomas", "tim", "tine", "tom", "toon", "ulrike", "valentin", "valerie", "vanessa", "veerle",
        "veronique", "victor", "vincent", "virginie", "walter", "wendy", "werner", "willem", "wim", "wouter", "xavier",
        "yasmina", "yasmine", "yassine", "yolande", "youssef", "yves", "yvette", "yvonne", "zakaria", "zoe",
    }
)  # fmt: skip
"""First names in common use in Brussels, without accents: enough to warn, far from complete."""

GENERIQUES = frozenset(
    {
        "aandacht", "accueil", "action", "actiris", "admin", "administration", "adviseur", "aide", "algemeen", "allo",
        "animation", "antenne", "antwerpen", "as", "asbl", "asiel", "assistance", "asso", "association", "atelier",
        "balie", "bib", "bibliotheek", "bien", "bru", "brussel", "brussels", "bruxelles", "bureau", "buro", "buurt",
        "buurthuis", "bxl", "caw", "centrale", "centre", "centrum", "cgg", "clinique", "cohesion", "cohousing",
        "communication", "compta", "conseil", "contact", "coordination", "cpas", "cultuur", "de", "dentiste", "dienst",
        "diensten", "directie", "direction", "divers", "droit", "du", "ecole", "ecoute", "en", "equipe", "equipes",
        "espace", "etre", "extra", "familial", "famille", "formation", "front", "gezin", "gezondheid", "groupe",
        "habitat", "help", "huis", "hulp", "info", "inforjeunes", "informatie", "infos", "inscription", "inscriptions",
        "intake", "integration", "jeugd", "jeunes", "jeunesse", "job", "jur", "juridique", "la", "lab", "le", "les",
        "lien", "liens", "local", "logement", "lokaal", "loket", "maison", "mediation", "medical", "midi", "mm",
        "mobile", "ocmw", "office", "onthaal", "opvang", "parents", "pcs", "permanence", "planning", "pms", "point",
        "pole", "post", "poste", "prevention", "project", "projet", "promo", "proxy", "psy", "psychologie", "quartier",
        "rdv", "reception", "recht", "relais", "reseau", "resto", "samen", "sante", "sante-mentale", "sc",
        "secretariaat", "secretariat", "section", "senior", "seniors", "service", "services", "site", "sociaal",
        "social", "sociale", "solidarite", "sos", "soutien", "ssm", "ssq", "standard", "straat", "support", "team",
        "toekomst", "travail", "urgence", "vie", "vivre", "vorming", "vrijwilligers", "vzw", "welkom", "welzijn",
        "wijk", "woluwe", "women", "wonen", "zelfhulp", "zorg",
    }
)  # fmt: skip
"""Words of mailboxes that belong to a function, not to a person."""
