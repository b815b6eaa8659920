/** What can be seen of a page by looking at it: its outline, its targets, the way of its focus, how it prints. All of it is told as text, so that a failure says where. */
import type { Page } from "playwright-core";

type Outline = { headings: number[]; landmarks: Record<string, number>; navigations: string[]; prose: string };

/** The levels of its headings, how many there are of each landmark, the names of its navigations, and all words that are neither code nor a machine's. */
export const outlineOf = (page: Page): Promise<Outline> =>
  page.evaluate(`(() => {
    const all = (selector) => [...document.querySelectorAll(selector)];
    const nameOf = (nav) => nav.ariaLabel ?? document.getElementById(nav.getAttribute("aria-labelledby"))?.textContent ?? "";
    const copy = document.body.cloneNode(true);
    for (const code of copy.querySelectorAll("code, pre, script, .swagger-ui")) code.remove();
    return {
      headings: all("main :is(h1, h2, h3, h4, h5, h6)").filter((one) => one.checkVisibility()).map((one) => Number(one.tagName[1])),
      landmarks: Object.fromEntries(["header", "main", "footer"].map((name) => [name, all("body > " + name).length])),
      navigations: all("nav").map(nameOf),
      prose: copy.textContent,
    };
  })()`);

/** What a finger would miss: lower than 44 pixels, and not a link within a line of text. */
export const lowTargets = (page: Page): Promise<string[]> =>
  page.evaluate(`(() => {
    const textAround = (one) => getComputedStyle(one).display.startsWith("inline") ? textAround(one.parentElement) : one.textContent.trim();
    const isInText = (one) => getComputedStyle(one).display === "inline" && textAround(one) !== one.textContent.trim();
    return [...document.querySelectorAll("a, button, summary, input, select, textarea")]
      .filter((one) => one.checkVisibility({ visibilityProperty: true }) && !one.closest(".skip, .swagger-ui") && !isInText(one))
      .filter((one) => one.getBoundingClientRect().height < 43.9)
      .map((one) => one.parentElement.outerHTML.slice(0, 200));
  })()`);

/** Steps of the focus that the eye does not go: up, and not into a column beside. */
export const stepsBack = (page: Page): Promise<string[]> =>
  page.evaluate(`(() => {
    const line = 60;
    const stops = [...document.querySelectorAll("a[href], button, summary, input, select, textarea, [tabindex='0']")]
      .filter((one) => one.checkVisibility({ visibilityProperty: true }) && !one.closest(".skip, .swagger-ui"))
      .map((one) => ({ told: one.outerHTML.slice(0, 90), place: one.getBoundingClientRect() }))
      .filter(({ place }) => place.width > 1);
    return stops.slice(1).flatMap(({ told, place }, index) => {
      const before = stops[index];
      const isBack = place.top < before.place.top - line && place.left <= before.place.left;
      return isBack ? [before.told + " > " + told] : [];
    });
  })()`);

/** Its colours on paper, and what stands there that nobody can press. */
export const shownOnPaper = (page: Page): Promise<{ ground: string; ink: string; controls: string[] }> =>
  page.evaluate(`(() => {
    const { backgroundColor, color } = getComputedStyle(document.documentElement);
    const controls = [...document.querySelectorAll(".masthead nav, .contents, .share, .share-entry, .zone-switch, .search, .news, .turning, .back")];
    return { ground: backgroundColor, ink: color, controls: controls.filter((one) => one.checkVisibility()).map((one) => one.outerHTML.slice(0, 90)) };
  })()`);
