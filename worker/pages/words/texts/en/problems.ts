/** The problem types explained in English. */
import { type ProblemType, problems } from "../../../../http/problem.ts";

/** What each problem type means and what to do about it. `text`: plain, but for code, which stands between backticks. */
export const explanations: Record<ProblemType, { title: string; text: string }> = {
  "malformed-request": {
    title: problems["malformed-request"].title,
    text: "The body is not JSON in UTF-8 (RFC 8259), or a header is not of its syntax. Nothing was recorded. Mend the request and send it again.",
  },
  unauthorized: {
    title: problems.unauthorized.title,
    text: "The request had no token, or one that is not known or no longer valid. Send `Authorization: Bearer` and your token. Whoever runs this deployment gives tokens out, by `npm run editor`.",
  },
  forbidden: {
    title: problems.forbidden.title,
    text: "Your token is good, but it does not allow this.",
  },
  "not-found": {
    title: problems["not-found"].title,
    text: "No story, version or page stands at this address. Check its spelling; stories are listed at `/api/stories`.",
  },
  "taken-down": {
    title: problems["taken-down"].title,
    text: "A publisher erased what this event said: a court ordered it, or somebody had a right to it. Who did it, when and why stands in the story's log, and its chain of seals still verifies.",
  },
  "method-not-allowed": {
    title: problems["method-not-allowed"].title,
    text: "The `Allow` header lists the methods that it takes.",
  },
  refused: {
    title: problems.refused.title,
    text: "The event contradicts the story as it stands where the event happened: an offer that does not exist, an answer to what is no longer open, a party that nobody introduced. `code` names the rule, `detail` says it in a sentence, `version` the event that would be left hanging. Nothing was recorded.",
  },
  "version-mismatch": {
    title: problems["version-mismatch"].title,
    text: "You asked to write at one version of the story, and it stands at another: somebody else has posted. `version` is the current one. Read what is new, and post again if it still holds.",
  },
  "too-large": {
    title: problems["too-large"].title,
    text: "An event may have 64 KiB of JSON, a request 1 MiB, a picture 10 MiB. Nothing was recorded.",
  },
  "unsupported-media-type": {
    title: problems["unsupported-media-type"].title,
    text: "Events are posted as `Content-Type: application/json`, in UTF-8 and not compressed. Pictures are JPEG, PNG, WebP or AVIF by what is in the file: neither its name nor its header makes it one.",
  },
  invalid: {
    title: problems.invalid.title,
    text: "The request was read, and some of its fields are not what they have to be. `errors` lists all of them, each with a pointer (RFC 6901) and a sentence. Nothing was recorded.",
  },
  "key-reused": {
    title: problems["key-reused"].title,
    text: "An `Idempotency-Key` stands for one request: with it, the same request can be sent again and is recorded once. This key came with another body or for another story before. Take a new key for a new request.",
  },
  "too-many-requests": {
    title: problems["too-many-requests"].title,
    text: "Wait as many seconds as `Retry-After` says, and send the request again.",
  },
  internal: {
    title: problems.internal.title,
    text: "This is a fault of ours. Events sent with an `Idempotency-Key` can be sent again: they are recorded once. Quote `instance` when you report it.",
  },
  "not-implemented": {
    title: problems["not-implemented"].title,
    text: "The address is right, and what it was asked for does not come in that form, or not in this deployment. `detail` names a form in which it does, or says what is missing.",
  },
  unreadable: {
    title: problems.unreadable.title,
    text: "An event of this story was recorded by a newer edition of this site, or its row in the database is damaged. Nothing of it is shown, lest a part be taken for the whole; nothing is lost, and the other stories are not concerned. The answer says which event it is.",
  },
  unavailable: {
    title: problems.unavailable.title,
    text: "The database did not answer, or too many wrote to this story at once. Nobody knows then whether a write was carried out: send the same request with the same `Idempotency-Key` again, after as many seconds as `Retry-After` says, and it is recorded once.",
  },
};
