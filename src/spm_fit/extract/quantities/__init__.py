"""How quantities are written, and what the words around them make of them."""
