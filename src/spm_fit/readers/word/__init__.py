"""What a Word document is made of: its package, its styles, its lines and its tables."""
