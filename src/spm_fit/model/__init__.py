"""The nouns that stages hand to each other: frozen, slotted, standard library only."""
