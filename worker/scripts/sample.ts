/** Records the sample story through the HTTP API, as an editor would. */
import { sampleRequests, sampleStory } from "../../events/sample.ts";
import { createClient, ProblemError } from "../client.ts";

/** Records the sample story. Each request has a key of its own: run again, or after it was killed, it records what is missing. */
export const recordSample = async (url: string, token: string): Promise<string> => {
  const riposte = createClient({ url, token });
  try {
    for (const [index, events] of sampleRequests.entries())
      await riposte.append(sampleStory, events, { key: `sample-${index + 1}`, ...(index === 0 ? { at: 0 } : {}) });
    return "The sample story is recorded.";
  } catch (error) {
    if (!(error instanceof ProblemError) || ![409, 412, 422].includes(error.problem.status)) throw error;
    return `A story stands at /stories/${sampleStory} already, and is left as it is: ${error.problem.detail}`;
  }
};
