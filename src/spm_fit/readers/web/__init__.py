"""HTML as people see it: tokens, tree, styles, and the blocks they make."""
