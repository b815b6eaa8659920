/**
 * `npm run check-deployment -- URL`: checks a deployment from outside, and ends with 1 where something does not hold. With a publisher's
 * `TOKEN` it records too, in the story `deployment-check`, which stays.
 */
import { Deployment } from "./deployment.ts";
import { readingChecks, writingChecks } from "./deployment-checks.ts";
import { failWith } from "./failure.ts";

/** Runs the checks one after another, and says of each what came of it; answers with how many do not hold. */
export const checkDeployment = async (url: string, token: string | undefined, say: (line: string) => void): Promise<number> => {
  const deployment = new Deployment(url, token);
  let failed = 0;
  for (const { name, run } of [...readingChecks, ...(token === undefined ? [] : writingChecks)]) {
    try {
      say(`holds   ${name}: ${(await run(deployment)).trim()}`);
    } catch (error) {
      failed += 1;
      say(`FAILS   ${name}: ${error instanceof Error ? [error.message, error.cause].filter(Boolean).join(": ") : error}`);
    }
  }
  if (token === undefined) for (const { name } of writingChecks) say(`skipped ${name}: needs a publisher's TOKEN`);
  return failed;
};

if (import.meta.main) {
  const [url] = process.argv.slice(2);
  if (url === undefined || !URL.canParse(url)) {
    console.error("Usage: TOKEN=… npm run check-deployment -- https://riposte.example");
    process.exitCode = 2;
  } else
    await checkDeployment(url, process.env.TOKEN, console.log)
      .then((failed) => {
        process.exitCode = failed > 0 ? 1 : 0;
      })
      .catch(failWith);
}
