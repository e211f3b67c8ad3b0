"""What a resume says of the person rather than of the work, one sort of it per file."""
