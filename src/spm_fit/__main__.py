"""``python -m spm_fit``."""

from spm_fit.cli import main

if __name__ == "__main__":
    main()
