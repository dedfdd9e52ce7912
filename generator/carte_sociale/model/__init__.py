"""Records, vocabularies, territory: frozen values, no I/O, no derived fact."""
