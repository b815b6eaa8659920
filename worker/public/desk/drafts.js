/**
 * Keeps what is typed at the desk: in this browser at once, at the desk within two seconds. What never got there is sent when its editor is
 * back. Nothing overwrites what somebody else, or the same editor elsewhere, has typed since: there are two drafts then.
 */
import { deleteDraft, fetchDraft, findSession, sendDraft } from "./draft-server.js";
import { fillFields, isBlank, isSame, readFields } from "./form-fields.js";
import { forget, leaveBehind, leftBehind } from "./left-behind.js";

/** In milliseconds: after the last key, after the first, and until it is tried again. */
const [pause, longest, retry] = [600, 1_200, 4_000];

/** @param {HTMLFormElement} form */
const keep = (form) => {
  const { editor = "", locale = "en-GB", words: json = "{}" } = form.dataset;
  /** @type {Record<string, string>} */
  const words = JSON.parse(json);
  const [quiet, aloud] = form.querySelectorAll(".desk-kept > span");
  /** @param {string} name */
  const field = (name) => /** @type {HTMLInputElement} */ (form.elements.namedItem(name));
  let [isNew, isSubmitting, typedAt] = [false, false, 0];
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  /** @type {Promise<void> | undefined} */
  let sending;
  /** @type {import("./form-fields.js").Content | undefined} */
  let onTheWay;
  let other = "";

  /** Says it, aloud where it is no matter of course. @param {string | undefined} text @param {boolean} [isAloud] */
  const tell = (text = "", isAloud = false) => {
    if (quiet) quiet.textContent = isAloud ? "" : text;
    const loud = other ? (words.conflict ?? "") : isAloud ? text : "";
    if (!aloud || (loud !== "" && aloud.textContent?.startsWith(loud))) return;
    aloud.textContent = loud;
    if (!other) return;
    const link = document.createElement("a");
    link.href = `/desk/drafts/${other}/open`;
    link.textContent = words.other ?? "";
    aloud.append(" ", link);
  };

  const left = () => ({
    id: field("draft").value,
    revision: Number(field("revision").value),
    path: location.pathname,
    at: Date.now(),
    content: readFields(form),
  });

  /** Goes on as a draft of its own. */
  const part = () => {
    field("draft").value = crypto.randomUUID();
    field("revision").value = "0";
    leaveBehind(editor, left());
  };

  /** The page's address leads back to what was typed. @param {string} id */
  const name = (id) => {
    const type = /** @type {HTMLInputElement | null} */ (form.elements.namedItem("0.type"))?.value;
    const address = new URL(type ? `${form.action}/${type}` : form.action);
    address.searchParams.set("draft", id);
    history.replaceState(history.state, "", address);
  };

  /** @param {boolean} [isLast] */
  const send = async (isLast) => {
    clearTimeout(timer);
    isNew = false;
    const sent = left();
    leaveBehind(editor, { ...sent, sent: sent.content });
    onTheWay = sent.content;
    tell(words.saving);
    const said = await sendDraft(sent, isLast);
    if (said.kind === "kept") {
      // Another form of the page may be kept in the same draft.
      for (const one of document.querySelectorAll("input[name=draft]"))
        if (one instanceof HTMLInputElement && one.form && one.value === sent.id)
          /** @type {HTMLInputElement} */ (one.form.elements.namedItem("revision")).value = String(said.revision);
      onTheWay = undefined;
      if (isNew) leaveBehind(editor, left());
      else forget(editor, sent.id);
      if (!isSubmitting) name(sent.id);
      const time = new Intl.DateTimeFormat(locale, { hour: "numeric", minute: "2-digit" }).format(new Date());
      tell(words.saved?.replace("{time}", time));
    } else if (said.kind === "erased") forget(editor, sent.id);
    else if (said.kind === "changed" || said.kind === "none") {
      forget(editor, sent.id);
      if (said.kind === "changed") other = sent.id;
      part();
      await send(isLast);
    } else if (said.kind === "refused") tell(words.refused?.replace("{detail}", said.detail), true);
    else {
      tell(said.kind === "signed-out" ? words.signedOut : words.local, true);
      isNew = true;
      timer = setTimeout(flush, retry);
    }
  };

  /** Drops the draft: nothing is typed any more, or it was recorded. */
  const drop = async () => {
    clearTimeout(timer);
    isNew = false;
    await sending;
    const id = field("draft").value;
    if (!id) return;
    const isKept = field("revision").value !== "0";
    forget(editor, id);
    field("draft").value = "";
    field("revision").value = "";
    tell();
    if (isKept) await deleteDraft(id);
  };

  /** Sends what is new, one thing after another. */
  const flush = async () => {
    await sending;
    if (!isNew) return;
    sending = send();
    await sending;
    sending = undefined;
  };

  form.addEventListener("input", () => {
    if (isBlank(readFields(form))) {
      void drop();
      return;
    }
    if (!isNew) typedAt = Date.now();
    isNew = true;
    if (!field("draft").value) part();
    leaveBehind(editor, { ...left(), ...(onTheWay ? { sent: onTheWay } : {}) });
    clearTimeout(timer);
    timer = setTimeout(flush, Math.max(0, Math.min(pause, typedAt + longest - Date.now())));
  });
  // Whoever records what is typed here without posting the form says so by this event.
  form.addEventListener("riposte-recorded", () => void drop());
  form.addEventListener("submit", (event) => {
    if (isSubmitting || !(isNew || sending)) return;
    event.preventDefault();
    isSubmitting = true;
    const by = event.submitter;
    // What is sent knows the revision that it goes on from. A desk that cannot be reached is waited for no longer than that.
    const wait = new Promise((resolve) => setTimeout(resolve, 2_000));
    void Promise.race([flush(), wait]).then(() => form.requestSubmit(by instanceof HTMLElement ? by : null));
    setTimeout(() => {
      isSubmitting = false;
    }, 5_000);
  });
  addEventListener("pagehide", () => {
    if (isNew && !isSubmitting) void send(true);
  });
  addEventListener("online", () => void flush());
  addEventListener("focus", async () => {
    if (isNew && (await findSession(editor))) await flush();
  });

  return {
    /** Takes back what was typed here before, where it belongs. @param {import("./left-behind.js").Left} before */
    takeBack: (before) => {
      const { id, revision, path, content } = before;
      const isLine = content.line !== undefined;
      const isHere = field("draft").value === id && Number(field("revision").value) === revision;
      const isSame = !field("draft").value && revision === 0 && path === location.pathname;
      if (!(isHere || isSame) || isLine !== Boolean(form.elements.namedItem("line"))) return false;
      field("draft").value = id;
      field("revision").value = String(revision);
      fillFields(form, content);
      isNew = true;
      void flush().then(() => tell(words.found, true));
      return true;
    },
    /** Tells that what was typed here over the same draft is kept as another. @param {string} id @param {string} copy */
    tellOfCopy: (id, copy) => {
      if (field("draft").value !== id) return;
      other = copy;
      tell();
    },
  };
};

const forms = [...document.querySelectorAll("form[data-keep]")].map((form) => keep(/** @type {HTMLFormElement} */ (form)));

/** Sends what was left behind and has no form on this page. @param {string} editor */
const sendLeft = async (editor) => {
  for (const left of leftBehind(editor)) {
    const there = await fetchDraft(left.id);
    if (there && isSame(there, left.content)) {
      forget(editor, left.id);
      continue;
    }
    // What was on its way when this browser went has come there: it was typed over that.
    if (there && left.sent && isSame(there, left.sent)) left.revision = there.revision;
    if (forms.some((form) => form.takeBack(left))) continue;
    let said = await sendDraft(left);
    if (said.kind === "changed" || said.kind === "none") {
      const copy = crypto.randomUUID();
      said = await sendDraft({ ...left, id: copy, revision: 0 });
      if (said.kind === "kept") for (const form of forms) form.tellOfCopy(left.id, copy);
    }
    if (said.kind === "kept" || said.kind === "erased") forget(editor, left.id);
  }
};

const person = document.querySelector(".desk-person bdi")?.textContent;
if (person) await sendLeft(person);
