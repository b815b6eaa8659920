/** Where somebody goes after signing in: to a page of the desk, whatever the address says. */

/** The page on which one signs in. */
export const signInAddress = "/desk/sign-in";

/** The page on which one signs in, and from which one comes back to that address. */
export const signInPath = (url: URL): string => {
  const next = nextPath(url.pathname + url.search, url);
  return next === "/desk" ? signInAddress : `${signInAddress}?${new URLSearchParams({ next })}`;
};

/** The page of the desk that `next` names on this origin; the desk's first where it names none. */
export const nextPath = (next: string | null | undefined, url: URL): string => {
  const wanted = URL.canParse(next ?? "", url.origin) ? new URL(next ?? "", url.origin) : url;
  const { origin, pathname, search } = wanted;
  const isDesk = origin === url.origin && /^\/desk(?:\/|$)/.test(pathname) && !/^\/desk\/sign-(?:in|out)$/.test(pathname);
  return isDesk ? pathname + search : "/desk";
};
