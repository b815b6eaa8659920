/**
 * The counted budgets, a line each: what is asked, and what it may cost at the most, by D1's own count, in a story of so many events, whatever
 * its shape. Lines that write stand after those that read, and what moves the story's midst last.
 */
import { projectionNames } from "../../projections/registry.ts";
import { corrected, development, insult, offer, type Posted, question, retracted, statement } from "./drafts.ts";
import { paced } from "./paced.ts";
import type { Cost, Server } from "./server.ts";

/** A story that was seeded: its parties are among `ada`, `bob` and others, a minute after the other. */
export type Seeded = { story: string; length: number };

/** What is asked, with what status it is answered, and the most that it may cost; `told`: how that reads, where it hangs on the story's length. */
export type BudgetLine = {
  work: string;
  status: number;
  told?: string;
  most: (length: number) => Cost;
  ask: (server: Server, seeded: Seeded) => Promise<Response[]>;
};

const reading = (trips: number, read: number) => () => ({ trips, read, written: 0 });

/** What wants the whole log: it writes all that is kept of the story, and may. */
const wholeLog = (length: number): Cost => ({ trips: 3, read: 1.1 * length + 50, written: Number.POSITIVE_INFINITY });

const base = ({ story }: Seeded) => `/api/stories/${story}`;

const all = <Item>(items: readonly Item[], ask: (item: Item) => Promise<Response>): Promise<Response[]> =>
  Promise.all(items.map(ask));

/** What may happen next, `count` times: later than all that the story holds. */
const next = async (server: Server, seeded: Seeded, drafts: readonly Posted[]): Promise<Posted[]> =>
  paced(drafts, (await headOf(server, seeded)) + 60);

const headOf = async (server: Server, seeded: Seeded): Promise<number> =>
  (await server.read<{ version: number }>(base(seeded))).version;

/** A draft in the story's midst. */
const late = ({ length }: Seeded, draft: Posted, second = 20): Posted => {
  const [timed] = paced([draft], Math.trunc(length / 2));
  return { ...draft, precision: "second", occurredAt: `${timed?.occurredAt?.slice(0, 17)}${second}Z` };
};

/** One after the other: each finds the story as the one before has left it. */
const inTurn = async <Item>(
  items: readonly Item[],
  ask: (item: Item, index: number) => Promise<Response>,
): Promise<Response[]> => {
  const answers: Response[] = [];
  for (const [index, item] of items.entries()) answers.push(await ask(item, index));
  return answers;
};

const talk = (): Posted[] => [
  statement({ by: "ada" }),
  insult({ by: "ada", at: "bob" }),
  development("A word like any other", ["ada"]),
];

const shares = [0.31, 0.5, 0.97];

/** Every line that is counted, in the order in which they are to be asked. */
export const budgetLines: readonly BudgetLine[] = [
  {
    work: "a projection",
    status: 200,
    most: reading(1, 6),
    ask: (server, seeded) => all(projectionNames, (name) => server.get(`${base(seeded)}/${name}`)),
  },
  {
    work: "a page of the timeline",
    status: 200,
    most: reading(1, 60),
    ask: (server, seeded) => all(["asc", "desc"], (order) => server.get(`${base(seeded)}/timeline?order=${order}`)),
  },
  {
    work: "a pick of the timeline",
    status: 200,
    most: reading(2, 200),
    ask: (server, seeded) =>
      all(
        [
          "kind=developments",
          "kind=offers",
          "kind=people",
          "kind=insults",
          "party=ada",
          "key=true",
          `since=${Math.trunc(seeded.length / 2)}`,
        ],
        (query) => server.get(`${base(seeded)}/timeline?${query}`),
      ),
  },
  {
    work: "a 304",
    status: 304,
    most: reading(1, 4),
    ask: (server, seeded) =>
      all([...projectionNames.map((name) => `/${name}`), "", "/timeline", "/timeline?kind=offers", "/events"], async (path) => {
        const etag = (await server.get(base(seeded) + path)).headers.get("ETag") ?? "";
        return server.get(base(seeded) + path, { "If-None-Match": etag });
      }),
  },
  {
    work: "the story's page",
    status: 200,
    most: reading(1, 66),
    ask: async (server, { story }) => [await server.get(`/stories/${story}?order=asc`)],
  },
  {
    work: "the front page, a list of stories, a feed of all",
    status: 200,
    most: () => ({ trips: 1, read: 2 * 20 + 5, written: 0 }),
    ask: (server) => all(["/?lang=fr", "/api/stories?limit=20", "/feed.atom", "/feed.json"], (path) => server.get(path)),
  },
  {
    work: "the past: version=, asOf=, pages, pictures",
    status: 200,
    most: reading(3, 600),
    ask: async (server, seeded) => {
      const versions = shares.map((share) => Math.ceil(seeded.length * share));
      const instants = await Promise.all(
        versions.map(
          async (version) => (await server.read<{ recordedAt: string }>(`${base(seeded)}/events/${version}`)).recordedAt,
        ),
      );
      const then = [...versions.map((version) => `version=${version}`), ...instants.map((instant) => `asOf=${instant}`)];
      const paths = [
        `${base(seeded)}/status`,
        `${base(seeded)}/offers`,
        `${base(seeded)}/timeline`,
        `/stories/${seeded.story}`,
        `/stories/${seeded.story}/picture.png`,
      ];
      return inTurn(
        then.flatMap((query) => paths.map((path) => `${path}?${query}`)),
        (path) => server.get(path),
      );
    },
  },
  {
    work: "an append of one",
    status: 201,
    most: () => ({ trips: 2, read: 8, written: 8 }),
    ask: async (server, seeded) => {
      const drafts = [...talk(), question("one-more", "What is behind it?"), offer("one-more", { by: "ada", target: "bob" })];
      return inTurn(await next(server, seeded, drafts), (draft, index) =>
        server.post(seeded.story, draft, index % 2 === 0 ? {} : { "Idempotency-Key": `${seeded.story} ${index}` }),
      );
    },
  },
  {
    work: "an append of 100",
    status: 201,
    most: () => ({ trips: 2, read: 1_000, written: 320 }),
    ask: async (server, seeded) =>
      inTurn([0, 1], async (turn) =>
        server.post(
          seeded.story,
          await next(server, seeded, Array(100).fill(statement({ by: "ada" }))),
          turn ? { "Idempotency-Key": `${seeded.story} hundred` } : {},
        ),
      ),
  },
  {
    work: "late talk",
    status: 201,
    most: () => ({ trips: 2, read: 8, written: 8 }),
    ask: (server, seeded) => inTurn(talk(), (draft, index) => server.post(seeded.story, late(seeded, draft, 20 + index))),
  },
  {
    work: "a takedown",
    status: 201,
    told: "3 / 1.1 n + 50 / –",
    most: wholeLog,
    ask: async (server, seeded) => [await server.takeDown(seeded.story, (await headOf(server, seeded)) - 4)],
  },
  {
    work: "a late move of an offer",
    status: 201,
    told: "3 / 1.1 n + 50 / –",
    most: wholeLog,
    ask: async (server, seeded) => [
      await server.post(seeded.story, late(seeded, offer("late", { by: "ada", target: "bob" }), 40)),
    ],
  },
  {
    work: "a correction, a retraction",
    status: 201,
    told: "3 / 1.1 n + 50 / –",
    most: wholeLog,
    ask: async (server, seeded) => {
      const [said] = await next(server, seeded, [statement({ by: "ada" })]);
      const { version } = await server.record(seeded.story, said);
      const edits = [corrected(version, { byline: "A desk" }), retracted(version)];
      return inTurn(await next(server, seeded, edits), (draft) => server.post(seeded.story, draft));
    },
  },
];
