/** What a reader can pick from the timeline: its order, a kind of event, a party. Plain links, so that a choice can be shared. */

import { kinds } from "../../../events/define.ts";
import type { Order } from "../../../projections/pages.ts";
import type { ViewOf } from "../../../projections/registry.ts";
import type { Child } from "../../http/html/jsx-runtime.ts";
import { currentPathWith } from "../reader.ts";
import { AndMore, mostOf } from "./list-window.tsx";
import { PartyName, type StoryContext } from "./story-context.tsx";

type Shown = { context: StoryContext; order: Order; cast: ViewOf<"cast">["parties"] };

/** So many parties can be picked here; each of the cast can be where it stands. */
const most = 30;

/** The links, with what is picked now marked. */
export const TimelineFilters = ({ context, order, cast }: Shown) => {
  const { reader } = context;
  const words = reader.words.timeline;
  const { searchParams: asked } = reader.url;
  const orders = [
    { value: undefined, label: words.newest },
    { value: "asc", label: words.oldest },
  ];
  const ofKind = kinds.map((kind) => ({ value: kind, label: words.kinds[kind] }));
  const picked = asked.get("party");
  const first = cast.slice(0, mostOf(context, most));
  const named = [...first, ...cast.filter(({ party }) => party === picked && !first.some((one) => one.party === party))];
  const about = named.map((party) => ({ value: party.party, label: <PartyName of={party} /> }));
  return (
    <div class="picks">
      <Pick context={context} name="order" label={words.order} options={orders} picked={order === "asc" ? "asc" : null} />
      <details open={asked.has("kind") || asked.has("party")}>
        <summary>{words.pick}</summary>
        <Pick
          context={context}
          name="kind"
          label={words.kind}
          options={[{ value: undefined, label: words.all }, ...ofKind]}
          picked={asked.get("kind")}
        />
        <Pick
          context={context}
          name="party"
          label={words.party}
          options={[{ value: undefined, label: words.everybody }, ...about]}
          picked={picked}
        />
        <AndMore context={context} left={cast.length - named.length} href="#cast" />
      </details>
    </div>
  );
};

type Option = { value: string | undefined; label: Child };
type Choice = { context: StoryContext; name: string; label: string; options: readonly Option[]; picked: string | null };

const Pick = ({ context, name, label, options, picked }: Choice) => (
  <nav aria-label={label}>
    <ul class="row aside">
      {options.map(({ value, label }) => (
        <li>
          {picked === (value ?? null) ? (
            <span aria-current="true">{label}</span>
          ) : (
            <a href={`${currentPathWith(context.reader, { [name]: value, cursor: undefined })}#timeline`}>{label}</a>
          )}
        </li>
      ))}
    </ul>
  </nav>
);
