"""Whether a score depends on who wrote a resume: the same resumes under other names, pronouns, schools and the like."""
