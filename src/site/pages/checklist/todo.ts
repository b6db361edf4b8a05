import { CONTROL_KIND, type Control, type Platform, termsOf } from "../../../model/index.ts";
import {
  byNumbers,
  controlsInOrder,
  isWithdrawn,
  type Resolved,
  type ResolvedPractice,
  stops,
  usesContent,
} from "../../../policy/index.ts";

/** A platform with its answer for the person. */
export interface Answered {
  platform: Platform;
  resolved: Resolved;
}

/** What a person switches off on one platform. */
export interface Task extends Answered {
  /** The controls to use, the most useful first. */
  controls: Control[];
  /** The steps of all of them; null where those of one are not recorded. */
  actions: number | null;
  /** The uses that they stop. */
  stopped: ResolvedPractice[];
}

/** What nothing stops on one platform. */
export interface Stuck extends Answered {
  uses: ResolvedPractice[];
  /** What helps in part, the most useful first. */
  partial: Control[];
}

/** Everything that a checklist says. A platform can have both something to switch off and something that nothing stops. */
export interface Todo {
  tasks: Task[];
  stuck: Stuck[];
  /** Those with nothing to switch off. */
  settled: Answered[];
  withdrawn: Answered[];
}

/** Uses of a person's content for generative AI, and what else the headline is about. */
function concerned({ headline, practices }: Resolved): ResolvedPractice[] {
  const named = new Set([...headline.split, ...headline.permitted].flatMap((part) => part.practices));
  return practices.filter((p) => usesContent(p) || (named.has(p.id) && p.certainty !== null));
}

/** The controls that stop what can be stopped; where only other data than content is used, the headline's. */
function controlsFor({ effort, headline }: Resolved, uses: readonly ResolvedPractice[]): Control[] {
  const ids = effort.controls.length > 0 ? effort.controls : [headline.control];
  const open = uses.filter((p) => p.verdict === "on-by-default");
  const all = open.flatMap((p) => p.controls);
  return ids.flatMap((id) => all.find((control) => control.id === id) ?? []);
}

function taskOf(answered: Answered, uses: readonly ResolvedPractice[]): Task | undefined {
  const controls = controlsFor(answered.resolved, uses);
  if (controls.length === 0) return undefined;
  const known = controls.every(({ steps }) => steps.length > 0);
  const ids = new Set(controls.map(({ id }) => id));
  return {
    ...answered,
    controls,
    actions: known ? controls.reduce((sum, { steps }) => sum + steps.length, 0) : null,
    stopped: uses.filter(
      (p) => p.verdict === "on-by-default" && p.controls.some((c) => ids.has(c.id) && stops(c)),
    ),
  };
}

function stuckOf(answered: Answered, all: readonly ResolvedPractice[]): Stuck | undefined {
  const uses = all.filter((p) => p.verdict === "no-choice");
  return uses.length === 0
    ? undefined
    : { ...answered, uses, partial: controlsInOrder(uses).filter((c) => !stops(c)) };
}

const KIND_ORDER = termsOf(CONTROL_KIND);

/**
 * The order of tasks, the most effect for the least effort first: what the person can do alone; what the company
 * says that it does before what its terms only allow; more kinds of data; a setting before a form before a message;
 * fewer actions, those that are not known last.
 */
const rank = ({ controls, actions, stopped }: Task): number[] => [
  controls.every(({ actor }) => actor === "user") ? 0 : 1,
  stopped.some(({ certainty }) => certainty === "practised") ? 0 : 1,
  -new Set(stopped.flatMap(({ kinds }) => kinds)).size,
  Math.max(...controls.map(({ kind }) => KIND_ORDER.indexOf(kind))),
  actions ?? Number.MAX_SAFE_INTEGER,
];

const byName = (a: Answered, b: Answered): number => a.platform.name.localeCompare(b.platform.name, "en");

/** What a person has to do on some platforms, in the order in which it is most useful. */
export function todoOf(platforms: readonly Answered[]): Todo {
  const todo: Todo = { tasks: [], stuck: [], settled: [], withdrawn: [] };
  for (const answered of platforms.toSorted(byName)) {
    const { platform, resolved } = answered;
    if (isWithdrawn(platform, resolved.audience.asOf)) {
      todo.withdrawn.push(answered);
      continue;
    }
    const uses = concerned(resolved);
    const [task, stuck] = [taskOf(answered, uses), stuckOf(answered, uses)];
    if (task) todo.tasks.push(task);
    if (stuck) todo.stuck.push(stuck);
    if (!task && !stuck) todo.settled.push(answered);
  }
  todo.tasks.sort((a, b) => byNumbers(rank(a), rank(b)));
  return todo;
}

/** The actions of all tasks, and how many of them have steps that are not recorded. */
export const totalOf = (tasks: readonly Task[]): { actions: number; unrecorded: number } => ({
  actions: tasks.reduce((sum, { actions }) => sum + (actions ?? 0), 0),
  unrecorded: tasks.filter(({ actions }) => actions === null).length,
});
