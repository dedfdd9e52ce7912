"""The index that the browser reads to find help: words that lead somewhere, and what is known of each record.

The engine is ours (`theme/components/recherche/`): a need is not a word of a record's text, so engines of full text
miss it, and an old phone pays for every byte. Words lead to themes, kinds of organisation and places (`lexicon`);
records are columns of small numbers in the order of their names, and their cards come in lots by main theme, since who
asks for one thing asks for one lot (`columns`); streets are a file of their own (`streets`).
"""
