// How long Markdown may be to be a comment on a pull request.

/** Characters: GitHub refuses a comment of more than 65,536, and a job may put a line of its own around it. */
export const commentLimit = 65_000;
