import { Kept } from "../../components/search.tsx";
import { audienceParams, pathOf, type View } from "../../view.ts";

/** Adds platforms to those that are compared. */
export const AddForm = ({ view, ids }: { view: View; ids: readonly string[] }) => {
  const { compare } = view.words;
  return (
    <form class="chooser" action={pathOf(view, "/compare")}>
      <label class={ids.length === 0 ? "wide" : undefined}>
        <span>{ids.length === 0 ? compare.names : compare.add}</span>
        <input type="text" name="add" required maxlength={200} autocomplete="off" />
      </label>
      <Kept params={{ ids: ids.join(","), ...audienceParams(view) }} />
      <button type="submit">{ids.length === 0 ? compare.button : compare.addButton}</button>
    </form>
  );
};

/** Compares one platform with itself on another day. */
export const TimeForm = ({
  view,
  id = "",
  from = "",
  to = "",
}: {
  view: View;
  id?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
}) => {
  const { compare, events, directory } = view.words;
  const { as_of: _, ...person } = audienceParams(view);
  return (
    <form class="chooser" action={pathOf(view, "/compare")} aria-label={compare.overTime}>
      <label>
        <span>{events.platform}</span>
        <input type="text" name="id" value={id} required autocomplete="off" />
      </label>
      <label>
        <span>{compare.from}</span>
        <input type="date" name="from" value={from} max={view.today} required />
      </label>
      <label>
        <span>{compare.to}</span>
        <input type="date" name="to" value={to} />
      </label>
      <Kept params={person} />
      <button type="submit">{directory.button}</button>
    </form>
  );
};
