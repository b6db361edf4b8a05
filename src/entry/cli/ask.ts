import { input, search } from "@inquirer/prompts";
import { type Ask, Cancelled } from "../../authoring/facts.ts";

/** Where questions are shown and answered; default: the process's own terminal. */
type Terminal = NonNullable<Parameters<typeof input>[1]>;

/** Ctrl-C and a closed input are an answer too. */
async function answered<T>(prompt: Promise<T>): Promise<T> {
  try {
    return await prompt;
  } catch (error) {
    if (error instanceof Error && error.name === "ExitPromptError") throw new Cancelled();
    throw error;
  }
}

/** Asks the person at the terminal. */
export const askAt = (terminal: Terminal = {}): Ask => ({
  line: async ({ message, initial, check = () => true }) =>
    (
      await answered(
        input(
          { message, ...(initial ? { default: initial } : {}), validate: (answer) => check(answer) },
          terminal,
        ),
      )
    ).trim(),
  choose: ({ message, choices }) =>
    answered(
      search(
        {
          message,
          source: (typed = "") =>
            choices
              .filter(
                ({ value, name }) =>
                  value === "" || `${value} ${name}`.toLowerCase().includes(typed.toLowerCase()),
              )
              .map(({ value, name, about }) => ({ value, name, ...(about ? { description: about } : {}) })),
        },
        terminal,
      ),
    ),
});
