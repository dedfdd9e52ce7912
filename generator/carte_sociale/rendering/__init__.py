"""Templates and atlas to the files of the site."""
