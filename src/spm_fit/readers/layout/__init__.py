"""Reading order of our own: glyphs -> lines -> columns -> blocks. Knows geometry, knows no file format."""
