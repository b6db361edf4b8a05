import { audienceParams, pathOf, type View } from "../view.ts";

/** Parameters that a form keeps. */
export const Kept = ({ params }: { params: View["address"]["params"] }) => (
  <>
    {Object.entries(params).map(([name, value]) =>
      value === null || value === undefined || String(value) === "" ? null : (
        <input type="hidden" name={name} value={String(value)} />
      ),
    )}
  </>
);

/** The search: one box for a name, another name, an address or an app. */
export const Search = ({
  view,
  value = "",
  large = false,
}: {
  view: View;
  value?: string;
  large?: boolean;
}) => {
  const { search } = view.words;
  const id = large ? "q" : "q-small";
  return (
    <search>
      <form class={large ? "search large" : "search"} action={pathOf(view, "/search")}>
        <label for={id}>{search.label}</label>
        <div class="field">
          <input
            id={id}
            type="search"
            name="q"
            value={value}
            required
            maxlength={200}
            autocomplete="off"
            autocapitalize="off"
            spellcheck={false}
            placeholder={large ? search.example : ""}
          />
          <button type="submit">{search.button}</button>
        </div>
        <Kept params={audienceParams(view)} />
      </form>
    </search>
  );
};
