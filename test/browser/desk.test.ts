/** The desk in a real browser: the cookie is taken, every page is for everybody's eyes and ears, and another site gets nothing done by it. */
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { hashOfText } from "../../events/bytes.ts";
import { newToken } from "../../worker/store/token.ts";
import { axeFaults, keepPicture, scrollsSideways, sitDown, startBrowser, type View, views } from "../support/browser.ts";
import { type Server, startServer, tokens } from "../support/server.ts";
import { type Site, startSite } from "../support/site.ts";
import { recordStories } from "../support/stories.ts";

let browser: Browser;
let server: Server;
let site: Site;
const elsewhere = new Map<string, string>();
beforeAll(async () => {
  [browser, server, site] = await Promise.all([startBrowser(), startServer(), startSite(elsewhere)]);
  await recordStories(server);
  await server.keepToken("long-named", "Ekaterina Konstantinopolskaya-Featherstonehaugh", { role: "contributor" });
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
  await server?.close();
});

const titles = {
  en: ["Sign in", "Stories", "People", "Your sessions"],
  fr: ["Se connecter", "Récits", "Personnes", "Vos sessions"],
};
const at = (path: string) => new URL(path, server.url).href;

const signIn = async (page: Page, token: string) => {
  await page.goto(at("/desk"));
  await page.locator("#token").fill(token);
  await page.locator("#token").press("Enter");
  await page.waitForURL((url) => url.pathname === "/desk");
};

/** Looks at a page: nothing for axe, nothing to scroll to, the title that it should have. */
const lookAt = async (page: Page, view: View, title: string | undefined) => {
  expect(await page.locator("h1").innerText()).toBe(title);
  expect(await axeFaults(page)).toEqual([]);
  expect(await scrollsSideways(page)).toBe(false);
  await keepPicture(page, `desk-${(title ?? "").replaceAll(/\W+/g, "-")}`, view);
};

it.each([...views, { width: 320, scheme: "dark", language: "en", scripts: true } satisfies View])(
  "is worked at: $width px, $scheme, $language",
  async (view) => {
    const { page, faults } = await sitDown(browser, view, server.url.origin);
    const [signedOut, stories, people, sessions] = titles[view.language];
    await page.goto(at("/desk"));
    await lookAt(page, view, signedOut);
    await page.locator("#token").fill("mistyped");
    await page.locator("form button").last().click();
    await page.locator("#token-error").waitFor();
    // The summary is where one is: read out, and one key from the field.
    expect(await page.evaluate("document.activeElement.className")).toBe("error-summary");
    expect(await axeFaults(page)).toEqual([]);
    faults.length = 0;
    await signIn(page, tokens.pia);
    await lookAt(page, view, stories);
    for (const [path, title] of [
      ["/desk/people", people],
      ["/desk/sessions", sessions],
    ] as const) {
      await page.goto(at(path));
      await lookAt(page, view, title);
    }
    await page.goto(at("/desk/people"));
    await page.locator("#name").fill("Zoë");
    await page.locator("#name").press("Enter");
    expect(new URL(await page.locator("#link").inputValue()).origin).toBe(server.url.origin);
    expect(await axeFaults(page)).toEqual([]);
    expect(faults).toEqual([]);
    await page.context().close();
  },
);

it("signs in by a link whose page lets no referrer out, without scripts, and signs out for good", async () => {
  const code = newToken();
  await server.keepToken(code, "Zoë", { expires_at: "2999-01-01T00:00:00.000Z" });
  await server.db
    .prepare("UPDATE tokens SET kind = 'link' WHERE hash = ?")
    .bind(await hashOfText(code))
    .run();
  const { page } = await sitDown(browser, { width: 390, scheme: "light", language: "en", scripts: false }, server.url.origin);
  await page.goto(at(`/desk/sign-in?code=${code}`));
  await page.getByRole("button", { name: "Sign in as Zoë" }).click();
  expect(new URL(page.url()).pathname).toBe("/desk");
  const [session] = await page.context().cookies();
  expect(session).toMatchObject({ name: "__Host-riposte", httpOnly: true, secure: true, sameSite: "Lax", path: "/" });
  await page.getByRole("button", { name: "Sign out" }).click();
  expect([await page.context().cookies(), await page.locator("h1").innerText()]).toEqual([[], "Sign in"]);
  expect((await server.get("/desk", { Cookie: `__Host-riposte=${session?.value}` })).url).toContain("/desk/sign-in");
  await page.context().close();
});

it("does nothing for another site's page: neither by its form, nor in its frame, nor by its script", async () => {
  const { page } = await sitDown(browser, { width: 1280, scheme: "light", language: "en" }, server.url.origin);
  await signIn(page, tokens.pia);
  elsewhere.set(
    "/page",
    `<!doctype html><title>Elsewhere</title><iframe src="${at("/desk/people")}"></iframe>
    <form method="post" action="${at("/desk/people/role")}"><input name="name" value="ada"><input name="role" value="publisher"><button>Win</button></form>`,
  );
  await page.goto(new URL("/page", site.url).href);
  const read = `fetch(${JSON.stringify(at("/api/editors"))}, { credentials: "include" }).then((a) => a.text(), () => "refused")`;
  expect(await page.evaluate(read)).toBe("refused");
  expect(page.frames().map((frame) => frame.url())).not.toContain(at("/desk/people"));
  await page.getByRole("button", { name: "Win" }).click();
  await page.waitForURL((url) => url.pathname === "/desk/people/role");
  expect(await page.locator("h1").innerText()).toBe("This was not sent from the desk");
  expect(await server.db.prepare("SELECT role FROM tokens WHERE editor = 'ada'").first("role")).toBe("editor");
  await page.context().close();
});
