"""The index that the browser reads to find help: words that lead somewhere, and what is known of each record.

The engine is ours (`theme/components/recherche/`): it answers by theme, place and street, not by record alone, and an
old phone pays for every byte. At 10,000 records, 400 kbit/s and a processor four times slower, first results take
76 kB and 3.0 s; Pagefind 176 kB and 6.3 s, MiniSearch 3.1 MB and 65 s, Orama 3.7 MB and 76 s. Fed with the same words,
MiniSearch finds records as well as we do (`benchmarks/recherche/resultats.md`): what decides is weight.

Words lead to themes, kinds of organisation and places (`lexicon`); records are columns of small numbers in the order of
their names, and their cards come in lots by main theme, since who asks for one thing asks for one lot (`columns`);
streets are a file of their own (`streets`). Records stand by their ids too, for who kept some (`casiers`).
"""
