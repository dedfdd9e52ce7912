"""carte sociale: YAML records of a region's help, validated and rendered into a static site."""
