// @ts-check
/** Who works at the desk in this browser, and the token against forgery that everything that is sent carries. */

/** The name of whoever is signed in on a page; empty where nobody is. @param {ParentNode} [page] */
export const personOn = (page = document) => page.querySelector(".desk-person bdi")?.textContent ?? "";

/** @param {ParentNode} page @returns {NodeListOf<HTMLInputElement>} */
const tokensOn = (page) => page.querySelectorAll('input[name="forgery"]');

/** The token against forgery. */
export const forgeryToken = () => tokensOn(document)[0]?.value ?? "";

/** A page of the desk as it is now; undefined where nobody is signed in any more, or somebody else is. @param {string} address */
export const readPage = async (address) => {
  const answer = await fetch(address, { headers: { Accept: "text/html" }, cache: "no-store" });
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  return personOn(page) === personOn() ? page : undefined;
};

/** Takes the token of a session that was begun after this page was loaded; tells whether there is one, of the same person. */
export const renewForgeryToken = async () => {
  const page = await readPage("/desk").catch(() => undefined);
  const [fresh] = page ? tokensOn(page) : [];
  if (!fresh) return false;
  for (const field of tokensOn(document)) field.value = fresh.value;
  return true;
};
