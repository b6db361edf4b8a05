/** Where the records are kept and errors are reported. */
export const REPOSITORY = "https://github.com/ai-data-use/ai-data-use";

/** The name of the project, which is not translated. */
export const NAME = "AI Data Use";
